// What git knows of a model: the difference from HEAD in sentences, its commits, and the difference between any two.
import { type Commit, commitsOf, gitState, hasCommit } from "@parapet/adapters";
import { problem } from "@parapet/core";
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { Models } from "../models/models.ts";
import type { OpenModel } from "../models/open-model.ts";
import { messageFrom } from "./commit-message.ts";
import { sendJson } from "./json.ts";
import { refuse } from "./problems.ts";
import { parsed, withModel } from "./with-model.ts";

/** What stands for the model as it is now, where a revision is named. */
const present = "now";

export const diffQuery = z.object({ from: z.string().max(200), to: z.string().max(200).default(present) });
export const revisionsQuery = z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) });

export function revisionRoutes(app: FastifyInstance, models: Models): void {
  app.get(
    "/models/:id/changes",
    withModel(models, async (request, reply, model) => sendJson(request, reply, await changesSinceHead(models, model))),
  );

  app.get(
    "/models/:id/diff",
    withModel(models, async (request, reply, model) => {
      const query = parsed(diffQuery, request.query, reply);
      if (!query.ok) return query.reply;
      const { from, to } = query.value;
      const compared = await models.workplace.side.compare(model.held, revision(from), revision(to));
      if (!compared.ok) return refuse(reply, compared.problems);
      if (!compared.value) return refuse(reply, [notThere(from, to)]);
      const { sentences: _, besides: _besides, ...answer } = compared.value;
      return sendJson(request, reply, answer);
    }),
  );

  app.get(
    "/models/:id/revisions",
    withModel(models, (request, reply, { folder }) => {
      const query = parsed(revisionsQuery, request.query, reply);
      if (!query.ok) return query.reply;
      const commits: readonly Commit[] = gitState(folder) ? commitsOf(folder, query.value.limit) : [];
      return sendJson(request, reply, { revisions: commits });
    }),
  );

  app.get(
    "/models/:id/commits/:commit",
    withModel(models, (request, reply, { folder }) => {
      const { commit } = z.object({ commit: z.string().max(200) }).parse(request.params);
      return sendJson(request, reply, { known: hasCommit(folder, commit) ?? null });
    }),
  );
}

/** The difference from HEAD in sentences, and what one might write into the commit. */
async function changesSinceHead({ workplace }: Models, model: OpenModel): Promise<object> {
  const state = gitState(model.folder);
  if (!state) return { git: null, sentences: [], message: "", lost: lostWithoutGit };
  const { branch = null, head = null } = state;
  const { held } = model;
  const compared = head === null ? undefined : await workplace.side.compare(held, head, undefined);
  if (compared && !compared.ok)
    return { git: { branch, head, dirty: true }, sentences: [], message: "", problems: compared.problems };
  if (!compared?.value) {
    const sentences = ["The whole threat model is new: no commit holds it yet."];
    const message = `Begin the threat model of ${held.document.model.system}\n`;
    return { git: { branch, head, dirty: true }, sentences, message };
  }
  const { empty, besides } = compared.value;
  const sentences = [...compared.value.sentences, ...besides];
  const dirty = !empty || besides.length > 0;
  const message = dirty ? messageFrom(model.uncommitted, sentences, held.document) : "";
  return { git: { branch, head, dirty }, sentences, message };
}

const lostWithoutGit =
  "There is no git here. Undo works as long as this folder keeps .parapet; there is no history beyond it, no comparison with an earlier state, and an approval that needs two people stays claimed.";

/** The name that git has for a revision; undefined for the model as it is. */
function revision(name: string): string | undefined {
  return name === present ? undefined : name;
}

function notThere(from: string, to: string) {
  const names = [from, to].filter((name) => name !== present).join(" or ");
  return problem("file-missing", `There was no threat model at ${names}.`, "Name a later revision.");
}
