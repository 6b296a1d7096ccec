// How browsers get their session: the host by the link that the terminal printed, once; guests by the code of a room.
import { problem } from "@parapet/core";
import type { FastifyInstance, FastifyReply } from "fastify";
import * as z from "zod";
import type { Guarding } from "./guard.ts";
import { sendJson } from "./json.ts";
import { onward } from "./pages.ts";
import { refuse } from "./problems.ts";
import { parsed } from "./with-model.ts";

export const sessionQuery = z.object({ token: z.string().max(200) });

export const joining = z.strictObject({
  /** The code of the link, or the one that was said aloud. */
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(200),
});

export function sessionRoutes(app: FastifyInstance, guarding: Guarding, isSecure: boolean): void {
  const { sessions, sharing, cookie } = guarding;
  const give = (reply: FastifyReply, secret: string): FastifyReply =>
    reply.setCookie(cookie(), secret, { path: "/", httpOnly: true, sameSite: "strict", secure: isSecure });

  app.get("/session", { config: { for: "anybody" } }, (request, reply) => {
    // A host's session is for connections that nobody else reads.
    if (!request.whole) return refuse(reply, [onlyHere], 403);
    const asked = sessionQuery.safeParse(request.query);
    const secret = asked.success ? sessions.enter(asked.data.token) : undefined;
    if (secret !== undefined) give(reply, secret);
    // Opened once more in the same browser: it is in already.
    else if (request.session === null) return refuse(reply, [usedUp], 403);
    // A browser that comes from another page sends no strict cookie along a redirect.
    return request.headers["sec-fetch-site"] === "cross-site" ? onward(reply) : reply.redirect("/", 303);
  });

  app.post("/share/join", { config: { for: "anybody" } }, (request, reply) => {
    const body = parsed(joining, request.body, reply);
    if (!body.ok) return body.reply;
    const joined = sharing.join({ ...body.value, address: request.ip }, Date.now());
    if (!joined.ok) return refuse(reply, joined.problems, 403);
    const { model, workshop } = joined.value.room;
    return sendJson(request, give(reply, joined.value.secret), { model, workshop });
  });

  app.get("/me", { config: { for: "guests" } }, (request, reply) => {
    const { id, name = null, guest, may, model = null, workshop = null } = request.session ?? {};
    return sendJson(request, reply, { session: id, name, guest, may, model, workshop, whole: request.whole });
  });
}

const usedUp = problem(
  "not-permitted",
  "This link was used before, or is none of ours.",
  "Run parapet up again: it gives a new link to the workbench that runs.",
);

const onlyHere = problem(
  "not-permitted",
  "The host's link works where nobody else can read what is sent.",
  "Open it on the machine that runs the workbench, or over https.",
);
