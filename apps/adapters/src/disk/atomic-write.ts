// Writes files so that a reader sees the old or the new content, never a part: temporary file, fsync, rename.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fail, ok, type Problem, problem, type Result } from "@parapet/core";

/** A file to write: a text, or the bytes of a picture; neither removes it. */
export interface FileWrite {
  readonly path: string;
  readonly text: string | Uint8Array | undefined;
}

/** The steps of writing that a test may make fail (a full disk, a read-only folder). */
export interface WriteSteps {
  readonly write: (path: string, text: string | Uint8Array) => void;
  readonly rename: (from: string, to: string) => void;
}

const realSteps: WriteSteps = {
  write: (path, text) => {
    const file = openSync(path, "wx", 0o644);
    try {
      writeAll(file, typeof text === "string" ? Buffer.from(text, "utf8") : text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
};

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * Writes several files: all temporary files first, so that a full disk or a missing right changes nothing; then the renames.
 * With `journal` (in a folder beside the files), what has to be renamed is on disk before the first rename, so that finishWrites
 * completes a killed write. When a rename fails, the files that were renamed before it get their old content back, in the same way.
 */
export function writeFiles(
  writes: readonly FileWrite[],
  journal?: string,
  steps: WriteSteps = realSteps,
): Result<void> {
  const kept = writes.length > 1 ? journal : undefined;
  const renames: Rename[] = [];
  const replaced: Replaced[] = [];
  try {
    put(writes, renames, replaced, kept, steps);
  } catch (error) {
    return fail(cannotWrite(error, takeBack(renames, replaced, kept, steps)));
  }
  syncFolders(writes);
  if (kept !== undefined) discard(kept);
  return ok(undefined);
}

interface Rename {
  readonly from: string;
  readonly to: string;
}

interface Replaced {
  readonly path: string;
  readonly old: string | undefined;
}

/** The steps in their order. `renames` and `replaced` tell how far it came when one fails. */
function put(
  writes: readonly FileWrite[],
  renames: Rename[],
  replaced: Replaced[],
  journal: string | undefined,
  steps: WriteSteps,
): void {
  const removed = writes.filter(({ text }) => text === undefined).map(({ path }) => path);
  for (const { path, text } of writes) {
    if (text === undefined) continue;
    mkdirSync(dirname(path), { recursive: true });
    const from = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    rmSync(from, { force: true });
    renames.push({ from, to: path });
    steps.write(from, text);
  }
  if (journal !== undefined) writeJournal(journal, renames, removed, steps);
  const oldOf = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
  for (const { from, to } of renames) {
    const old = oldOf(to);
    steps.rename(from, to);
    replaced.push({ path: to, old });
  }
  for (const path of removed) {
    const old = oldOf(path);
    rmSync(path, { force: true });
    replaced.push({ path, old });
  }
}

/**
 * Gives files their old content back after a failure; the paths where that failed too. Then the journal stays, so that who comes next
 * completes what is on the way: the write, or the way back.
 */
function takeBack(
  renames: readonly Rename[],
  replaced: readonly Replaced[],
  journal: string | undefined,
  steps: WriteSteps,
): readonly string[] {
  try {
    const back = replaced.map(({ path, old }) => ({ path, text: old }));
    if (back.length > 0) put(back, [], [], journal, steps);
  } catch {
    return replaced.map(({ path }) => path);
  }
  if (journal !== undefined) {
    discard(journal);
    discard(`${journal}.tmp`);
  }
  for (const { from } of renames) discard(from);
  return [];
}

/** Removes what is no longer needed; what cannot be removed is removed by a later commit. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing depends on it.
  }
}

/** Removes what killed writes left in these folders: temporary files that no journal names. Only for who holds the lock. */
export function removeLeftovers(folders: readonly string[], journal: string): void {
  discard(`${journal}.tmp`);
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder))
      if (/^\.[a-z0-9-]+\.(yaml|json)\.\d+\.tmp$/.test(name)) discard(join(folder, name));
  }
}

