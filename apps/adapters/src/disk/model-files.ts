// The YAML files of a threat model: reads them, prepares an edit that leaves every other byte alone, writes it whole or not at all.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Change, type Document, fail, ok, problem, type Result } from "@parapet/core";
import { editDocument, readDocument } from "@parapet/core/files";
import { type FileWrite, finishWrites, removeLeftovers, type WriteSteps, writeFiles } from "./atomic-write.ts";
import { type Digests, digestsOf, revisionOf, sameDigests } from "./digests.ts";
import type { KeptValues } from "./kept-values.ts";
import { readModelFiles } from "./read-files.ts";

/** How problems name the files of a folder. */
export type NameFile = (path: string) => string;

/** What files are read as. */
export interface Read {
  readonly document: Document;
  readonly digests: Digests;
}

/** An edit that is ready to be written. */
export interface Edited extends Read {
  readonly writes: readonly FileWrite[];
  /** What the files must still be when it is written. */
  readonly before: Digests;
}

export class ModelFiles {
  readonly folder: string;
  readonly #name: NameFile;
  readonly #steps: WriteSteps | undefined;
  readonly #cache: KeptValues<Document> | undefined;
  /** What was read or written last. */
  #last: Read | undefined;

  constructor(folder: string, name: NameFile = (path) => path, steps?: WriteSteps, cache?: KeptValues<Document>) {
    this.folder = folder;
    this.#name = name;
    this.#steps = steps;
    this.#cache = cache;
  }

  /** Completes a write that was killed between two renames; for who holds the lock, or where nobody does. */
  finish(): Result<void> {
    return finishWrites(this.#plan);
  }

  /** What the files are now; nothing of them is understood. */
  digests(): Result<Digests> {
    const files = readModelFiles(this.folder, this.#name);
    return files.ok ? ok(digestsOf(files.value)) : files;
  }

  read(): Result<Read> {
    const files = readModelFiles(this.folder, this.#name);
    return files.ok ? this.#asRead(files.value) : files;
  }

  /** Prepares changes of what the files were at `before`; fails with stale-revision when they are something else. */
  edit(before: string, changes: readonly Change[]): Result<Edited> {
    const files = readModelFiles(this.folder, this.#name);
    if (!files.ok) return files;
    const digests = digestsOf(files.value);
    if (revisionOf(digests) !== before) return fail(changedMeanwhile);
    const read = this.#asRead(files.value);
    if (!read.ok) return read;
    const texts = new Map([...files.value].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
    const edited = editDocument(texts, read.value.document, changes, this.#name);
    if (!edited.ok) return edited;
    const after = new Map(texts);
    for (const [path, text] of edited.value.files) {
      if (text === undefined) after.delete(path);
      else after.set(path, text);
    }
    const writes = [...edited.value.files].map(([path, text]) => ({ path: join(this.folder, path), text }));
    return ok({ document: edited.value.document, digests: digestsOf(after), writes, before: digests });
  }

  /** Writes what was prepared: all of it, or nothing. */
  write({ writes, before, document, digests }: Edited): Result<void> {
    const now = this.digests();
    if (!now.ok) return now;
    if (!sameDigests(now.value, before)) return fail(changedMeanwhile);
    removeLeftovers([this.folder, join(this.folder, "knowledge")], this.#plan);
    const written = writeFiles(writes, this.#plan, this.#steps);
    if (!written.ok) return written;
    this.#keep({ document, digests });
    return written;
  }

  /** What files are read as. */
  #asRead(files: ReadonlyMap<string, Uint8Array>): Result<Read> {
    const digests = digestsOf(files);
    const revision = revisionOf(digests);
    if (this.#last && revisionOf(this.#last.digests) === revision) return ok(this.#last);
    const known = this.#cache?.get(revision);
    const document = known ? ok(known) : readDocument(files, this.#name);
    if (!document.ok) return document;
    this.#last = { document: document.value, digests };
    if (!known) this.#cache?.put(revision, document.value);
    return ok(this.#last);
  }

  #keep(read: Read): void {
    this.#cache?.put(revisionOf(read.digests), read.document);
    this.#last = read;
  }

  get #plan(): string {
    return join(this.folder, ".parapet", "unfinished.json");
  }

  /** True while a write is not completed. */
  get isUnfinished(): boolean {
    return existsSync(this.#plan);
  }
}

const changedMeanwhile = problem(
  "stale-revision",
  "The files changed while the command was prepared. Nothing was changed.",
  "Run the command again.",
);
