// What stands on the disk when a model is opened: the files, the journal, and what the files lack of it.
import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";
import {
  type Digests,
  documentAt,
  documentOfFiles,
  type FilesMark,
  headOf,
  type Journal,
  type JournalLine,
  type JournalStart,
  JournalWriter,
  journalIn,
  journalOf,
  ModelFiles,
  type Read,
  sameDigests,
  takeLock,
} from "@parapet/adapters";
import {
  checkDocument,
  type Document,
  fail,
  layerNames,
  layers,
  ok,
  type Problem,
  problem,
  type Result,
} from "@parapet/core";
import type { Entry } from "@parapet/live";
import type { Synced } from "../files/keeper.ts";
import type { ModelDisk } from "../files/model-disk.ts";

/** A model that is ours alone from now on. */
export interface OpenedFiles {
  readonly journal: JournalWriter;
  readonly start: JournalStart;
  readonly entries: readonly Entry[];
  readonly synced: Synced;
  /** The commit that was checked out when the files were last written. */
  readonly head: string | undefined;
  /** The last entry before that commit was checked out. */
  readonly headSince: number;
  /** What the person has to know about the journal. */
  readonly problems: readonly Problem[];
  readonly unlock: () => void;
}

/** Takes the lock and reads what is there. Fails when another process has it, or when neither files nor journal can be read. */
export async function openFiles(folder: string, disk: ModelDisk): Promise<Result<OpenedFiles>> {
  const unlock = takeLock(folder);
  if (!unlock.ok) return unlock;
  const opened = await openLocked(folder, disk, unlock.value);
  if (!opened.ok) unlock.value();
  return opened;
}

async function openLocked(folder: string, disk: ModelDisk, unlock: () => void): Promise<Result<OpenedFiles>> {
  const finished = new ModelFiles(folder).finish();
  if (!finished.ok) return finished;
  const kept = usableJournal(folder);
  const read = await disk.read();
  if (!kept.journal && !read.ok) return read;
  try {
    const journal = new JournalWriter(folder);
    if (kept.journal) {
      const digests = await disk.digests();
      const known = wherePrevious(kept.journal, digests.ok ? digests.value : undefined);
      const { start, entries } = kept.journal;
      return ok({ journal, start, entries, ...known, problems: kept.problems, unlock });
    }
    const begun = begin((read as Extract<Result<Read>, { ok: true }>).value);
    const written = await journal.append(...begun.lines);
    if (!written.ok) return written;
    return ok({ ...begun, journal, entries: [], head: undefined, headSince: 0, problems: kept.problems, unlock });
  } catch (error) {
    const say = `${journalOf(folder)} cannot be written: ${(error as Error).message}. Nothing was changed.`;
    return fail(problem("file-unwritable", say, "Give this user the right to write there."));
  }
}

/** A journal for files that have none. */
function begin({ document, digests }: Read): { start: JournalStart; synced: Synced; lines: readonly JournalLine[] } {
  const start = { room: randomBytes(8).toString("hex"), seq: 0, document };
  return { start, synced: { seq: 0, document, digests }, lines: [{ start, files: { seq: 0, digests } }] };
}

/** What the files held when the journal ended, and the commit that was checked out then. */
function wherePrevious(
  journal: Journal,
  digests: Digests | undefined,
): Pick<OpenedFiles, "synced" | "head" | "headSince"> {
  const { writing } = journal;
  const isDone = writing && digests && sameDigests(writing.digests, digests);
  const mark = (isDone ? writing : journal.marks.at(-1)) ?? unknownFiles(journal);
  const document = mark.lacks ? documentOfFiles(journal, mark) : documentAt(journal, mark.seq);
  const { head } = mark;
  const other = journal.marks.findLast((one) => one.head !== head);
  const headSince = other?.seq ?? journal.start.seq;
  return { synced: { seq: mark.seq, document, digests: mark.digests }, head, headSince };
}

/** Where no line says what the files held: nothing of what they are is known, and they are read anew. */
function unknownFiles({ start }: Journal): FilesMark {
  return { seq: start.seq, digests: {} };
}

interface Usable {
  readonly journal: Journal | undefined;
  readonly problems: readonly Problem[];
}

/** The journal, when it leads to a valid document; one that does not is set aside. */
function usableJournal(folder: string): Usable {
  const read = journalIn(folder);
  if (!read.ok) return { journal: undefined, problems: read.problems };
  if (!read.value || isSound(read.value)) return { journal: read.value, problems: [] };
  const aside = `${journalOf(folder)}.${randomBytes(4).toString("hex")}.damaged`;
  renameSync(journalOf(folder), aside);
  return {
    journal: undefined,
    problems: [
      problem(
        "file-unreadable",
        `The journal of this model could not be followed to its end. It lies in ${aside} now, and another one was begun: what was done before cannot be undone any more.`,
        "If something is missing in the model, look for it there.",
      ),
    ],
  };
}

/** What lies beside a model may come from a stranger, or from a disk that lost a part of it. */
function isSound(journal: Journal): boolean {
  if (!journal.whole) return false;
  try {
    return isDocument(journal.start.document) && isDocument(documentAt(journal, headOf(journal)));
  } catch {
    return false;
  }
}

function isDocument(document: Document): boolean {
  const fits = layerNames.every(
    (name) => document[name] === undefined || layers[name].schema.safeParse(document[name]).success,
  );
  return fits && document.model !== undefined && checkDocument(document).length === 0;
}
