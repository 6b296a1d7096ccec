// The store on files: the YAML files of a threat model, and `.parapet/` beside them for the journal and waiting proposals.
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Document,
  difference,
  fail,
  type LogEntry,
  ok,
  type Proposal,
  problem,
  type Result,
  type Snapshot,
  type Store,
} from "@parapet/core";
import { type WriteSteps, writeFiles } from "./atomic-write.ts";
import { revisionOf } from "./digests.ts";
import { appendLines, journalEnding, journalIn, journalText } from "./journal-file.ts";
import { documentOfFiles, type FilesMark, headOf, type Journal, type JournalLine, logOf } from "./journal-lines.ts";
import type { KeptValues } from "./kept-values.ts";
import { isHeld, lockOf, takeLock } from "./lock.ts";
import { type Edited, ModelFiles, type NameFile, type Read } from "./model-files.ts";

/** A store over a folder that holds model.yaml. `name` turns a path in the folder into what problems call it. */
export class FileStore implements Store {
  readonly folder: string;
  readonly #files: ModelFiles;

  constructor(folder: string, name?: NameFile, steps?: WriteSteps, cache?: KeptValues<Document>) {
    this.folder = folder;
    this.#files = new ModelFiles(folder, name, steps, cache);
  }

  /** True when a workbench ended before it wrote all that it had accepted into the files. */
  get hasUnwritten(): boolean {
    return !isHeld(lockOf(this.folder)) && journalEnding(this.folder).kind === "unwritten";
  }

  async read(): Promise<Result<Snapshot>> {
    // What a living writer has not finished is its own to finish.
    if (!isHeld(lockOf(this.folder))) {
      const finished = this.#files.finish();
      if (!finished.ok) return finished;
    }
    const read = this.#files.read();
    return read.ok ? ok(snapshot(read.value)) : read;
  }

  async commit(base: string, entry: Omit<LogEntry, "from" | "to">): Promise<Result<Snapshot>> {
    const unlock = takeLock(this.folder);
    if (!unlock.ok) return unlock;
    try {
      return this.#commit(base, entry);
    } finally {
      unlock.value();
    }
  }

  #commit(base: string, entry: Omit<LogEntry, "from" | "to">): Result<Snapshot> {
    const finished = this.#files.finish();
    if (!finished.ok) return finished;
    const ending = journalEnding(this.folder);
    if (ending.kind === "unwritten") return fail(unwritten);
    const before = this.#files.read();
    if (!before.ok) return before;
    const edited = this.#files.edit(base, entry.changes);
    if (!edited.ok) return edited;
    const written = this.#files.write(edited.value);
    if (!written.ok) return written;
    const known = ending.kind === "written" ? ending.mark : undefined;
    const logged = appendLines(this.folder, this.#lines(before.value, edited.value, entry, known));
    return logged.ok ? ok(snapshot(edited.value)) : logged;
  }

