// The journal's file: read by everybody, appended to by who holds the lock.
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, ok, problem, type Result } from "@parapet/core";
import { type FilesMark, type Journal, type JournalLine, lineOf, lineText, readJournal } from "./journal-lines.ts";
import { ignoreFolder } from "./lock.ts";

/** Where the journal of a model lies. */
export function journalOf(folder: string): string {
  return join(folder, ".parapet", "journal.jsonl");
}

/** The text of a journal; empty when there is none. */
export function journalText(folder: string): Result<string> {
  const path = journalOf(folder);
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return ok("");
    const say = `${path} cannot be read: ${message}.`;
    return fail(problem("file-unreadable", say, "Check the path and its rights.", { file: path }));
  }
}

/** The journal of a model; undefined when there is none that can be read. */
export function journalIn(folder: string): Result<Journal | undefined> {
  const text = journalText(folder);
  return text.ok ? ok(readJournal(text.value)) : text;
}

/** How a journal ends: with the files written, with entries that they do not hold yet, or not at all. */
export type Ending =
  | { readonly kind: "written"; readonly mark: FilesMark }
  | { readonly kind: "unwritten" }
  | { readonly kind: "none" };

/** The end is enough for every command but the first after a crash: it is read alone. */
const endBytes = 64 * 1024;

/** How the journal of a model ends. */
export function journalEnding(folder: string): Ending {
  const text = lastPart(journalOf(folder));
  if (text === undefined) return { kind: "none" };
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  const last = lineOf(lines.findLast((line) => line !== "") ?? "");
  const mark = last?.files;
  // What was accepted while the files were being written stands before the mark of those files, and is not in them.
  if (mark && !mark.writing && !mark.lacks && lastEntry(folder, lines) <= mark.seq) return { kind: "written", mark };
  if (mark && !mark.writing) return { kind: "unwritten" };
  const journal = journalIn(folder);
  return journal.ok && journal.value ? { kind: "unwritten" } : { kind: "none" };
}

/** The number of the last entry: found in the end of the journal, or in all of it when the end has none; 0 without any. */
function lastEntry(folder: string, end: readonly string[]): number {
  for (const line of [...end].reverse()) {
    const entry = line === "" ? undefined : lineOf(line)?.entry;
    if (entry) return entry.seq;
  }
  const journal = journalIn(folder);
  return (journal.ok && journal.value?.entries.at(-1)?.seq) || 0;
}

function lastPart(path: string): string | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | noFollow);
    try {
      const { size } = fstatSync(file);
      const bytes = Buffer.alloc(Math.min(size, endBytes));
      readSync(file, bytes, 0, bytes.length, size - bytes.length);
      return bytes.toString("utf8");
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Refuses a link as the last part of a path; Windows has no such flag. */
const noFollow = constants.O_NOFOLLOW ?? 0;

/** Opens the journal for appending. A folder may come from a stranger: nothing is appended to what a link leads to. */
export function openJournal(folder: string): number {
  const path = journalOf(folder);
  mkdirSync(dirname(path), { recursive: true });
  ignoreFolder(dirname(path));
  return openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | noFollow, 0o644);
}

/** Appends lines without waiting for the disk: for a writer whose files are the truth already. */
export function appendLines(folder: string, lines: readonly JournalLine[]): Result<void> {
  try {
    const file = openJournal(folder);
    try {
      writeSync(file, `${isCutOff(file) ? "\n" : ""}${lines.map(lineText).join("")}`);
    } finally {
      closeSync(file);
    }
    return ok(undefined);
  } catch (error) {
    const { message } = error as Error;
    return fail(
      problem(
        "file-unwritable",
        `The change was made, but not recorded in the journal: ${message}. It cannot be undone by parapet undo.`,
        "Check the rights of the folder .parapet.",
      ),
    );
  }
}

/** True when the last line of an open file has no end: its writer was killed. */
export function isCutOff(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== "\n";
}