/** The journal names files as seen from the folder that holds its own folder. */
function writeJournal(
  journal: string,
  renames: readonly Rename[],
  removed: readonly string[],
  steps: WriteSteps,
): void {
  const root = dirname(dirname(journal));
  const inRoot = (path: string): string => relative(root, path);
  const plan = {
    renames: renames.map(({ from, to }) => ({ from: inRoot(from), to: inRoot(to) })),
    removed: removed.map(inRoot),
  };
  mkdirSync(dirname(journal), { recursive: true });
  rmSync(`${journal}.tmp`, { force: true });
  steps.write(`${journal}.tmp`, JSON.stringify(plan));
  steps.rename(`${journal}.tmp`, journal);
  // The plan is there before the first rename, whatever order the file system writes them in.
  syncFolder(dirname(journal));
}

/** Completes a write of several files that was killed between two renames; does nothing when there is none. */
export function finishWrites(journal: string): Result<void> {
  if (!existsSync(journal)) return ok(undefined);
  const plan = planOf(journal);
  if (!plan) {
    const say = `${journal} is not what an interrupted write leaves.`;
    const fix = "Remove it, and look whether the files of the threat model are as they should be.";
    return fail(problem("file-unreadable", say, fix, { file: journal }));
  }
  const root = dirname(dirname(journal));
  try {
    for (const { from, to } of plan.renames) {
      if (existsSync(join(root, from))) renameSync(join(root, from), join(root, to));
    }
    for (const path of plan.removed) rmSync(join(root, path), { force: true });
    rmSync(journal, { force: true });
    return ok(undefined);
  } catch (error) {
    // Another process may have completed it in the meantime.
    return existsSync(journal) ? fail(cannotWrite(error)) : ok(undefined);
  }
}

interface Plan {
  readonly renames: readonly Rename[];
  readonly removed: readonly string[];
}

/** What a journal plans; undefined when it names anything but our files and their temporary twins: a folder may come from a stranger. */
function planOf(journal: string): Plan | undefined {
  try {
    const { renames, removed } = JSON.parse(readFileSync(journal, "utf8")) as Plan;
    const ours = (path: string): boolean => /^([a-z0-9-]+\/)?[a-z0-9-]+\.(yaml|json)$/.test(path);
    const twin = ({ from, to }: Rename): boolean => {
      const name = `.${basename(to)}.`;
      return (
        dirname(from) === dirname(to) &&
        basename(from).startsWith(name) &&
        /^\d+\.tmp$/.test(basename(from).slice(name.length))
      );
    };
    const fits = removed.every(ours) && renames.every((rename) => ours(rename.to) && twin(rename));
    return fits ? { renames, removed } : undefined;
  } catch {
    return undefined;
  }
}

/** A rename is durable once its folder is. Some file systems cannot sync folders; then there is nothing more to do. */
function syncFolders(writes: readonly FileWrite[]): void {
  for (const folder of new Set(writes.map(({ path }) => dirname(path)))) syncFolder(folder);
}

/** Syncs a folder, where the file system can. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // There is nothing more to do.
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of the path is a file",
  EISDIR: "it is a folder",
};

/** The problem that an error of writing is. */
export function cannotWrite(error: unknown, torn: readonly string[] = []): Problem {
  const { code = "", path, message } = error as NodeJS.ErrnoException;
  const file = path?.replace(/\.([^/]+)\.\d+\.tmp$/, "$1");
  const why = reasons[code] ?? message;
  const state =
    torn.length === 0
      ? "Nothing was changed."
      : `${torn.join(", ")} could not be put back as before; the next command tries again.`;
  return problem(
    "file-unwritable",
    `${file ?? "A file"} cannot be written: ${why}. ${state}`,
    "Make room or give this user the right to write, then run the command again.",
    file ? { file } : {},
  );
}
