// What git knows of a model: its document at a revision, and who committed each step of an acceptance.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesAt, hasGit, lineAuthors } from "@parapet/adapters";
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
export function documentAt({ store }: Opened, revision: string): Result<Document | undefined> {
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
 * Who committed the request and the approval of each acceptance. What is not committed, or not in git, has no author,
 * so that an approval which needs two people is claimed until both steps are in the history.
 */
export function acceptanceHistory({ store, document }: Opened): NonNullable<AnalyseOptions["history"]> {
  const threats = Object.keys(document.register?.acceptances ?? {});
  if (threats.length === 0) return {};
  const path = layers.register.file;
  const authors = lineAuthors(store.folder, path);
  if (authors.length === 0) return {};
  const text = readFileSync(join(store.folder, path), "utf8");
  const lines = linesOf(
    "register",
    text,
    threats.flatMap((threat) => [
      ["acceptances", threat, "owner"],
      ["acceptances", threat, "approved", "by"],
    ]),
  );
  const authorOf = (line: number | undefined): string | undefined =>
    line === undefined ? undefined : authors[line - 1];
  return Object.fromEntries(
    threats.map((threat, i) => {
      const requested = authorOf(lines[2 * i]);
      const approved = authorOf(lines[2 * i + 1]);
      return [
        threatMeant(document, threat),
        { ...(requested ? { requested } : {}), ...(approved ? { approved } : {}) },
      ];
    }),
  );
}
