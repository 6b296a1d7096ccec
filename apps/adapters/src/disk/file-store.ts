// The store on files: the YAML files of a threat model, and `.parapet/` beside them for the journal and waiting proposals.
import { createHash } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fail, type LogEntry, ok, type Proposal, problem, type Result, type Snapshot, type Store } from "@parapet/core";
import { editFiles, readDocument } from "@parapet/core/files";
import { type FileWrite, finishWrites, writeFiles } from "./atomic-write.ts";
import { readModelFiles } from "./read-files.ts";

/** How problems name the files of a folder. */
export type NameFile = (path: string) => string;

/** A store over a folder that holds model.yaml. `name` turns a path in the folder into what problems call it. */
export class FileStore implements Store {
  readonly folder: string;
  readonly #name: NameFile;

  constructor(folder: string, name: NameFile = (path) => path) {
    this.folder = folder;
    this.#name = name;
  }

  async read(): Promise<Result<Snapshot>> {
    finishWrites(this.#path("unfinished.json"));
    const files = readModelFiles(this.folder);
    if (!files.ok) return files;
    const document = readDocument(files.value, this.#name);
    return document.ok ? ok({ document: document.value, revision: revisionOf(files.value) }) : document;
  }

  async commit(base: string, entry: Omit<LogEntry, "from" | "to">): Promise<Result<Snapshot>> {
    const lock = this.#lock();
    if (!lock.ok) return lock;
    try {
      return this.#commit(base, entry);
    } finally {
      rmSync(lock.value, { force: true });
    }
  }

  #commit(base: string, entry: Omit<LogEntry, "from" | "to">): Result<Snapshot> {
    const files = readModelFiles(this.folder);
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
    const edited = editFiles(texts, entry.changes);
    if (!edited.ok) return edited;
    const after = new Map(texts);
    for (const [path, text] of edited.value) {
      if (text === undefined) after.delete(path);
      else after.set(path, text);
    }
    const document = readDocument(after, this.#name);
    if (!document.ok) return document;
    const writes: FileWrite[] = [...edited.value].map(([path, text]) => ({ path: join(this.folder, path), text }));
    const written = writeFiles(writes, this.#path("unfinished.json"));
    if (!written.ok) return written;
    const to = revisionOf(new Map([...after].map(([path, text]) => [path, new TextEncoder().encode(text)])));
    const logged = this.#append({ ...entry, from: base, to });
    return logged.ok ? ok({ document: document.value, revision: to }) : logged;
  }

  async log(): Promise<Result<readonly LogEntry[]>> {
    return readLines<LogEntry>(this.#path("journal.jsonl"));
  }

  async propose(proposal: Proposal): Promise<Result<void>> {
    return writeFiles([
      { path: this.#path(`proposals/${proposal.id}.json`), text: `${JSON.stringify(proposal, undefined, 1)}\n` },
    ]);
  }

  async proposals(): Promise<Result<readonly Proposal[]>> {
    const { readdirSync } = await import("node:fs");
    const folder = this.#path("proposals");
    if (!existsSync(folder)) return ok([]);
    const names = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
    return ok(names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Proposal));
  }

  async settle(id: string): Promise<Result<void>> {
    rmSync(this.#path(`proposals/${id}.json`), { force: true });
    return ok(undefined);
  }

  #path(name: string): string {
    return join(this.folder, ".parapet", name);
  }

  /** The journal is a convenience for undo; the files are the truth. A line is on disk before the command is reported done. */
  #append(entry: LogEntry): Result<void> {
    try {
      const path = this.#path("journal.jsonl");
      mkdirSync(dirname(path), { recursive: true });
      ignoreFolder(dirname(path));
      const file = openSync(path, "a");
      try {
        writeSync(file, `${JSON.stringify(entry)}\n`);
        fsyncSync(file);
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
    try {
      mkdirSync(dirname(path), { recursive: true });
      ignoreFolder(dirname(path));
      if (existsSync(path) && !isAlive(Number(readFileSync(path, "utf8")))) rmSync(path, { force: true });
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
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

/** Keeps git away from what is only this machine's. */
function ignoreFolder(folder: string): void {
  const path = join(folder, ".gitignore");
  if (!existsSync(path)) appendFileSync(path, "*\n");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readLines<T>(path: string): Result<readonly T[]> {
  if (!existsSync(path)) return ok([]);
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  // The last line may be cut off when the process was killed while it wrote.
  return ok(lines.flatMap((line, i) => parsedLine<T>(line, i === lines.length - 1)));
}

function parsedLine<T>(line: string, last: boolean): readonly T[] {
  try {
    return [JSON.parse(line) as T];
  } catch (error) {
    if (last) return [];
    throw error;
  }
}

/** The revision of files on disk: a digest of their bytes. */
export function revisionOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  return hash.digest("hex").slice(0, 24);
}
