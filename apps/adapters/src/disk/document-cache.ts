// Keeps documents that were read and found valid, so that the next command need not parse the same bytes again.
//
// It lies in the user's own cache folder, never beside the model: what stands in somebody's repository must not decide what their files say.
// Losing it loses nothing.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Document } from "@parapet/core";

/** How many documents are kept; the ones that were not used for longest go. */
const kept = 24;

/** A cache of documents by revision. `build` names the build that read them: another build reads anew. */
export class DocumentCache {
  readonly #folder: string;
  readonly #build: string;

  constructor(build: string, folder = usualFolder()) {
    this.#folder = folder;
    this.#build = build.replace(/[^A-Za-z0-9.-]/g, "");
  }

  /** The document of a revision, when it was read before. */
  get(revision: string): Document | undefined {
    try {
      return JSON.parse(readFileSync(this.#path(revision), "utf8")) as Document;
    } catch {
      return undefined;
    }
  }

  /** Keeps a document. A cache that cannot be written is no problem: the files are read again. */
  put(revision: string, document: Document): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const path = this.#path(revision);
      writeFileSync(`${path}.${process.pid}`, JSON.stringify(document), { mode: 0o600 });
      renameSync(`${path}.${process.pid}`, path);
      this.#forget();
    } catch {
      // Nothing is lost.
    }
  }

  #path(revision: string): string {
    return join(this.#folder, `${revision}-${this.#build}.json`);
  }

  #forget(): void {
    const names = readdirSync(this.#folder);
    if (names.length <= kept) return;
    const aged = names.map((name) => ({ name, used: statSync(join(this.#folder, name)).mtimeMs }));
    aged.sort((a, b) => b.used - a.used);
    for (const { name } of aged.slice(kept)) rmSync(join(this.#folder, name), { force: true });
  }
}

function usualFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "parapet", "documents");
}
