// Keeps the files of a model at what its room has accepted, and lets in what is edited on disk. Never writes over what it has not read.
import { randomBytes } from "node:crypto";
import {
  type Digests,
  type FilesMark,
  type GitState,
  type JournalWriter,
  revisionOf,
  sameDigests,
} from "@parapet/adapters";
import { type Change, type Document, difference, type Problem, problem, type Result } from "@parapet/core";
import type { Room } from "@parapet/live";
import type { ModelDisk } from "./model-disk.ts";
import { rescue } from "./rescue.ts";

/** What the files hold. */
export interface Synced {
  /** The files hold what the room had after this entry, but for what `lacks` says in the journal. */
  readonly seq: number;
  readonly document: Document;
  readonly digests: Digests;
}

/** How the files stand, for people. */
export interface FilesState {
  /** Why they are not written; none: they are, or will be in a moment. */
  readonly problems: readonly Problem[];
  /** The last entry that they hold. */
  readonly written: number;
  /** The commit that is checked out; absent without git. */
  readonly commit?: string;
}

export interface KeeperParts {
  readonly room: Room;
  readonly disk: ModelDisk;
  readonly journal: Pick<JournalWriter, "append">;
  readonly synced: Synced;
  /** Where git stands; undefined where there is none. */
  readonly git: () => GitState | undefined;
  /** The commit that was checked out when the files were last known. */
  readonly head: string | undefined;
  /** The last entry before that commit was checked out. */
  readonly headSince: number;
  /** Hears how the files stand whenever that changes. */
  readonly told: (state: FilesState) => void;
  /** How long edits are gathered, in milliseconds. */
  readonly gather?: number;
}

/** Edits are gathered this long, so that a burst is one write; never longer than two seconds. */
const usualGather = 700;
/** After a failure it is tried again this much later. */
const retryMs = 5_000;
/** So often files are read anew when they change while they are looked at. */
const mostTurns = 8;

