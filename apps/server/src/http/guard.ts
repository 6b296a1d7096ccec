// Stands before every request and upgrade: the name it was sent to, the page it comes from, whose session it carries.
import { problem } from "@parapet/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Addresses } from "../trust/addresses.ts";
import type { Session, Sessions } from "../trust/sessions.ts";
import { refuse } from "./problems.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; absent only where nobody needs to be known. */
    session: Session | null;
  }
  interface FastifyContextConfig {
    /** True for the few addresses that make a session. */
    open?: boolean;
  }
}

export interface Guarding {
  readonly sessions: Sessions;
  readonly addresses: () => Addresses;
  /** The name of the cookie; of its own for each port, since browsers share cookies between ports. */
  readonly cookie: () => string;
}

/** Puts the guard before everything else. */
export function guard(app: FastifyInstance, guarding: Guarding): void {
  app.decorateRequest("session", null);
  app.addHook("onRequest", async (request, reply) => {
    const refusal = guarding.addresses().refusal(askedOf(request));
    if (refusal) return refuse(reply, [problem("not-permitted", refusal.say, howIn)], refusal.status);
    request.session = sessionOf(request, guarding) ?? null;
    if (request.session || request.routeOptions.config.open === true) return;
    return isNavigation(request) ? noSessionPage(reply) : refuse(reply, [noSession], 401);
  });
  app.addHook("onSend", async (request, reply) => {
    const host = request.headers.host ?? "";
    if (!reply.hasHeader("content-security-policy")) reply.header("content-security-policy", policy(host));
    reply.headers({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
}

/** Nothing but what this server serves, nothing inline. The host is one that was found to be ours. */
function policy(host: string): string {
  const sockets = /^[a-z0-9.:[\]-]+$/i.test(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${sockets}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function askedOf(request: FastifyRequest) {
  const { host, origin } = request.headers;
  const upgrade = request.headers.upgrade !== undefined;
  return {
    host,
    origin,
    site: text(request.headers["sec-fetch-site"]),
    weighty: upgrade || (request.method !== "GET" && request.method !== "HEAD"),
    navigation: isNavigation(request),
  };
}

function isNavigation(request: FastifyRequest): boolean {
  const mode = text(request.headers["sec-fetch-mode"]);
  if (request.method !== "GET") return false;
  return mode === undefined ? (request.headers.accept ?? "").includes("text/html") : mode === "navigate";
}

/** The session of the cookie, or of the header that programs of this user send. */
function sessionOf(request: FastifyRequest, { sessions, cookie }: Guarding): Session | undefined {
  const bearer = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? "")?.[1];
  const secret = bearer ?? request.cookies[cookie()];
  return secret === undefined ? undefined : sessions.of(secret);
}

function text(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.[0];
}

const howIn = "Open the address that parapet up prints; run it again for a new one.";

const noSession = problem("not-permitted", "This needs a session of the workbench.", howIn);

/** What a person sees who opens the workbench without its link. */
function noSessionPage(reply: FastifyReply): FastifyReply {
  return reply
    .code(401)
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parapet</title><h1>Parapet</h1><p>This browser has no session here. ${howIn}</p></html>\n`,
    );
}
