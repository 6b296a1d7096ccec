// What git has checked out, read from its files: asked so often that a process each time would be felt.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type GitState, gitState } from "./git.ts";

/** The branch and commit of a work tree whose git folder is known. `folder`: where to ask git itself, where its files are of another format. */
export function headIn(gitFolder: string, folder: string): GitState | undefined {
  const text = read(join(gitFolder, "HEAD"));
  if (text === undefined) return undefined;
  const ref = /^ref: (refs\/\S+)$/.exec(text.trim())?.[1];
  if (ref === undefined) return { branch: undefined, head: asCommit(text) };
  if (ref === "refs/heads/.invalid") return gitState(folder);
  return { branch: ref.replace(/^refs\/heads\//, ""), head: commitOf(gitFolder, ref) };
}

/** The commit of a branch: its own file, in this work tree or the main one, else a line of the packed ones. */
function commitOf(gitFolder: string, ref: string): string | undefined {
  const shared = resolve(gitFolder, read(join(gitFolder, "commondir"))?.trim() ?? ".");
  for (const folder of new Set([gitFolder, shared])) {
    const own = asCommit(read(join(folder, ref)) ?? "");
    if (own) return own;
  }
  const packed = read(join(shared, "packed-refs"))?.split("\n") ?? [];
  return asCommit(packed.find((line) => line.endsWith(` ${ref}`)) ?? "");
}

function asCommit(text: string): string | undefined {
  return /^[0-9a-f]{40,64}/.exec(text)?.[0];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
