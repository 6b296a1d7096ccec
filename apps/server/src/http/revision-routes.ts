// What git knows of a model: the difference from HEAD in sentences, its commits, and the difference between any two.
import { type Commit, commitsOf, gitState } from "@parapet/adapters";
import {
  analyse,
  type Document,
  diffOf,
  fail,
  isEmptyDiff,
  ok,
  problem,
  type Result,
  type Revision,
  sectionsOf,
  sentencesOf,
} from "@parapet/core";
import type { DrawnRevision } from "@parapet/reports/dfd";
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
    withModel(models, (request, reply, model) => sendJson(request, reply, changesSinceHead(models, model))),
  );

  app.get(
    "/models/:id/diff",
    withModel(models, (request, reply, model) => {
      const query = parsed(diffQuery, request.query, reply);
      if (!query.ok) return query.reply;
      const from = revision(models, model, query.value.from);
      if (!from.ok) return refuse(reply, from.problems);
      const to = revision(models, model, query.value.to);
      if (!to.ok) return refuse(reply, to.problems);
      const diff = differenceOf(model, from.value, to.value);
      const drawn = { before: drawnOf(from.value), after: drawnOf(to.value) };
      return sendJson(request, reply, { diff, sections: sectionsOf(diff), empty: isEmptyDiff(diff), drawn });
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
}

/** The difference from HEAD in sentences, and what one might write into the commit. */
function changesSinceHead({ workplace }: Models, model: OpenModel): object {
  const state = gitState(model.folder);
  if (!state) return { git: null, sentences: [], message: "", lost: lostWithoutGit };
  const { branch = null, head = null } = state;
  const before = head === null ? ok(undefined) : workplace.documentAt(model.opened(), head);
  if (!before.ok) return { git: { branch, head, dirty: true }, sentences: [], message: "", problems: before.problems };
  const now = model.opened();
  if (before.value === undefined) {
    const sentences = ["The whole threat model is new: no commit holds it yet."];
    return {
      git: { branch, head, dirty: true },
      sentences,
      message: `Begin the threat model of ${now.document.model.system}\n`,
    };
  }
  const diff = differenceOf(model, revisionOf(model, before.value), revisionOf(model, now.document));
  const dirty = !isEmptyDiff(diff);
  return {
    git: { branch, head, dirty },
    sentences: sentencesOf(diff),
    message: dirty ? messageFrom(model.entries, sentencesOf(diff)) : "",
  };
}

const lostWithoutGit =
  "There is no git here. Undo works as long as this folder keeps .parapet; there is no history beyond it, no comparison with an earlier state, and an approval that needs two people stays claimed.";

/** A revision by its name: the present state, or what git knows by it. */
function revision({ workplace }: Models, model: OpenModel, name: string): Result<Revision> {
  if (name === present) return ok(revisionOf(model, model.room.document));
  const document = workplace.documentAt(model.opened(), name);
  if (!document.ok) return document;
  if (document.value) return ok(revisionOf(model, document.value));
  return fail(problem("file-missing", `There was no threat model at ${name}.`, "Name a later revision."));
}

function revisionOf(model: OpenModel, document: Document): Revision {
  return { document, analysis: model.engine.analysis(document, model.today) };
}

/** What a revision draws, so that two can be laid over each other. */
function drawnOf({ document, analysis }: Revision): DrawnRevision & Pick<Document, "diagram"> {
  const { elements, flows, zones, surface, model } = analysis;
  const entryPoints = surface.entryPoints.map(({ id, on }) => ({ id, on }));
  const { diagram } = document;
  return { system: model.system, elements, flows, zones, entryPoints, ...(diagram && { diagram }) };
}

function differenceOf({ known }: OpenModel, from: Revision, to: Revision) {
  return diffOf(from, to, { analyse: (document, asked) => analyse(document, known.knowledge, asked) });
}
