// What git knows: who works here, what files were at a revision, and who added a line.
import { spawnSync } from "node:child_process";
import { fail, ok, problem, type Result } from "@parapet/core";

const maxOutput = 64 * 1024 * 1024;

function git(folder: string, args: readonly string[]): { ok: boolean; out: string } {
  const { status, stdout } = spawnSync("git", ["-C", folder, "-c", "core.quotepath=off", ...args], {
    encoding: "utf8",
    maxBuffer: maxOutput,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { ok: status === 0, out: stdout ?? "" };
}

/** The name and e-mail address that git commits as in this folder; empty when git or its settings are absent. */
export function gitUser(folder: string): { readonly name: string; readonly email: string } {
  return {
    name: git(folder, ["config", "user.name"]).out.trim(),
    email: git(folder, ["config", "user.email"]).out.trim(),
  };
}

/** True when the folder lies in a git work tree. */
export function hasGit(folder: string): boolean {
  return git(folder, ["rev-parse", "--is-inside-work-tree"]).out.trim() === "true";
}

/** Whether the repository of a folder has this commit; undefined where there is no git. */
export function hasCommit(folder: string, commit: string): boolean | undefined {
  if (!hasGit(folder)) return undefined;
  return /^[0-9a-f]+$/i.test(commit) && git(folder, ["cat-file", "-e", `${commit}^{commit}`]).ok;
}

/** The texts of files below a folder at a revision: path → text; a file that was not there is left out. */
export function filesAt(
  folder: string,
  revision: string,
  paths: readonly string[],
): Result<ReadonlyMap<string, string>> {
  if (revision.startsWith("-") || !git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]).ok) {
    return fail(
      problem(
        "bad-argument",
        `git knows no revision ${revision} here.`,
        "Name a commit, branch or tag; fetch it first in a shallow clone.",
      ),
    );
  }
  const files = new Map<string, string>();
  for (const path of paths) {
    const shown = git(folder, ["show", `${revision}:./${path}`]);
    if (shown.ok) files.set(path, shown.out);
  }
  return ok(files);
}

/** The commit that a line is from: its author's e-mail address, and how many commits of the file are later than it. */
export interface LineCommit {
  readonly author: string;
  readonly age: number;
}

/** Per line of a committed file (from 1) the commit that added it; lines not committed yet have none. */
export function lineCommits(folder: string, path: string): readonly (LineCommit | undefined)[] {
  const blamed = git(folder, ["blame", "--line-porcelain", "--", path]);
  if (!blamed.ok) return [];
  const commits: (LineCommit | undefined)[] = [];
  const later = git(folder, ["rev-list", "--topo-order", "HEAD", "--", path]).out.split("\n");
  const ages = new Map(later.map((id, age) => [id, age]));
  let author = "";
  let age = 0;
  let committed = false;
  for (const line of blamed.out.split("\n")) {
    if (/^[0-9a-f]{40} /.test(line)) {
      committed = !/^0{40} /.test(line);
      age = ages.get(line.slice(0, 40)) ?? later.length;
    } else if (line.startsWith("author-mail ")) author = line.slice(12).replace(/^<|>$/g, "");
    else if (line.startsWith("\t")) commits.push(committed ? { author, age } : undefined);
  }
  return commits;
}

/** Where a work tree stands; undefined where there is no git. */
export interface GitState {
  /** The branch; undefined when none is checked out. */
  readonly branch: string | undefined;
  /** The commit that is checked out; undefined before the first one. */
  readonly head: string | undefined;
}

export function gitState(folder: string): GitState | undefined {
  if (!hasGit(folder)) return undefined;
  const branch = git(folder, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
  const head = git(folder, ["rev-parse", "--verify", "--quiet", "HEAD"]);
  return { branch: branch.ok ? branch.out.trim() : undefined, head: head.ok ? head.out.trim() : undefined };
}

/** The folder in which git keeps what is checked out; undefined where there is no git. */
export function gitFolder(folder: string): string | undefined {
  const asked = git(folder, ["rev-parse", "--absolute-git-dir"]);
  return asked.ok ? asked.out.trim() : undefined;
}

/** A commit that touched files of a folder. */
export interface Commit {
  readonly id: string;
  readonly author: string;
  /** The day, as 2026-11-24. */
  readonly on: string;
  readonly subject: string;
}

/** The last commits that touched a folder, newest first. */
export function commitsOf(folder: string, most: number): readonly Commit[] {
  const listed = git(folder, [
    "log",
    `--max-count=${most}`,
    "--date=short",
    "--format=%H%x00%an%x00%ad%x00%s",
    "--",
    ".",
  ]);
  if (!listed.ok) return [];
  return listed.out.split("\n").flatMap((line) => {
    const [id, author, on, subject] = line.split("\0");
    return id && author !== undefined && on !== undefined && subject !== undefined ? [{ id, author, on, subject }] : [];
  });
}
