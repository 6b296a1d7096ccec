// The room: the one place that orders what several people do to a document. Every accepted entry is on the disk before anybody hears of it.
import {
  apply,
  type Change,
  type Document,
  fail,
  type Permission,
  type Problem,
  problem,
  type Result,
} from "@parapet/core";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { conflictsWith } from "./conflicts.ts";
import { History } from "./history.ts";
import type { Engine, Journal } from "./ports.ts";
import { undoIn } from "./undo.ts";
import type { Entry, FromClient, Refusal } from "./wire.ts";

/** Who sends: the session, the person it counts for, and what they may do. */
export interface Sender {
  readonly session: string;
  readonly by: string;
  readonly may: readonly Permission[];
}

/** What became of something that was sent. */
export type Outcome =
  | { readonly kind: "accepted"; readonly entry: Entry }
  | { readonly kind: "unchanged"; readonly id: string }
  | {
      readonly kind: "refused";
      readonly id: string;
      readonly why: Refusal;
      readonly problems: readonly Problem[];
      readonly missed: readonly Entry[];
    };

export interface RoomParts {
  readonly engine: Engine;
  readonly journal: Journal;
  /** The day, as 2026-11-24; asked anew for every entry. */
  readonly now: () => string;
  /** What stands on the disk, and the entries (oldest first) that led from `start` to it. */
  readonly start: Document;
  readonly startSeq: number;
  readonly entries: readonly Entry[];
}

type Send = Extract<FromClient, { kind: "send" }>;
type UndoMessage = Extract<FromClient, { kind: "undo" }>;

export class Room {
  readonly #parts: RoomParts;
  readonly #history: History;
  readonly #listeners = new Set<(entry: Entry) => void>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#history = new History(parts.start, parts.startSeq, parts.entries);
  }

  get document(): Document {
    return this.#history.document;
  }

  /** The number of the last accepted entry. */
  get head(): number {
    return this.#history.head;
  }

  /** What was accepted after `seq`, oldest first; undefined when that is too long ago (or not of this life). */
  since(seq: number): readonly Entry[] | undefined {
    return this.#history.since(seq);
  }

  /** Hears every accepted entry, in order, the moment it counts; gives what ends the hearing. */
  listen(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs commands that were made on top of `base`: accepted, already so, or refused with what stands against them. */
  send(sender: Sender, message: Omit<Send, "kind">): Promise<Outcome> {
    return this.#inOrder(() => this.#send(sender, message));
  }

  /** Takes back the last thing that the person did and that is not taken back yet. */
  undo(sender: Sender, message: Omit<UndoMessage, "kind">): Promise<Outcome> {
    return this.#inOrder(() => this.#undo(sender, message));
  }

  /** Lets changes in that happened already: somebody edited the files, or switched the branch underneath. */
  enter(entry: {
    id: string;
    title: string;
    by?: string;
    changes: readonly Change[];
    barrier?: true;
  }): Promise<Outcome> {
    const { id, title, by = "disk", changes, barrier } = entry;
    return this.#inOrder(() =>
      this.#store({ id, title, by, session: "disk", calls: [], changes, ...(barrier && { barrier }) }),
    );
  }

  /** One after the other, whatever becomes of the one before. */
  #inOrder<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(step, step);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #send(sender: Sender, { id, base, title, calls }: Omit<Send, "kind">): Promise<Outcome> {
    const known = this.#history.byId(id);
    if (known) return { kind: "accepted", entry: known };
    const barred = this.#barred(sender, calls);
    if (barred) return refused(id, "not-permitted", [barred]);
    const others = this.#history.othersSince(base, id);
    if (!others) return refused(id, "too-old", [tooOld]);
    const { engine, now } = this.#parts;
    const made = { by: sender.by, now: now() };
    const ran = await engine.run(calls, { document: this.document, ...made });
    if (!ran.ok) return refused(id, "refused", ran.problems, others);
    if (others.length > 0) {
      const against = await this.#against({ id, base, calls, others, ...made });
      if (against) return against;
    }
    if (ran.value.changes.length === 0) return { kind: "unchanged", id };
    return this.#store({ id, title, by: sender.by, session: sender.session, calls, changes: ran.value.changes });
  }

  /** What others did since `base` that stands against the calls. */
  async #against(asked: {
    id: string;
    base: number;
    calls: Send["calls"];
    others: readonly Entry[];
    by: string;
    now: string;
  }): Promise<Outcome | undefined> {
    const { id, base, calls, others, by, now } = asked;
    const { engine } = this.#parts;
    const seen = this.#history.asSeenBy(base, id);
    const meant = await engine.run(calls, { document: seen, by, now });
    const conflicts = meant.ok ? conflictsWith(meant.value.changes, others) : [];
    if (conflicts.length > 0)
      return refused(
        id,
        "conflict",
        conflicts.map(({ problem: why }) => why),
        conflicts.map(({ entry }) => entry),
      );
    const changed = changedMeanwhile(calls, { before: seen, after: this.document, engine, now, others });
    return changed.length > 0 ? refused(id, "changed-meanwhile", changed, others) : undefined;
  }

  async #undo(sender: Sender, { id }: Omit<UndoMessage, "kind">): Promise<Outcome> {
    const known = this.#history.byId(id);
    if (known) return { kind: "accepted", entry: known };
    const undo = undoIn(this.#history.undoable(), sender.by, this.document);
    if (!undo.ok) return refused(id, "refused", undo.problems);
    const { entry, changes } = undo.value;
    const title = `Undo: ${entry.title}`;
    return this.#store({ id, title, by: sender.by, session: sender.session, calls: [], changes, undoes: entry.id });
  }

  /** The first command that the sender may not give. */
  #barred({ may, by }: Sender, calls: Send["calls"]): Problem | undefined {
    for (const { name } of calls) {
      const needed = this.#parts.engine.permission(name);
      if (needed !== undefined && !may.includes(needed)) return notPermitted(name, needed, by);
    }
    return undefined;
  }

  async #store(entry: Omit<Entry, "seq" | "at">): Promise<Outcome> {
    const whole: Entry = { ...entry, seq: this.head + 1, at: this.#parts.now() };
    const stored = await this.#written(whole);
    if (!stored.ok) return refused(entry.id, "not-stored", stored.problems);
    this.#history.add(whole, apply(this.document, whole.changes));
    for (const listener of this.#listeners) listener(whole);
    return { kind: "accepted", entry: whole };
  }

  async #written(entry: Entry): Promise<Result<void>> {
    try {
      return await this.#parts.journal.append(entry);
    } catch (error) {
      const say = `The journal could not be written: ${(error as Error).message}. Nothing was changed.`;
      return fail(problem("file-unwritable", say, "Make room on the disk or give this user the right to write there."));
    }
  }
}

function refused(id: string, why: Refusal, problems: readonly Problem[], missed: readonly Entry[] = []): Outcome {
  return { kind: "refused", id, why, problems, missed };
}

const tooOld = problem(
  "stale-revision",
  "This was made on a state of the model that the server does not remember. Nothing was changed.",
  "Look at it again on the present state, and repeat it.",
);

function notPermitted(command: string, needed: Permission, by: string): Problem {
  const say = `${by} may not ${needed} here: ${command} needs the permission “${needed}”.`;
  return problem("not-permitted", say, "Ask the host of this workbench to do it, or to share it with more rights.");
}
