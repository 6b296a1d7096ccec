// The room: the one place that orders what several people do to a document. Every accepted entry is on the disk before anybody hears of it.
import {
  type CommandCall,
  canonicalText,
  type Document,
  difference,
  fail,
  type Problem,
  type Result,
  shortDigest,
} from "@parapet/core";
import { Answers } from "./answers.ts";
import { entered } from "./entering.ts";
import { History } from "./history.ts";
import { judge } from "./judging.ts";
import type { CatchUp, Happened, Outcome, RoomParts, Sender } from "./ports.ts";
import { duplicateId, notPermitted, tooOld, unmet, unwritten } from "./refusals.ts";
import { isUndone, lastOf, nothingToUndo, undoIn } from "./undo.ts";
import { keyOf } from "./who.ts";
import type { Entry, FromClient, Refusal } from "./wire.ts";

type Send = Omit<Extract<FromClient, { kind: "send" }>, "kind">;
type UndoMessage = Omit<Extract<FromClient, { kind: "undo" }>, "kind">;
type Refused = Extract<Outcome, { kind: "refused" }>;

/** More entries than these cost a client more than the document. */
const mostEntries = 2_000;
/** So many entries of others go with a refusal: enough to tell what happened. */
const mostMissed = 20;

export class Room {
  readonly #parts: RoomParts;
  readonly #history: History;
  readonly #answers = new Answers();
  readonly #listeners = new Set<(entry: Entry) => void>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#history = new History(parts.start, parts.startSeq, parts.entries, parts.bounds);
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

  /** What a client needs that knows everything up to `seen` of this life, or nothing of it. */
  catchUp(seen: number | undefined): CatchUp {
    const entries = seen === undefined ? undefined : this.since(seen);
    if (!entries || entries.length > mostEntries) return { head: this.head, document: this.document };
    return { head: this.head, entries };
  }

  /** Calls back for every accepted entry, in order, after it is on the disk. */
  listen(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs commands made on top of `base`; refused when what others did meanwhile stands against them. */
  send(sender: Sender, message: Send): Promise<Outcome> {
    return this.#inOrder(() => this.#answered(sender, message, () => this.#send(sender, message)));
  }

  /** Takes back what the person meant, or the last thing that they did and that is not taken back yet. */
  undo(sender: Sender, message: UndoMessage): Promise<Outcome> {
    return this.#inOrder(() =>
      this.#answered(sender, { ...message, title: "Undo" }, () => this.#undo(sender, message)),
    );
  }

  /**
   * Lets changes in that happened already: somebody edited the files, or switched the branch underneath. They count for the values
   * that they name, whatever was there: what they replace stays in the entry. Refused when the document would contradict itself.
   */
  enter(happened: Happened): Promise<Outcome> {
    return this.#inOrder(() => this.#enter(happened));
  }

