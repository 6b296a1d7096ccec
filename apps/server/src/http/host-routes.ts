// What the host does with the workbench itself: a new link for another browser of theirs.
import { problem } from "@parapet/core";
import type { FastifyInstance } from "fastify";
import { sendJson } from "./json.ts";
import { refuse } from "./problems.ts";

export function hostRoutes(app: FastifyInstance, link: () => string): void {
  app.post("/links", (request, reply) => {
    if (!request.session?.may.includes("administer")) return refuse(reply, [hostAlone], 403);
    return sendJson(request, reply, { url: link() });
  });
}

const hostAlone = problem(
  "not-permitted",
  "Only the host of this workbench gives out links.",
  "Ask the person who started it.",
);
