// What can be read of the models.
import { problem } from "@parapet/core";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import { sendJson, sendKept } from "./json.ts";
import { refuse } from "./problems.ts";
import { parsed, withModel } from "./with-model.ts";

export const logQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const beginning = z.strictObject({
  /** From what the files of the system show, from questions alone, or from a worked example. */
  from: z.enum(["files", "blank", "example"]),
  example: z.string().max(80).optional(),
  /** What the system is called; the folder's name when absent. */
  system: z.string().min(1).max(300).optional(),
  /** Names the model, where there are several. */
  name: z.string().max(80).optional(),
});

export function readingRoutes(app: FastifyInstance, models: Models): void {
  app.get("/models", async (request, reply) => sendJson(request, reply, await models.list()));

  app.get("/examples", (request, reply) => sendJson(request, reply, models.workplace.examples));

  app.post("/models", async (request, reply) => {
    const body = parsed(beginning, request.body, reply);
    if (!body.ok) return body.reply;
    if (!request.session?.may.includes("administer")) return refuse(reply, [hostBegins]);
    const begun = await models.begin(body.value);
    return begun.ok ? sendJson(request, reply, { id: begun.value }) : refuse(reply, begun.problems);
  });

  app.get(
    "/models/:id",
    withModel(models, (request, reply, { id, room, life }) =>
      sendJson(request, reply, { id, head: room.head, room: life, document: room.document }),
    ),
  );

  app.get(
    "/models/:id/knowledge",
    withModel(models, async (request, reply, model) => sendKept(request, reply, await model.knowledgeAnswer())),
  );

  app.get(
    "/models/:id/texts",
    withModel(models, async (request, reply, model) => sendKept(request, reply, await model.textsAnswer())),
  );

  // Comes back when the files hold all that is accepted by now, or says why they cannot.
  app.get(
    "/models/:id/written",
    withModel(models, async (request, reply, model) => sendJson(request, reply, await model.written())),
  );

  app.get(
    "/models/:id/log",
    withModel(models, (request, reply, { room, entries: all }) => {
      const query = parsed(logQuery, request.query, reply);
      if (!query.ok) return query.reply;
      const { before = room.head + 1, limit } = query.value;
      const entries = all.filter(({ seq }) => seq < before);
      return sendJson(request, reply, { entries: entries.slice(-limit).reverse(), more: entries.length > limit });
    }),
  );
}

const hostBegins = problem(
  "not-permitted",
  "Only the host of this workbench begins models.",
  "Ask the person who started it.",
);