  /** The lines that record a commit. Where the files were edited since the last line, that is an entry of its own, by the disk. */
  #lines(
    before: Read,
    after: Edited,
    { undoes, ...entry }: Omit<LogEntry, "from" | "to">,
    known: FilesMark | undefined,
  ): readonly JournalLine[] {
    const lines: JournalLine[] = [];
    const journal = known && journalOrNone(this.folder);
    let seq = known?.seq ?? 0;
    if (!known || !journal) {
      const room = randomBytes(8).toString("hex");
      lines.push({ start: { room, seq, document: before.document }, files: { seq, digests: before.digests } });
    } else if (revisionOf(known.digests) !== revisionOf(before.digests)) {
      const changes = difference(documentOfFiles(journal, known), before.document);
      seq += 1;
      const disk = { by: "disk", session: "disk", title: "Edited on disk", at: entry.at, calls: [] };
      lines.push({ entry: { seq, id: newId(), ...disk, changes }, files: { seq, digests: before.digests } });
    }
    seq += 1;
    const taken = undoes === undefined ? undefined : idOf(journal, undoes);
    const { at, by, title, calls, changes } = entry;
    const made = { seq, id: newId(), by, session: "cli", title, at, calls, changes };
    lines.push({ entry: { ...made, ...(taken && { undoes: taken }) }, files: { seq, digests: after.digests } });
    return lines;
  }

  async log(): Promise<Result<readonly LogEntry[]>> {
    const text = journalText(this.folder);
    return text.ok ? ok(logOf(text.value)) : text;
  }

  async propose(proposal: Proposal): Promise<Result<void>> {
    const path = this.#proposal(proposal.id);
    return path.ok ? writeFiles([{ path: path.value, text: `${JSON.stringify(proposal, undefined, 1)}\n` }]) : path;
  }

  async proposals(): Promise<Result<readonly Proposal[]>> {
    const folder = join(this.folder, ".parapet", "proposals");
    if (!existsSync(folder)) return ok([]);
    let names: readonly string[];
    try {
      names = readdirSync(folder).sort();
    } catch (error) {
      const say = `${folder} cannot be read: ${(error as Error).message}.`;
      return fail(problem("file-unreadable", say, "Let yourself read it.", { file: folder }));
    }
    const found: Proposal[] = [];
    for (const name of names) {
      if (!name.endsWith(".json")) continue;
      const path = join(folder, name);
      try {
        found.push(asProposal(JSON.parse(readFileSync(path, "utf8"))));
      } catch (error) {
        const say = `${path} is not a proposal: ${(error as Error).message}.`;
        return fail(problem("file-unreadable", say, "Remove it, and make the proposal again.", { file: path }));
      }
    }
    return ok(found);
  }

  async settle(id: string): Promise<Result<void>> {
    const path = this.#proposal(id);
    return path.ok ? writeFiles([{ path: path.value, text: undefined }]) : path;
  }

  /** Where a proposal waits; an id that is no fingerprint could lead elsewhere. */
  #proposal(id: string): Result<string> {
    if (/^[a-z0-9-]+$/i.test(id)) return ok(join(this.folder, ".parapet", "proposals", `${id}.json`));
    return fail(problem("bad-id", `${id} is no id of a proposal.`, "Name one that parapet discover shows."));
  }
}

function snapshot({ document, digests }: Read): Snapshot {
  return { document, revision: revisionOf(digests) };
}

/** Each command of the command line is a client of its own. */
function newId(): string {
  return `${randomBytes(9).toString("hex")}-1`;
}

/** The id of the entry that a key of the log names; a key that names none stays as it is. */
function idOf(journal: Journal | undefined, key: string): string {
  const place = /^(\d+):/.exec(key)?.[1];
  return (place === undefined ? undefined : journal?.entries[Number(place)]?.id) ?? key;
}

/** The journal, unless it cannot be followed from one end to the other. */
function journalOrNone(folder: string): Journal | undefined {
  const journal = journalIn(folder);
  return journal.ok && journal.value?.whole && headOf(journal.value) === journal.value.marks.at(-1)?.seq
    ? journal.value
    : undefined;
}

const unwritten = problem(
  "stale-revision",
  "A workbench ended before it wrote all that it had accepted into the files. Nothing was changed.",
  "Run the command again: what was accepted is written first.",
);

/** The value as a proposal; throws with what it lacks. What lies beside a model may come from a stranger. */
function asProposal(value: unknown): Proposal {
  const { id, title, sentences, changes, base } = (value ?? {}) as Partial<Proposal>;
  const whole = isText(id, title, base) && Array.isArray(sentences) && isText(...sentences) && isChangeList(changes);
  if (!whole) throw new Error("it lacks id, title, base, sentences or changes");
  return value as Proposal;
}

function isText(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}

function isChangeList(value: unknown): boolean {
  return Array.isArray(value) && value.every((change) => isText(change?.collection, change?.id));
}
