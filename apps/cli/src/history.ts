// What git knows of a model: its document at a revision, and who committed each step of an acceptance.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesAt, hasGit, type LineCommit, lineCommits } from "@parapet/adapters";
import {
  type AnalyseOptions,
  type Document,
  fail,
  layerNames,
  layers,
  ok,
  problem,
  type Result,
  threatMeant,
} from "@parapet/core";
import { linesOf, readDocument } from "@parapet/core/files";
import type { Opened } from "./session.ts";

/** The document at a git revision; undefined when the model was not there yet. */
export function documentAt(
  { store }: { readonly store: { readonly folder: string } },
  revision: string,
): Result<Document | undefined> {
  if (!hasGit(store.folder)) {
    const fix = "Run it in a git repository, or compare two folders.";
    return fail(problem("not-possible", `There is no git here, and so no revision ${revision}.`, fix));
  }
  const files = filesAt(
    store.folder,
    revision,
    layerNames.map((layer) => layers[layer].file),
  );
  if (!files.ok) return files;
  if (!files.value.has(layers.model.file)) return ok(undefined);
  return readDocument(files.value, (path) => `${revision}:${path}`);
}

/**
 * Who committed the request and the approval of each acceptance, and whether the request changed later. What is not committed, or not in
 * git, has no author, so that an approval which needs two people is claimed until both steps are in the history.
 */
export function acceptanceHistory({ store, document }: Opened): NonNullable<AnalyseOptions["history"]> {
  const threats = Object.keys(document.register?.acceptances ?? {});
  if (threats.length === 0) return {};
  const path = layers.register.file;
  const commits = lineCommits(store.folder, path);
  if (commits.length === 0) return {};
  const fields = [...requestFields.map((field) => [field]), ...approvalFields.map((field) => ["approved", field])];
  const lines = linesOf(
    "register",
    readFileSync(join(store.folder, path), "utf8"),
    threats.flatMap((threat) => fields.map((field) => ["acceptances", threat, ...field])),
  );
  return Object.fromEntries(
    threats.map((threat, i) => {
      const own = lines.slice(i * fields.length, (i + 1) * fields.length);
      const [request, approval] = [own.slice(0, requestFields.length), own.slice(requestFields.length)];
      return [
        threatMeant(document, threat),
        authorsOf(blockOf(request, approval, commits), blockOf(approval, [], commits)),
      ];
    }),
  );
}

const requestFields = ["owner", "why", "review", "on", "by", "conditions"];
const approvalFields = ["by", "recorded-by", "on", "of"];
type Commits = readonly (LineCommit | undefined)[];

/** The commits of the lines that some values stand on, from the first to the last, or to where what follows begins. */
function blockOf(
  own: readonly (number | undefined)[],
  next: readonly (number | undefined)[],
  commits: Commits,
): Commits {
  const lines = own.filter((line) => line !== undefined);
  if (lines.length === 0) return [];
  const first = Math.min(...lines);
  const last = Math.max(...lines);
  // The text of the last value may go on over several lines; `approved:` itself stands on the line in front of its first value.
  const end = Math.min(...next.filter((line) => line !== undefined && line > last).map((line) => (line as number) - 2));
  return commits.slice(first - 1, Number.isFinite(end) ? Math.max(last, end) : last);
}

/** Whose the request and the approval are. Lines of an approval by several authors are nobody's. */
function authorsOf(request: Commits, approval: Commits): NonNullable<AnalyseOptions["history"]>[string] {
  const [first] = approval;
  const approved = first && approval.every((one) => one?.author === first.author) ? first.author : undefined;
  const whole = request.every((one) => one !== undefined);
  const requested = whole ? (request.find((one) => one?.author === approved) ?? request[0])?.author : undefined;
  const latest = (commits: Commits) => Math.min(...commits.map((one) => one?.age ?? 0));
  return {
    ...(requested ? { requested } : {}),
    ...(approved ? { approved } : {}),
    ...(approved && latest(request) < latest(approval) ? { changed: true } : {}),
  };
}
