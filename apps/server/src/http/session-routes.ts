// How a browser gets its session: the link that the terminal printed, once.

import { problem } from "@parapet/core";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Guarding } from "./guard.ts";
import { refuse } from "./problems.ts";

const query = z.object({ token: z.string().max(200) });

export function sessionRoutes(app: FastifyInstance, { sessions, cookie }: Guarding, secure: boolean): void {
  app.get("/session", { config: { open: true } }, (request, reply) => {
    const asked = query.safeParse(request.query);
    const secret = asked.success ? sessions.enter(asked.data.token) : undefined;
    if (secret === undefined) {
      // Opened once more in the same browser: it is in already.
      if (request.session) return reply.redirect("/", 303);
      return refuse(reply, [usedUp], 403);
    }
    reply.setCookie(cookie(), secret, { path: "/", httpOnly: true, sameSite: "strict", secure });
    // A browser that comes from another page sends no strict cookie along a redirect; a page that goes on by itself is of this origin.
    if (request.headers["sec-fetch-site"] === "cross-site") return reply.type("text/html; charset=utf-8").send(onward);
    return reply.redirect("/", 303);
  });
}

const usedUp = problem(
  "not-permitted",
  "This link was used before, or is none of ours.",
  "Run parapet up again: it gives a new link to the workbench that runs.",
);

const onward =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>Parapet</title><p><a href="/">Go on to the workbench</a></p></html>\n';
