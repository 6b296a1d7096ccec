// Stands before every request and upgrade: the name it was sent to, the page it comes from, whose session it carries, who can read it.
import { type Problem, problem } from "@parapet/core";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Addresses } from "../trust/addresses.ts";
import type { Session, Sessions } from "../trust/sessions.ts";
import type { Sharing } from "../trust/sharing.ts";
import { page } from "./pages.ts";
import { refuse } from "./problems.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; absent only where nobody needs to be known. */
    session: Session | null;
    /** True when the whole workbench may go over this connection. */
    whole: boolean;
  }
  interface FastifyContextConfig {
    /** Who is answered besides sessions of the host: anybody, anybody while it is shared, guests of the small page. */
    for?: "anybody" | "anybody-when-shared" | "guests";
  }
}

export interface Guarding {
  readonly sessions: Sessions;
  readonly sharing: Sharing;
  readonly addresses: () => Addresses;
  /** The name of the cookie; of its own for each port, since browsers share cookies between ports. */
  readonly cookie: () => string;
}

/** Puts the guard before everything else. */
export function guard(app: FastifyInstance, guarding: Guarding): void {
  app.decorateRequest("session", null);
  app.decorateRequest("whole", false);
  app.addHook("onRequest", async (request, reply) => {
    const asked = askedOf(request);
    const refusal = guarding.addresses().refusal(asked);
    if (refusal) return refuse(reply, [problem("not-permitted", refusal.say, howIn)], refusal.status);
    const isPrivate = guarding.addresses().isPrivate({ host: asked.host, remote: request.socket.remoteAddress });
    const session = sessionOf(request, guarding);
    request.session = session ?? null;
    request.whole = isPrivate || (session?.guest === true && guarding.sharing.share?.edit === true);
    const why = whyNot(request, guarding);
    if (why === undefined) return;
    const status = session ? 403 : 401;
    return asked.navigation ? page(reply, status, why) : refuse(reply, [why], status);
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

/** Why a request is not answered; undefined when it is. */
function whyNot(request: FastifyRequest, { sharing }: Guarding): Problem | undefined {
  const { session, whole } = request;
  const { for: who } = request.routeOptions.config;
  const isShared = sharing.share !== undefined;
  if (who === "anybody" || (isShared && (who === "anybody-when-shared" || isAsset(request.url)))) return undefined;
  if (!session) return isShared ? notJoined : noSession;
  if (whole || (session.guest && who === "guests")) return undefined;
  return session.guest ? readable : readableHost;
}

/** What the small page of guests is made of; it says nothing about any model. */
function isAsset(url: string): boolean {
  return /^\/(assets\/[\w.-]+|[\w-]+\.(svg|png|ico|woff2))(\?|$)/.test(url);
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

const noSession = problem("not-permitted", "This browser has no session here.", howIn);

const notJoined = problem(
  "not-permitted",
  "This browser has not joined here.",
  "Open the link of the invitation; the host finds it in the workbench.",
);

const canBeRead = "What is sent here can be read by others on the network, so the whole workbench is not.";

const readable = problem(
  "not-permitted",
  canBeRead,
  "Open it on the machine that runs it, or have it shared with --cert and --key, with --public-url over https, or with --share=edit.",
);

/** The host decides for everybody: that is sent over no connection that others can read, --share=edit or not. */
const readableHost = problem(
  "not-permitted",
  canBeRead,
  "Open it on the machine that runs it, or share it with --cert and --key, or with --public-url over https.",
);
