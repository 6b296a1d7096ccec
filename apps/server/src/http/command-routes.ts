// The one door over HTTP: a command, several as one, or an undo.
import { type CommandCall, fail, ok, problem, type Result } from "@parapet/core";
import type { Outcome, Sender } from "@parapet/live";
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
const longestTitle = 4_000;

/** What stands beside every kind of change. */
const common = {
  /** The last entry that the sender knew: what others did since is held against it. Absent: made on what stands when its turn comes. */
  base: seq.optional(),
  /** Who it counts for, when a program of the host says so: the command line with --as. Nobody else may. */
  as: z.string().min(1).max(200).optional(),
  /** The day that the sender has; refused when it is another one than here. */
  day: z.iso.date().optional(),
  /** Names what is sent, so that it can be sent again when no answer came. */
  id: sendId.optional(),
};

export const oneCommand = z.strictObject({
  ...common,
  title: z.string().max(longestTitle).optional(),
  input: z.unknown(),
});

export const severalCommands = z.strictObject({
  ...common,
  title: z.string().min(1).max(longestTitle),
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
      const sender = senderOf(request, model, [], body.value);
      if (!sender.ok) return refuse(reply, sender.problems);
      return answerOutcome(request, reply, model, await model.room.undo(sender.value, { id, base }));
    }),
  );
}

/** Who sends, once it is certain that they may say so and mean the same day. */
function senderOf(
  request: FastifyRequest,
  model: OpenModel,
  calls: readonly CommandCall[],
  { as, day }: z.infer<typeof undo>,
): Result<Sender> {
  const session = request.session as Session;
  if (day !== undefined && day !== model.today) return fail(otherDay(model.today));
  const sender = model.sender(session, calls);
  if (as === undefined || !sender.ok) return sender;
  return session.kind === "machine" ? ok({ ...sender.value, by: as }) : fail(notYours);
}

function otherDay(today: string) {
  return problem(
    "bad-date",
    `The workbench that has this model open works on ${today}. Nothing was changed.`,
    "Leave --now away, or end the workbench first.",
  );
}

const notYours = problem(
  "not-permitted",
  "Only a program on this machine says for whom it works.",
  "Leave “as” away: it counts for whoever has the session.",
);

interface Asked {
  readonly as?: string | undefined;
  readonly day?: string | undefined;
  readonly base?: number | undefined;
  readonly id?: string | undefined;
  readonly title: string;
  readonly calls: readonly { readonly name: string; readonly input?: unknown }[];
}

async function run(
  request: FastifyRequest,
  reply: FastifyReply,
  model: OpenModel,
  { base, id, title, calls, as, day }: Asked,
): Promise<FastifyReply> {
  const whole: CommandCall[] = calls.map(({ name, input }) => ({ name, input: input ?? {} }));
  const sender = senderOf(request, model, whole, { as, day });
  if (!sender.ok) return refuse(reply, sender.problems);
  const outcome =
    base === undefined
      ? await model.sendNow(sender.value, { title, calls: whole, ...(id !== undefined && { id }) })
      : await model.room.send(sender.value, { id: id ?? newSendId(), base, title, calls: whole });
  return answerOutcome(request, reply, model, outcome);
}

/** Answers with what became of commands. */
export function answerOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  { room, entries }: OpenModel,
  outcome: Outcome,
): Promise<FastifyReply> | FastifyReply {
  if (outcome.kind === "refused") return refuseOutcome(reply, outcome);
  if (outcome.kind === "unchanged") return sendJson(request, reply, { seq: room.head, id: outcome.id, changes: [] });
  const { seq, id, by, at, title, changes, undoes } = outcome.entry;
  const taken = undoes === undefined ? undefined : entries.findLast((entry) => entry.id === undoes);
  const undone = taken && { undoes: { id: taken.id, title: taken.title, at: taken.at } };
  return sendJson(request, reply, { seq, id, by, at, title, changes, ...undone });
}
