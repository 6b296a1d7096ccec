// Proposals: what the files of the system show now, waiting for somebody who accepts or refuses it.
import { type CommandCall, fail, ok, type Proposal, problem, type Result } from "@parapet/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import type { OpenModel } from "../models/open-model.ts";
import { thingsIn } from "../models/waiting.ts";
import type { Session } from "../trust/sessions.ts";
import { answerOutcome } from "./command-routes.ts";
import { sendJson } from "./json.ts";
import { refuse } from "./problems.ts";
import { parsed, withModel } from "./with-model.ts";

const named = z.object({ proposal: z.string() });
export const refusing = z.strictObject({ why: z.string().max(4_000).optional() });

export function proposalRoutes(app: FastifyInstance, models: Models): void {
  app.get(
    "/models/:id/proposals",
    withModel(models, async (request, reply, { store }) => {
      const waiting = await store.proposals();
      return waiting.ok ? sendJson(request, reply, { proposals: waiting.value }) : refuse(reply, waiting.problems);
    }),
  );

  app.post(
    "/models/:id/discover",
    withModel(models, async (request, reply, model) => {
      if (!request.session?.may.includes("edit")) return refuse(reply, [notYours]);
      const found = await models.workplace.side.rediscover(model.held);
      if (!found.ok) return refuse(reply, found.problems);
      const stored = await replaceDiscovery(model, found.value.proposal);
      if (!stored.ok) return refuse(reply, stored.problems);
      model.hall.tell({ kind: "proposals", count: stored.value });
      const { proposal = null, refused, problems } = found.value;
      return sendJson(request, reply, { proposal, refused, problems });
    }),
  );

  app.post(
    "/models/:id/proposals/:proposal/accept",
    withModel(models, (request, reply, model) =>
      settle(request, reply, model, (proposal) => ({
        title: `Accepted the proposal ${proposal.id}`,
        calls: [{ name: "accept-observed", input: { changes: proposal.changes } }],
      })),
    ),
  );

  app.post(
    "/models/:id/proposals/:proposal/refuse",
    withModel(models, (request, reply, model) => {
      const body = parsed(refusing, request.body ?? {}, reply);
      if (!body.ok) return body.reply;
      return settle(request, reply, model, (proposal) => ({
        title: `Refused the proposal ${proposal.id}`,
        calls: models.workplace.refusals(proposal, model.room.document, body.value.why),
      }));
    }),
  );
}

/** A discovery replaces the one before; gives how many things wait then. */
async function replaceDiscovery({ store }: OpenModel, proposal: Proposal | undefined): Promise<Result<number>> {
  const waiting = await store.proposals();
  if (!waiting.ok) return waiting;
  const old = waiting.value.filter(({ id }) => id.startsWith("discovery-") && id !== proposal?.id);
  for (const { id } of old) await store.settle(id);
  if (proposal) {
    const stored = await store.propose(proposal);
    if (!stored.ok) return stored;
  }
  const others = waiting.value.filter(({ id }) => !id.startsWith("discovery-"));
  return ok(thingsIn(proposal ? [...others, proposal] : others));
}

async function settle(
  request: FastifyRequest,
  reply: FastifyReply,
  model: OpenModel,
  toCommands: (proposal: Proposal) => { readonly title: string; readonly calls: readonly CommandCall[] },
): Promise<FastifyReply> {
  const proposal = await waitingProposal(model, named.parse(request.params).proposal);
  if (!proposal.ok) return refuse(reply, proposal.problems);
  const { title, calls } = toCommands(proposal.value);
  const sender = model.sender(request.session as Session, calls);
  if (!sender.ok) return refuse(reply, sender.problems);
  const outcome = await model.sendNow(sender.value, { title, calls });
  if (outcome.kind !== "refused") {
    await model.store.settle(proposal.value.id);
    await model.tellWaiting();
  }
  return answerOutcome(request, reply, model, outcome);
}

async function waitingProposal({ store }: OpenModel, id: string): Promise<Result<Proposal>> {
  const waiting = await store.proposals();
  if (!waiting.ok) return waiting;
  const found = waiting.value.find((one) => one.id === id);
  if (found) return ok(found);
  const known = waiting.value.map((one) => one.id).join(", ");
  return fail(
    problem("dangling-reference", `There is no proposal ${id}.`, known === "" ? "None waits." : `There are: ${known}.`),
  );
}

const notYours = problem(
  "not-permitted",
  "Reading the files of the system is for who may edit the model.",
  "Ask the host to have them read.",
);
