// The store on files: the YAML files of a threat model, and `.parapet/` beside them for the journal and waiting proposals.
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import {
  type Document,
  fail,
  type LogEntry,
  ok,
  type Proposal,
  problem,
  type Result,
  type Snapshot,
  type Store,
} from "@parapet/core";
import { editDocument, readDocument } from "@parapet/core/files";
import { type FileWrite, finishWrites, removeLeftovers, type WriteSteps, writeFiles } from "./atomic-write.ts";
import type { KeptValues } from "./kept-values.ts";
import { readModelFiles } from "./read-files.ts";

/** How problems name the files of a folder. */
export type NameFile = (path: string) => string;

/** A store over a folder that holds model.yaml. `name` turns a path in the folder into what problems call it. */
export class FileStore implements Store {
  readonly folder: string;
  readonly #name: NameFile;
  readonly #steps: WriteSteps | undefined;
  readonly #cache: KeptValues<Document> | undefined;
  /** What was read or written last. */
  #last: Snapshot | undefined;

  constructor(folder: string, name: NameFile = (path) => path, steps?: WriteSteps, cache?: KeptValues<Document>) {
    this.folder = folder;
    this.#name = name;
    this.#steps = steps;
    this.#cache = cache;
  }

  async read(): Promise<Result<Snapshot>> {
    // What a living writer has not finished is its own to finish.
    if (!isHeld(this.#path("lock"))) {
      const finished = finishWrites(this.#path("unfinished.json"));
      if (!finished.ok) return finished;
    }
    const files = readModelFiles(this.folder, this.#name);
    if (!files.ok) return files;
    const revision = revisionOf(files.value);
    const document = this.#documentOf(files.value, revision);
    return document.ok ? ok({ document: document.value, revision }) : document;
  }

  /** What files of a revision are read as. */
  #documentOf(files: ReadonlyMap<string, Uint8Array>, revision: string): Result<Document> {
    if (this.#last?.revision === revision) return ok(this.#last.document);
    const known = this.#cache?.get(revision);
    const document = known ? ok(known) : readDocument(files, this.#name);
    if (!document.ok) return document;
    if (!known) this.#cache?.put(revision, document.value);
    this.#last = { document: document.value, revision };
    return document;
  }

  async commit(base: string, entry: Omit<LogEntry, "from" | "to">): Promise<Result<Snapshot>> {
    const lock = this.#lock();
    if (!lock.ok) return lock;
    try {
      return this.#commit(base, entry);
    } finally {
      unlock(lock.value);
    }
  }

  #commit(base: string, entry: Omit<LogEntry, "from" | "to">): Result<Snapshot> {
    const finished = finishWrites(this.#path("unfinished.json"));
    if (!finished.ok) return finished;
    removeLeftovers([this.folder, join(this.folder, "knowledge")], this.#path("unfinished.json"));
    const files = readModelFiles(this.folder, this.#name);
    if (!files.ok) return files;
    if (revisionOf(files.value) !== base) {
      return fail(
        problem(
          "stale-revision",
          "The files changed while the command was prepared. Nothing was changed.",
          "Run the command again.",
        ),
      );
    }
    const texts = new Map([...files.value].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
    const before = this.#documentOf(files.value, base);
    if (!before.ok) return before;
    const edited = editDocument(texts, before.value, entry.changes, this.#name);
    if (!edited.ok) return edited;
    const { document } = edited.value;
    const after = new Map(texts);
    for (const [path, text] of edited.value.files) {
      if (text === undefined) after.delete(path);
      else after.set(path, text);
    }
    const writes: FileWrite[] = [...edited.value.files].map(([path, text]) => ({
      path: join(this.folder, path),
      text,
    }));
    const written = writeFiles(writes, this.#path("unfinished.json"), this.#steps);
    if (!written.ok) return written;
    const to = revisionOf(new Map([...after].map(([path, text]) => [path, new TextEncoder().encode(text)])));
    this.#cache?.put(to, document);
    this.#last = { document, revision: to };
    const logged = this.#append({ ...entry, from: base, to });
    return logged.ok ? ok({ document, revision: to }) : logged;
  }

  async log(): Promise<Result<readonly LogEntry[]>> {
    return readLines(this.#path("journal.jsonl"));
  }

  async propose(proposal: Proposal): Promise<Result<void>> {
    const path = this.#proposal(proposal.id);
    return path.ok ? writeFiles([{ path: path.value, text: `${JSON.stringify(proposal, undefined, 1)}\n` }]) : path;
  }

  async proposals(): Promise<Result<readonly Proposal[]>> {
    const folder = this.#path("proposals");
    if (!existsSync(folder)) return ok([]);
    const found: Proposal[] = [];
    for (const name of readdirSync(folder).sort()) {
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
    if (/^[a-z0-9-]+$/i.test(id)) return ok(this.#path(`proposals/${id}.json`));
    return fail(problem("bad-id", `${id} is no id of a proposal.`, "Name one that parapet discover shows."));
  }

  #path(name: string): string {
    return join(this.folder, ".parapet", name);
  }

  /** The journal is a convenience for undo; the files are the truth, and only they wait for the disk. */
  #append(entry: LogEntry): Result<void> {
    try {
      const path = this.#path("journal.jsonl");
      mkdirSync(dirname(path), { recursive: true });
      ignoreFolder(dirname(path));
      // A folder may come from a stranger: nothing is appended to what a link leads to.
      const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | noFollow, 0o644);
      try {
        writeSync(file, `${isCutOff(file) ? "\n" : ""}${JSON.stringify(entry)}\n`);
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

  /** One writer at a time; a lock of a process that is gone is taken over. */
  #lock(): Result<string> {
    const path = this.#path("lock");
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
      ignoreFolder(dirname(path));
      if (!isHeld(path)) rmSync(path, { force: true });
      takeLock(path);
      return ok(path);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const blocked = existsSync(dirname(path)) && !statSync(dirname(path)).isDirectory();
      if (code === "EEXIST" && !blocked)
        return fail(
          problem(
            "stale-revision",
            "Another command is writing this threat model. Nothing was changed.",
            `Wait for it and run the command again; if none is running, remove ${path}.`,
          ),
        );
      return fail(
        problem(
          "file-unwritable",
          `${dirname(path)} cannot be written: ${blocked ? "it is a file, not a folder" : code === "EROFS" ? "the file system is read-only" : code === "EACCES" ? "this user may not write there" : message}. Nothing was changed.`,
          "Give this user the right to write there, then run the command again.",
          { file: dirname(path) },
        ),
      );
    }
  }
}

/** Makes the lock with this process's number in it; one that gets no number, on a full disk, goes again. */
function takeLock(path: string): void {
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

/** Refuses a link as the last part of a path; Windows has no such flag. */
const noFollow = constants.O_NOFOLLOW ?? 0;

/** Keeps git away from what is only this machine's. */
function ignoreFolder(folder: string): void {
  const path = join(folder, ".gitignore");
  if (lstatSync(path, { throwIfNoEntry: false })) return;
  writeFileSync(path, "*\n", { flag: "wx" });
}

/** True while a living process holds the lock. A lock without a number is one that is being taken, or was left by a crash. */
function isHeld(path: string): boolean {
  try {
    // Without its line end, a number may be the half of one.
    const pid = Number(/^(\d+)\n$/.exec(readFileSync(path, "utf8"))?.[1] ?? 0);
    return pid > 0 ? isAlive(pid) : Date.now() - statSync(path).mtimeMs < takingMs;
  } catch {
    return false;
  }
}

/** How long a writer may take between making the lock and writing its number into it. */
const takingMs = 10_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True when the last line of an open file has no end: its writer was killed. */
function isCutOff(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== "\n";
}

/** The values of a file of JSON lines. A line that is cut off, because its writer was killed, is left out. */
/** The entries of the journal; a line that is cut off or of another shape is none. */
function readLines(path: string): Result<readonly LogEntry[]> {
  try {
    if (!existsSync(path)) return ok([]);
    return ok(readFileSync(path, "utf8").split("\n").flatMap(parsedLine));
  } catch (error) {
    const say = `${path} cannot be read: ${(error as Error).message}.`;
    return fail(problem("file-unreadable", say, "Check the path and its rights.", { file: path }));
  }
}

function parsedLine(line: string): readonly LogEntry[] {
  try {
    const entry = line === "" ? undefined : (JSON.parse(line) as LogEntry);
    return entry !== undefined && isChangeList(entry.changes) && isText(entry.by, entry.to, entry.title) ? [entry] : [];
  } catch {
    return [];
  }
}

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

/** The revision of files on disk: a digest of their bytes. */
export function revisionOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  return hash.digest("hex").slice(0, 24);
}
