// The one door over HTTP: a command, several as one, or an undo.
import { type CommandCall, problem } from "@parapet/core";
import type { Outcome } from "@parapet/live";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import { cardOf } from "../engine.ts";
import type { Models } from "../models/models.ts";
import { newSendId, type OpenModel } from "../models/open-model.ts";
import type { Session } from "../trust/sessions.ts";
import { sendJson } from "./json.ts";
import { refuse, refuseOutcome } from "./problems.ts";
import { parsed, withModel } from "./with-model.ts";

const sendId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const seq = z.int().min(0);

/** What stands beside every kind of change. */
const common = {
  /** The last entry that the sender knew: what others did since is held against it. Absent: made on what stands when its turn comes. */
  base: seq.optional(),
  /** Names what is sent, so that it can be sent again when no answer came. */
  id: sendId.optional(),
};

export const oneCommand = z.strictObject({ ...common, title: z.string().max(400).optional(), input: z.unknown() });

export const severalCommands = z.strictObject({
  ...common,
  title: z.string().min(1).max(400),
  calls: z
    .array(z.strictObject({ name: z.string().max(80), input: z.unknown() }))
    .min(1)
    .max(1_000),
});

export const undo = z.strictObject(common);

const named = z.object({ name: z.string() });

export function commandRoutes(app: FastifyInstance, models: Models): void {
  app.post(
    "/models/:id/commands/:name",
    withModel(models, (request, reply, model) => {
      const { name } = named.parse(request.params);
      const card = cardOf(name);
      if (!card) return refuse(reply, [problem("bad-argument", `There is no command ${name}.`, "See /docs.")], 404);
      const body = parsed(oneCommand, request.body, reply);
      if (!body.ok) return body.reply;
      const { input, title = card.title, ...rest } = body.value;
      return run(request, reply, model, { ...rest, title, calls: [{ name, input }] });
    }),
  );

  app.post(
    "/models/:id/commands",
    withModel(models, (request, reply, model) => {
      const body = parsed(severalCommands, request.body, reply);
      return body.ok ? run(request, reply, model, body.value) : body.reply;
    }),
  );

  app.post(
    "/models/:id/undo",
    withModel(models, async (request, reply, model) => {
      const body = parsed(undo, request.body ?? {}, reply);
      if (!body.ok) return body.reply;
      const { id = newSendId(), base = model.room.head } = body.value;
      const outcome = await model.room.undo(model.sender(request.session as Session), { id, base });
      return answerOutcome(request, reply, model, outcome);
    }),
  );
}

interface Asked {
  readonly base?: number | undefined;
  readonly id?: string | undefined;
  readonly title: string;
  readonly calls: readonly { readonly name: string; readonly input?: unknown }[];
}

async function run(
  request: FastifyRequest,
  reply: FastifyReply,
  model: OpenModel,
  { base, id, title, calls }: Asked,
): Promise<FastifyReply> {
  const whole: CommandCall[] = calls.map(({ name, input }) => ({ name, input: input ?? {} }));
  const sender = model.sender(request.session as Session);
  const outcome =
    base === undefined
      ? await model.sendNow(sender, { title, calls: whole, ...(id !== undefined && { id }) })
      : await model.room.send(sender, { id: id ?? newSendId(), base, title, calls: whole });
  return answerOutcome(request, reply, model, outcome);
}

/** Answers with what became of commands. */
export function answerOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  { room }: OpenModel,
  outcome: Outcome,
): Promise<FastifyReply> | FastifyReply {
  if (outcome.kind === "refused") return refuseOutcome(reply, outcome);
  if (outcome.kind === "unchanged") return sendJson(request, reply, { seq: room.head, id: outcome.id, changes: [] });
  const { seq, id, by, at, title, changes } = outcome.entry;
  return sendJson(request, reply, { seq, id, by, at, title, changes });
}
