// Writes files so that a reader sees the old or the new content, never a part: temporary file, fsync, rename.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fail, ok, problem, type Problem, type Result } from "@parapet/core";

/** A file to write; no text removes it. */
export interface FileWrite {
  readonly path: string;
  readonly text: string | undefined;
}

/** The steps of writing that a test may make fail (a full disk, a read-only folder). */
export interface WriteSteps {
  readonly write: (path: string, text: string) => void;
  readonly rename: (from: string, to: string) => void;
}

const realSteps: WriteSteps = {
  write: (path, text) => {
    const file = openSync(path, "wx", 0o644);
    try {
      writeAll(file, Buffer.from(text, "utf8"));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
};

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * Writes several files: all temporary files first, so that a full disk or a missing right changes nothing; then the renames.
 * With `journal`, what has to be renamed is on disk before the first rename, so that finishWrites completes a killed write.
 * Temporary files are removed when anything fails before that.
 */
export function writeFiles(writes: readonly FileWrite[], journal?: string, steps: WriteSteps = realSteps): Result<void> {
  const renames: Rename[] = [];
  const removed = writes.filter(({ text }) => text === undefined).map(({ path }) => path);
  try {
    for (const { path, text } of writes) {
      if (text === undefined) continue;
      mkdirSync(dirname(path), { recursive: true });
      const from = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      rmSync(from, { force: true });
      renames.push({ from, to: path });
      steps.write(from, text);
    }
    const several = journal !== undefined && writes.length > 1;
    if (several) {
      mkdirSync(dirname(journal), { recursive: true });
      rmSync(`${journal}.tmp`, { force: true });
      steps.write(`${journal}.tmp`, JSON.stringify({ renames, removed }));
      steps.rename(`${journal}.tmp`, journal);
    }
    for (const { from, to } of renames) steps.rename(from, to);
    for (const path of removed) rmSync(path, { force: true });
    syncFolders(writes);
    if (several) rmSync(journal, { force: true });
    return ok(undefined);
  } catch (error) {
    for (const { from } of renames) rmSync(from, { force: true });
    if (journal !== undefined) rmSync(journal, { force: true });
    return fail(cannotWrite(error));
  }
}

interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Completes a write of several files that was killed between two renames; does nothing when there is none. */
export function finishWrites(journal: string): void {
  if (!existsSync(journal)) return;
  const { renames, removed } = JSON.parse(readFileSync(journal, "utf8")) as { renames: readonly Rename[]; removed: readonly string[] };
  for (const { from, to } of renames) if (existsSync(from)) renameSync(from, to);
  for (const path of removed) rmSync(path, { force: true });
  rmSync(journal, { force: true });
}

/** A rename is durable once its folder is. Some file systems cannot sync folders; then there is nothing more to do. */
function syncFolders(writes: readonly FileWrite[]): void {
  for (const folder of new Set(writes.map(({ path }) => dirname(path)))) {
    try {
      const handle = openSync(folder, "r");
      fsyncSync(handle);
      closeSync(handle);
    } catch {
      return;
    }
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

function cannotWrite(error: unknown): Problem {
  const { code = "", path, message } = error as NodeJS.ErrnoException;
  const file = path?.replace(/\.([^/]+)\.\d+\.tmp$/, "$1");
  const why = reasons[code] ?? message;
  return problem("file-unwritable", `${file ?? "A file"} cannot be written: ${why}. Nothing was changed.`, "Make room or give this user the right to write, then run the command again.", file ? { file } : {});
}
