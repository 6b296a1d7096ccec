// Writes a journal while a workbench runs: what is acknowledged is on the disk, and what comes in together goes to the disk together.
import {
  closeSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  write,
} from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { fail, ok, type Problem, problem, type Result } from "@parapet/core";
import { syncFolder } from "./atomic-write.ts";
import { isCutOff, journalOf, openJournal } from "./journal-file.ts";
import { type JournalLine, lineText } from "./journal-lines.ts";

/** The steps of writing that a test may make fail. */
export interface JournalSteps {
  readonly write: (file: number, bytes: Buffer) => Promise<void>;
  readonly sync: (file: number) => Promise<void>;
}

const writeOnce = promisify(write);

const realSteps: JournalSteps = {
  write: async (file, bytes) => {
    for (let at = 0; at < bytes.length; ) at += (await writeOnce(file, bytes, at)).bytesWritten;
  },
  sync: promisify(fdatasync),
};

interface Waiting {
  readonly text: string;
  readonly done: (result: Result<void>) => void;
}

export class JournalWriter {
  readonly #folder: string;
  readonly #steps: JournalSteps;
  #again: (() => readonly JournalLine[]) | undefined;
  #file: number;
  /** How long the file is with all that was acknowledged. */
  #size: number;
  /** True when the file ends with a part of a line, which the next one must not continue. */
  #isTorn: boolean;
  #waiting: Waiting[] = [];
  /** One after the other: batches of lines, and beginning anew. */
  #queue: Promise<unknown> = Promise.resolve();

  /** For who holds the lock. Throws what opening a file throws. */
  constructor(folder: string, steps: JournalSteps = realSteps) {
    this.#folder = folder;
    this.#steps = steps;
    this.#file = openJournal(folder);
    this.#isTorn = isCutOff(this.#file);
    this.#size = fstatSync(this.#file).size;
  }

  /** What the journal says up to here, for when somebody removes the file (`git clean` does): it is written anew in front of what comes next. */
  restoreFrom(again: () => readonly JournalLine[]): void {
    this.#again = again;
  }

  /** True when somebody removed the file. */
  get isGone(): boolean {
    return fstatSync(this.#file).nlink === 0;
  }

  /** How many bytes the journal has. */
  get size(): number {
    return this.#size;
  }

  /** Appends lines; comes back when they are on the disk, or when none of them is. */
  append(...lines: readonly JournalLine[]): Promise<Result<void>> {
    return new Promise((done) => {
      this.#waiting.push({ text: lines.map(lineText).join(""), done });
      // What comes in this turn of the loop, or while the disk is busy, goes together.
      if (this.#waiting.length === 1) this.#inOrder(() => this.#writeWaiting());
    });
  }

  /**
   * Begins the file anew: whole and on the disk, or the old one stays. `lines` is asked when all that was appended before is on the disk
   * and told, and nothing is appended before the new file is in place.
   */
  replace(lines: () => readonly JournalLine[]): Promise<Result<void>> {
    return this.#inOrder(async () => {
      await told();
      return this.#replace(lines());
    });
  }

  async #replace(lines: readonly JournalLine[]): Promise<Result<void>> {
    const path = journalOf(this.#folder);
    const beside = `${path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(beside, "w", 0o644);
      try {
        await this.#steps.write(file, Buffer.from(lines.map(lineText).join(""), "utf8"));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(beside, path);
      syncFolder(dirname(path));
    } catch (error) {
      rmSync(beside, { force: true });
      return fail(cannotJournal(error));
    }
    closeSync(this.#file);
    this.#file = openJournal(this.#folder);
    this.#size = fstatSync(this.#file).size;
    this.#isTorn = false;
    return ok(undefined);
  }

  /** Waits for what is on its way, and closes the file. */
  close(): Promise<void> {
    return this.#inOrder(async () => closeSync(this.#file));
  }

  #inOrder<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(step, step);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    const written = await this.#writeBatch(batch.map(({ text }) => text).join(""));
    for (const { done } of batch) done(written);
  }

  async #writeBatch(text: string): Promise<Result<void>> {
    if (this.#again && this.isGone) {
      const restored = await this.#replace(this.#again());
      if (!restored.ok) return restored;
    }
    const bytes = Buffer.from(this.#isTorn ? `\n${text}` : text, "utf8");
    try {
      await this.#steps.write(this.#file, bytes);
      await this.#steps.sync(this.#file);
      this.#size += bytes.length;
      this.#isTorn = false;
      return ok(undefined);
    } catch (error) {
      this.#takeBack();
      return fail(cannotJournal(error));
    }
  }

  /** What was written of refused lines goes again, so that the next line does not continue one of them. */
  #takeBack(): void {
    try {
      ftruncateSync(this.#file, this.#size);
    } catch {
      this.#isTorn = true;
    }
  }
}

/** Comes back when whoever waited for an answer has it and has acted on it. */
function told(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "this user may not write there",
};

function cannotJournal(error: unknown): Problem {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const say = `The journal cannot be written: ${reasons[code] ?? message}. Nothing was changed.`;
  return problem("file-unwritable", say, "Make room or give this user the right to write there, then try again.");
}
