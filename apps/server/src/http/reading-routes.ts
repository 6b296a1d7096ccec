// What can be read of the models.
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import { sendJson, sendKept } from "./json.ts";
import { parsed, withModel } from "./with-model.ts";

export const logQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export function readingRoutes(app: FastifyInstance, models: Models): void {
  app.get("/models", async (request, reply) => sendJson(request, reply, await models.list()));

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
