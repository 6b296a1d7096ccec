// The files of models, off the main thread: reading and splicing YAML takes longer than people should wait for each other.
import { type Digests, type Edited, ModelFiles, type Read, Thread } from "@parapet/adapters";
import { type Change, fail, ok, problem, type Result } from "@parapet/core";

/** The files of one model. */
export interface ModelDisk {
  readonly digests: () => Promise<Result<Digests>>;
  readonly read: () => Promise<Result<Read>>;
  /** Prepares an edit of what the files were at the revision `before`; gives what they will be. */
  readonly edit: (before: string, changes: readonly Change[]) => Promise<Result<Digests>>;
  /** Writes what was prepared last. */
  readonly write: () => Promise<Result<void>>;
}

/** Gives the files of a model's folder. */
export interface Disks {
  readonly of: (folder: string) => ModelDisk;
  readonly end: () => Promise<void>;
}

/** What a thread is asked. */
export interface Asked {
  readonly folder: string;
  readonly act: {
    readonly [K in keyof ModelDisk]: { readonly kind: K; readonly given: Parameters<ModelDisk[K]> };
  }[keyof ModelDisk];
}

/** The files of models as one thread has them. */
export class Files {
  readonly #files = new Map<string, ModelFiles>();
  readonly #edits = new Map<string, Edited>();

  do(folder: string, { kind, given }: Asked["act"]): Result<unknown> {
    const files = this.#of(folder);
    if (kind === "digests") return files.digests();
    if (kind === "read") return files.read();
    if (kind === "edit") return this.#edit(folder, files, ...given);
    const edit = this.#edits.get(folder);
    return edit ? files.write(edit) : fail(problem("internal", "Nothing was prepared to be written.", "Report this."));
  }

  #edit(folder: string, files: ModelFiles, before: string, changes: readonly Change[]): Result<Digests> {
    this.#edits.delete(folder);
    const edited = files.edit(before, changes);
    if (!edited.ok) return edited;
    this.#edits.set(folder, edited.value);
    return ok(edited.value.digests);
  }

  #of(folder: string): ModelFiles {
    const known = this.#files.get(folder) ?? new ModelFiles(folder);
    this.#files.set(folder, known);
    return known;
  }
}

type Do = (folder: string, act: Asked["act"]) => Promise<Result<unknown>>;

function diskOver(act: Do, folder: string): ModelDisk {
  return {
    digests: (...given) => act(folder, { kind: "digests", given }) as Promise<Result<Digests>>,
    read: (...given) => act(folder, { kind: "read", given }) as Promise<Result<Read>>,
    edit: (...given) => act(folder, { kind: "edit", given }) as Promise<Result<Digests>>,
    write: (...given) => act(folder, { kind: "write", given }) as Promise<Result<void>>,
  };
}

/** Without a thread: where the code runs from its sources. */
export function disksHere(): Disks {
  const files = new Files();
  return { of: (folder) => diskOver(async (at, act) => files.do(at, act), folder), end: async () => undefined };
}

/** With a thread that runs the bundle at `path`. */
export function disksInThread(path: string): Disks {
  const thread = new Thread<Asked>(path);
  return {
    of: (folder) => diskOver((at, act) => thread.ask({ folder: at, act }), folder),
    end: () => thread.end(),
  };
}
