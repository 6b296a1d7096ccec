// Keeps what was worked out of files: documents that were read and found valid, how analyses stood. The next command need not do it again.
//
// It lies in the user's own cache folder, never beside the model: what stands in somebody's repository must not decide what their files say.
// Losing it loses nothing.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** How many values of a kind are kept; the ones that were not used for longest go. */
const kept = 24;

/** A cache of values that JSON can hold, by a digest of what they were made from. `build` names the build that made them: another makes anew. */
export class KeptValues<T> {
  readonly #folder: string;
  readonly #build: string;

  /** `kind`: what they are; each kind lies in a folder of its own. */
  constructor(kind: "documents" | "standings", build: string, folder = usualFolder(kind)) {
    this.#folder = folder;
    this.#build = build.replace(/[^A-Za-z0-9.-]/g, "");
  }

  /** The value of a key, when it was made before. */
  get(key: string): T | undefined {
    try {
      return JSON.parse(readFileSync(this.#path(key), "utf8")) as T;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value. A cache that cannot be written is no problem: the value is made again. */
  put(key: string, value: T): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const path = this.#path(key);
      writeFileSync(`${path}.${process.pid}`, JSON.stringify(value), { mode: 0o600 });
      renameSync(`${path}.${process.pid}`, path);
      this.#forget();
    } catch {
      // Nothing is lost.
    }
  }

  #path(key: string): string {
    return join(this.#folder, `${key}-${this.#build}.json`);
  }

  #forget(): void {
    const names = readdirSync(this.#folder);
    if (names.length <= kept) return;
    const aged = names.map((name) => ({ name, used: statSync(join(this.#folder, name)).mtimeMs }));
    aged.sort((a, b) => b.used - a.used);
    for (const { name } of aged.slice(kept)) rmSync(join(this.#folder, name), { force: true });
  }
}

function usualFolder(kind: string): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "parapet", kind);
}