export class FileKeeper {
  readonly #parts: KeeperParts;
  #synced: Synced;
  #head: string | undefined;
  #headSince: number;
  /** The files as they were when they could not be read. */
  #broken: { readonly digests: Digests | undefined; readonly problems: readonly Problem[] } | undefined;
  /** Why the last write failed. */
  #unwritable: readonly Problem[] = [];
  #told = "";
  #timer: NodeJS.Timeout | undefined;
  #queue: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#synced = parts.synced;
    this.#head = parts.head;
    this.#headSince = parts.headSince;
  }

  /** What the files hold, as far as it is known. */
  get synced(): Synced {
    return this.#synced;
  }

  /** The last entry before the commit was checked out that is: what came later is in no commit. */
  get headSince(): number {
    return this.#headSince;
  }

  /** How the files stand now. */
  get state(): FilesState {
    return {
      problems: [...(this.#broken?.problems ?? []), ...this.#unwritable],
      written: this.#synced.seq,
      ...(this.#head !== undefined && { commit: this.#head }),
    };
  }

  /** Something was accepted: it is written before long. */
  accepted(): void {
    this.#later(this.#parts.gather ?? usualGather);
  }

  /** Looks at the files, lets in what is new there, and writes what they lack. */
  look(): Promise<void> {
    const turn = this.#queue.then(() => this.#turns());
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Writes what can be written, and stops. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.look();
  }

  #later(ms: number): void {
    if (this.#closed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.look().catch(() => this.#later(retryMs));
    }, ms);
  }

  /** One look after the other until nothing moves any more. */
  async #turns(): Promise<void> {
    let still = false;
    for (let turn = 0; turn < mostTurns && !still; turn++) still = await this.#turn();
    if (!still) this.#later(retryMs);
    this.#tell();
  }

  /** One look; false when the files changed while it was taken. */
  async #turn(): Promise<boolean> {
    const now = await this.#parts.disk.digests();
    if (!now.ok) return this.#isBroken(undefined, now.problems);
    if (this.#broken?.digests && sameDigests(now.value, this.#broken.digests)) return true;
    if (!sameDigests(now.value, this.#synced.digests)) return this.#letIn(now.value);
    this.#broken = undefined;
    this.#isAt(this.#parts.git()?.head ?? this.#head);
    return this.#write();
  }

  #isAt(head: string | undefined): void {
    if (head !== this.#head) this.#headSince = this.#parts.room.head;
    this.#head = head;
  }

  #isBroken(digests: Digests | undefined, problems: readonly Problem[]): boolean {
    this.#broken = { digests, problems: [notWritten, ...problems] };
    this.#later(retryMs);
    return true;
  }

  /** Reads files that somebody else wrote, and enters what is different. */
  async #letIn(before: Digests): Promise<boolean> {
    const read = await this.#parts.disk.read();
    if (!read.ok) {
      const now = await this.#parts.disk.digests();
      // What was read may have been half written: a file is empty for a moment when it is written over.
      if (now.ok && !sameDigests(now.value, before)) return false;
      return this.#isBroken(now.ok ? now.value : undefined, read.problems);
    }
    const { document, digests } = read.value;
    const git = this.#parts.git();
    const moved = this.#head !== undefined && git?.head !== undefined && git.head !== this.#head;
    const changes = difference(this.#synced.document, document);
    this.#broken = undefined;
    const entered = changes.length === 0 ? "done" : await this.#enter(changes, document, moved ? git : undefined);
    if (entered !== "done") return entered === "failed";
    this.#isAt(git?.head);
    await this.#mark(document, digests);
    return false;
  }

  /** Enters an edit of the files. Where both together contradict, what fits of what was done here stays. */
  async #enter(
    changes: readonly Change[],
    files: Document,
    moved: GitState | undefined,
  ): Promise<"done" | "again" | "failed"> {
    const { room } = this.#parts;
    const title = titleOf(moved);
    const barrier = moved && { barrier: true as const };
    const edit = { changes, base: this.#synced.seq };
    const entered = await room.enter({ id: newId(), title, ...barrier, ...edit });
    if (entered.kind !== "refused") return "done";
    if (entered.why === "not-stored") return this.#cannot(entered.problems);
    const saved = rescue(this.#synced.document, files, room.document);
    const instead = { changes: difference(room.document, saved.document), base: room.head };
    const second = await room.enter({ id: newId(), title: withLoss(title, saved.leftOut), ...barrier, ...instead });
    return second.kind === "refused" ? "again" : "done";
  }

  #cannot(problems: readonly Problem[]): "failed" {
    this.#unwritable = problems;
    this.#later(retryMs);
    return "failed";
  }

  /** Notes what the files hold now. */
  async #mark(document: Document, digests: Digests): Promise<void> {
    const { room, journal } = this.#parts;
    const seq = room.head;
    const lacks = difference(room.document, document);
    this.#synced = { seq, document: lacks.length === 0 ? room.document : document, digests };
    await journal.append({ files: { ...this.#markOf(seq, digests), ...(lacks.length > 0 && { lacks }) } });
  }

  /** Writes what the files lack; false when they changed meanwhile. */
  async #write(): Promise<boolean> {
    const { room, disk, journal } = this.#parts;
    const seq = room.head;
    const { document } = room;
    if (seq === this.#synced.seq && document === this.#synced.document) return true;
    const changes = difference(this.#synced.document, document);
    if (changes.length === 0) {
      await journal.append({ files: this.#markOf(seq, this.#synced.digests) });
      this.#synced = { ...this.#synced, seq, document };
      return true;
    }
    const edited = await disk.edit(revisionOf(this.#synced.digests), changes);
    if (!edited.ok) return this.#failed(edited);
    const mark = this.#markOf(seq, edited.value);
    const noted = await journal.append({ files: { ...mark, writing: true } });
    const written = noted.ok ? await disk.write() : noted;
    if (!written.ok) return this.#failed(written);
    await journal.append({ files: mark });
    this.#synced = { seq, document, digests: edited.value };
    this.#unwritable = [];
    return true;
  }

  #failed({ problems }: Extract<Result<unknown>, { ok: false }>): boolean {
    return !problems.some(({ code }) => code === "stale-revision") && this.#cannot(problems) === "failed";
  }

  #markOf(seq: number, digests: Digests): FilesMark {
    return { seq, digests, ...(this.#head !== undefined && { head: this.#head }) };
  }

  #tell(): void {
    const { state } = this;
    const text = JSON.stringify(state);
    if (text === this.#told) return;
    this.#told = text;
    this.#parts.told(state);
  }
}

function newId(): string {
  return `disk${randomBytes(8).toString("hex")}-1`;
}

function titleOf(moved: GitState | undefined): string {
  if (!moved) return "Edited on disk";
  const commit = moved.head?.slice(0, 8) ?? "";
  return moved.branch === undefined ? `Checked out ${commit}` : `Now at ${moved.branch} (${commit})`;
}

function withLoss(title: string, leftOut: readonly string[]): string {
  if (leftOut.length === 0) return title;
  const named = leftOut.slice(0, 5).join(", ");
  const more = leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : "";
  return `${title}; what was done here to ${named}${more} does not fit any more`;
}

const notWritten = problem(
  "file-unreadable",
  "A file of the threat model cannot be read as it is. It is left alone, and what you do here is kept in the journal until it can be read again.",
  "Mend the file; what was done here is written then.",
);