  /** One after the other, whatever becomes of the one before. */
  #inOrder<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(step, step);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** The answer that was given to the same send before, else what the step says. */
  async #answered(
    sender: Sender,
    message: {
      readonly id: string;
      readonly title: string;
      readonly calls?: readonly CommandCall[];
      readonly of?: string | undefined;
    },
    step: () => Promise<Outcome>,
  ): Promise<Outcome> {
    const { id, title } = message;
    const key = keyOf(sender, id);
    const known = this.#history.byId(sender, id);
    if (known === "forgotten") return { kind: "unchanged", id };
    if (known)
      return isSame(known, message) ? { kind: "accepted", entry: known } : refused(id, "refused", [duplicateId(id)]);
    const given = this.#answers.get(key);
    if (given)
      return given.asked === digestOfAsked(message) ? given.outcome : refused(id, "refused", [duplicateId(id)]);
    const outcome = await step();
    if (outcome.kind !== "accepted" && !isPassing(outcome))
      this.#answers.add(key, { outcome, title, asked: digestOfAsked(message) });
    return outcome;
  }

  async #send(sender: Sender, message: Send): Promise<Outcome> {
    const { id, base, title, calls, needs = [], day } = message;
    const barred = this.#barred(sender, calls);
    if (barred) return refused(id, "not-permitted", [barred]);
    const others = this.#history.othersSince(sender, id, base);
    if (!others) return refused(id, "too-old", [tooOld]);
    const missing = this.#unmet(sender, needs);
    if (missing) return refused(id, "refused", [missing], others);
    const now = this.#parts.now();
    const seen = others.length === 0 ? this.document : this.#history.asSeenBy(sender, id, base);
    const made = { calls, by: sender.by, now, day: day ?? now };
    const verdict = await judge(this.#parts.engine, { ...made, present: this.document, seen, others });
    if (!verdict.ok) return refused(id, verdict.why, verdict.problems, verdict.missed);
    const changes = difference(this.document, verdict.document);
    return this.#store({ id, title, ...whose(sender), calls, changes });
  }

  async #undo(sender: Sender, { id, of }: UndoMessage): Promise<Outcome> {
    const { entries } = this.#history;
    const meant = of === undefined ? lastOf(entries, sender) : this.#history.byId(sender, of);
    // What it takes back was not accepted, or is forgotten together with all that was built on it.
    if (!meant && of !== undefined && this.#answers.get(keyOf(sender, of))) return { kind: "unchanged", id };
    if (!meant || meant === "forgotten") return refused(id, "refused", [nothingToUndo(sender, this.document)]);
    if (isUndone(entries, meant)) return { kind: "unchanged", id };
    const barred = this.#barred(sender, meant.calls);
    if (barred) return refused(id, "not-permitted", [barred]);
    const undo = undoIn(entries, meant, this.document);
    if (!undo.ok) return refused(id, "refused", undo.problems);
    const { changes } = undo.value;
    return this.#store({ id, title: `Undo: ${meant.title}`, ...whose(sender), calls: [], changes, undoes: meant.id });
  }

  async #enter({ id, title, by = "disk", changes, base = this.head, barrier }: Happened): Promise<Outcome> {
    const disk = { by, session: "disk" };
    const known = this.#history.byId(disk, id);
    if (known) return known === "forgotten" ? { kind: "unchanged", id } : { kind: "accepted", entry: known };
    const seen = this.#history.at(base);
    if (!seen) return refused(id, "too-old", [tooOld]);
    const document = entered(changes, seen, this.document);
    if (!document.ok) return refused(id, "refused", document.problems);
    const real = difference(this.document, document.value);
    return this.#store({ id, title, ...disk, calls: [], changes: real, ...(barrier && { barrier }) });
  }

  /** The first command that the sender may not give. */
  #barred({ may, by }: Sender, calls: readonly CommandCall[]): Problem | undefined {
    for (const { name } of calls) {
      const needed = this.#parts.engine.permission(name);
      if (needed !== undefined && !may.includes(needed)) return notPermitted(name, needed, by);
    }
    return undefined;
  }

  /** What a send rests on and was not accepted. */
  #unmet(sender: Sender, needs: readonly string[]): Problem | undefined {
    for (const need of needs) {
      if (this.#history.byId(sender, need)) continue;
      const answer = this.#answers.get(keyOf(sender, need));
      if (answer?.outcome.kind !== "unchanged") return unmet(answer?.title);
    }
    return undefined;
  }

  /** Writes an entry down, then tells everybody. An entry without changes is none, but for a barrier. */
  async #store(entry: Omit<Entry, "seq" | "at">): Promise<Outcome> {
    if (entry.changes.length === 0 && !entry.barrier) return { kind: "unchanged", id: entry.id };
    const whole: Entry = { ...entry, seq: this.head + 1, at: this.#parts.now() };
    const stored = await this.#written(whole);
    if (!stored.ok) return refused(entry.id, "not-stored", stored.problems);
    this.#history.add(whole);
    for (const listener of this.#listeners) tell(listener, whole);
    return { kind: "accepted", entry: whole };
  }

  async #written(entry: Entry): Promise<Result<void>> {
    try {
      return await this.#parts.journal.append(entry);
    } catch (error) {
      return fail(unwritten((error as Error).message));
    }
  }
}

function whose({ by, session, joined }: Sender): Pick<Entry, "by" | "session" | "joined"> {
  return { by, session, ...(joined !== undefined && { joined }) };
}

/** True when an entry is what the message asks for: an id that is used twice by mistake must not swallow the second. */
function isSame(
  entry: Entry,
  { calls, of }: { readonly calls?: readonly CommandCall[]; readonly of?: string | undefined },
): boolean {
  if (calls) return entry.undoes === undefined && canonicalText(calls) === canonicalText(entry.calls);
  return entry.undoes !== undefined && (of === undefined || of === entry.undoes);
}

/** A digest of what a message asks for, to tell it from another one under the same id. */
function digestOfAsked({
  calls,
  of,
}: {
  readonly calls?: readonly CommandCall[];
  readonly of?: string | undefined;
}): string {
  return shortDigest(calls ?? ["undo", of ?? null]);
}

/** True for a refusal that may be another one in a moment. */
function isPassing(outcome: Outcome): boolean {
  return outcome.kind === "refused" && outcome.why === "not-stored";
}

/** One who listens and fails keeps nobody else from hearing, and the entry is stored whatever they do. */
function tell(listener: (entry: Entry) => void, entry: Entry): void {
  try {
    listener(entry);
  } catch {
    // The listener belongs to a connection; the server sees it close.
  }
}

function refused(id: string, why: Refusal, problems: readonly Problem[], missed: readonly Entry[] = []): Refused {
  return { kind: "refused", id, why, problems, missed: missed.slice(-mostMissed) };
}
