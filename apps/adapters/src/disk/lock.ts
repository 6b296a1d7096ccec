// One writer of a threat model at a time: a lock file with the process number in it; that of a process that is gone is taken over.
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fail, ok, problem, type Result } from "@parapet/core";

/** How long a writer may take between making the lock and writing its number into it. */
const takingMs = 10_000;

/** Where the lock of a model lies. */
export function lockOf(folder: string): string {
  return join(folder, ".parapet", "lock");
}

/** Takes the lock of a model; gives what gives it back. Makes the folder that is only this machine's. */
export function takeLock(folder: string): Result<() => void> {
  const path = lockOf(folder);
  const own = dirname(path);
  if (lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink())
    return fail(
      problem(
        "file-unwritable",
        `${own} is a link; what a threat model remembers is not written elsewhere. Nothing was changed.`,
        "Remove the link; the folder is made when it is needed.",
        { file: own },
      ),
    );
  try {
    // On a read-only file system a recursive mkdir says ENOENT, a plain one says why.
    if (!existsSync(own)) mkdirSync(own, { recursive: !existsSync(dirname(own)) });
    ignoreFolder(own);
    if (!isHeld(path)) rmSync(path, { force: true });
    makeLock(path);
    return ok(() => unlock(path));
  } catch (error) {
    return fail(whyNot(error as NodeJS.ErrnoException, path));
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, path: string) {
  const own = dirname(path);
  const blocked = existsSync(own) && !statSync(own).isDirectory();
  if (code === "EEXIST" && !blocked)
    return problem(
      "stale-revision",
      "Another command is writing this threat model. Nothing was changed.",
      `Wait for it and run the command again; if none is running, remove ${path}.`,
    );
  const reasons: Readonly<Record<string, string>> = {
    EROFS: "the file system is read-only",
    EACCES: "this user may not write there",
  };
  const why = blocked ? "it is a file, not a folder" : (reasons[code ?? ""] ?? message);
  return problem(
    "file-unwritable",
    `${own} cannot be written: ${why}. Nothing was changed.`,
    "Give this user the right to write there, then run the command again.",
    { file: own },
  );
}

/** Makes the lock with this process's number in it; one that gets no number, on a full disk, goes again. */
function makeLock(path: string): void {
  const file = openSync(path, "wx");
  try {
    writeSync(file, `${process.pid}\n`);
  } catch (error) {
    unlock(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Gives the lock back. One that cannot be removed is taken over once this process is gone. */
function unlock(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What the command did stands, and is what is told.
  }
}

/** Keeps git away from what is only this machine's. */
export function ignoreFolder(folder: string): void {
  const path = join(folder, ".gitignore");
  if (lstatSync(path, { throwIfNoEntry: false })) return;
  writeFileSync(path, "*\n", { flag: "wx" });
}

/** True while a living process holds the lock. A lock without a number is one that is being taken, or was left by a crash. */
export function isHeld(path: string): boolean {
  try {
    const pid = holderOf(path) ?? 0;
    return pid > 0 ? isAlive(pid) : Date.now() - statSync(path).mtimeMs < takingMs;
  } catch {
    return false;
  }
}

/** The process number in a lock. Without its line end, a number may be the half of one. */
function holderOf(path: string): number | undefined {
  const number = /^(\d+)\n$/.exec(readFileSync(path, "utf8"))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** True when a process of this number runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
