// The lines of a journal (docs/decisions/0012-journal.md): where it starts, the accepted entries, and which of them the files hold.
import type { Change, Document, LogEntry } from "@parapet/core";
import { apply } from "@parapet/core";
import type { Entry } from "@parapet/live";
import { type Digests, revisionOf } from "./digests.ts";

/** Where a journal starts: the document after the entry `seq` of a life of the room. */
export interface JournalStart {
  readonly room: string;
  readonly seq: number;
  readonly document: Document;
}

/** What the files are at: the document after the entry `seq`. */
export interface FilesMark {
  readonly seq: number;
  readonly digests: Digests;
  /** What turns that document into the one of the files, where the files hold less: they were edited before all was written. */
  readonly lacks?: readonly Change[];
  /** The commit that is checked out. */
  readonly head?: string;
  /** They are about to be written: what is on the disk may be what the mark before says. */
  readonly writing?: true;
}

/** One line. A start or an entry with `files` is one that the files held before it was written down. */
export interface JournalLine {
  readonly start?: JournalStart;
  readonly entry?: Entry;
  readonly files?: FilesMark;
}

/** A journal that was read. */
export interface Journal {
  readonly start: JournalStart;
  readonly entries: readonly Entry[];
  /** What the files were at, oldest first; the last one says what they are at. */
  readonly marks: readonly FilesMark[];
  /** What was about to be written when it ended. */
  readonly writing: FilesMark | undefined;
  /** False when something in it makes no sense: what follows was not read. */
  readonly whole: boolean;
}

export function lineText(line: JournalLine): string {
  return `${JSON.stringify(line)}\n`;
}

/**
 * The journal in a text. The last start counts; a last line that was cut off, since its writer was killed, is none. Undefined when nothing
 * in it starts one.
 */
export function readJournal(text: string): Journal | undefined {
  const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
  const at = lines.findLastIndex((line) => line.startsWith('{"start":'));
  const first = at < 0 ? undefined : lineOf(lines[at] as string);
  if (!first?.start) return undefined;
  const reading = new Reading(first.start);
  if (first.files) reading.take({ files: first.files });
  for (const line of lines.slice(at + 1)) if (line !== "" && !reading.take(lineOf(line))) break;
  return reading.journal;
}

class Reading {
  readonly #start: JournalStart;
  readonly #entries: Entry[] = [];
  readonly #marks: FilesMark[] = [];
  #writing: FilesMark | undefined;
  #whole = true;

  constructor(start: JournalStart) {
    this.#start = start;
  }

  /** Takes the next line; false when it does not follow. A line that was cut off is followed by one that its next writer began anew. */
  take(line: JournalLine | undefined): boolean {
    if (!line) return true;
    const { entry, files } = line;
    if (entry) {
      if (entry.seq === this.#head + 1) this.#entries.push(entry);
      else this.#whole = false;
    }
    if (files && this.#whole) {
      if (files.seq >= this.#start.seq && files.seq <= this.#head) this.#mark(files);
      else this.#whole = false;
    }
    return this.#whole;
  }

  get #head(): number {
    return this.#start.seq + this.#entries.length;
  }

  #mark(mark: FilesMark): void {
    this.#writing = mark.writing ? mark : undefined;
    if (!mark.writing) this.#marks.push(mark);
  }

  get journal(): Journal {
    return {
      start: this.#start,
      entries: this.#entries,
      marks: this.#marks,
      writing: this.#writing,
      whole: this.#whole,
    };
  }
}

/** The number of the last entry. */
export function headOf({ start, entries }: Journal): number {
  return start.seq + entries.length;
}

/** The document after the entry `seq`. */
export function documentAt({ start, entries }: Journal, seq: number): Document {
  return apply(
    start.document,
    entries.slice(0, seq - start.seq).flatMap(({ changes }) => changes),
  );
}

/** The document that the files hold at a mark. */
export function documentOfFiles(journal: Journal, { seq, lacks = [] }: FilesMark): Document {
  return apply(documentAt(journal, seq), lacks);
}

/**
 * The entries as the store's log has them: each between two revisions, which are those of the files where they were written. None when
 * the journal cannot be followed to its end: the next command begins a new one.
 */
export function logOf(text: string): readonly LogEntry[] {
  const journal = readJournal(text);
  if (!journal?.whole) return [];
  const revisions = new Map(
    journal.marks.filter(({ lacks }) => !lacks).map((mark) => [mark.seq, revisionOf(mark.digests)]),
  );
  const { room, seq } = journal.start;
  const nameOf = (at: number): string => revisions.get(at) ?? `${room}-${at}`;
  const places = new Map(journal.entries.map(({ id }, i) => [id, i]));
  return journal.entries.map(({ at, by, title, calls, changes, undoes, barrier }, i): LogEntry => {
    const place = undoes === undefined ? undefined : places.get(undoes);
    const taken = place === undefined ? undoes : `${place}:${nameOf(seq + place + 1)}`;
    return {
      ...{ at, by, title, calls, changes, from: nameOf(seq + i), to: nameOf(seq + i + 1) },
      ...(taken !== undefined && { undoes: taken }),
      ...(barrier && { barrier }),
    };
  });
}

/** One line; undefined when it is cut off or of another shape. What lies beside a model may come from a stranger. */
export function lineOf(text: string): JournalLine | undefined {
  try {
    const line = (JSON.parse(text) ?? {}) as JournalLine;
    const { start, entry, files } = line;
    const parts = [start, entry, files].filter((part) => part !== undefined).length;
    const fits = (start === undefined || isStart(start)) && (entry === undefined || isEntry(entry));
    return parts > 0 && fits && (files === undefined || isMark(files)) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isStart(value: unknown): boolean {
  const { room, seq, document } = (value ?? {}) as Partial<JournalStart>;
  return typeof room === "string" && isNumber(seq) && typeof document?.model === "object" && document.model !== null;
}

function isEntry(value: unknown): boolean {
  const { seq, id, by, session, title, at, calls, changes } = (value ?? {}) as Partial<Entry>;
  const named = [id, by, session, title, at].every((part) => typeof part === "string");
  return named && isNumber(seq) && Array.isArray(calls) && isChangeList(changes);
}

function isMark(value: unknown): boolean {
  const { seq, digests, lacks } = (value ?? {}) as Partial<FilesMark>;
  const listed = typeof digests === "object" && digests !== null;
  return isNumber(seq) && listed && (lacks === undefined || isChangeList(lacks));
}

function isNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isChangeList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((change) => typeof change === "object" && change !== null) &&
    value.every(
      ({ collection, id, field }) => typeof collection === "string" && typeof id === "string" && isPath(field),
    )
  );
}

function isPath(field: unknown): boolean {
  return field === undefined || (Array.isArray(field) && field.every((step) => typeof step === "string"));
}
