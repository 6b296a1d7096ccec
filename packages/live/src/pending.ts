// What a client has sent and nobody has answered yet, with what it does to the document that the room has confirmed.
import {
  apply,
  type Change,
  type CommandCall,
  canonicalText,
  checkDocument,
  type Document,
  finer,
  ok,
  type Result,
  rebase,
} from "@parapet/core";
import { isLayout } from "./conflicts.ts";
import { run } from "./judging.ts";
import { needsOf } from "./needs.ts";
import type { Engine } from "./ports.ts";
import type { Entry } from "./wire.ts";

/** One thing that waits for an answer: commands, or an undo. */
export interface Waiting {
  readonly kind: "send" | "undo";
  readonly id: string;
  /** The life of the room that `base` counts in. */
  readonly room: string | undefined;
  readonly base: number;
  readonly title: string;
  readonly calls: readonly CommandCall[];
  /** Of an undo: the entry that it takes back. */
  readonly of?: string;
  /** The client's own sends that it rests on. */
  readonly needs?: readonly string[];
  /** The day that the person saw. */
  readonly day?: string;
  /** Who sent it, as entries tell (`personOf`): another session later may be somebody else for the room. */
  readonly person?: string;
}

/** What commands would do here; no changes when only the server can tell. */
export interface Effect {
  readonly changes: readonly Change[] | undefined;
  readonly document?: Document;
}

interface Made {
  readonly by: string;
  readonly now: string;
}

/** Something that waits, with what it changes over all that waits before it. */
interface Held {
  readonly waiting: Waiting;
  readonly changes: readonly Change[] | undefined;
  /** Others stand against it: it has no effect any more, and the room will say so. */
  readonly stopped: boolean;
}

export class Pending {
  readonly #engine: Engine;
  #held: readonly Held[];
  #confirmed: Document | undefined;
  #shown: Document | undefined;
  /** What was not accepted, while something waits that may rest on it. */
  readonly #lost = new Set<string>();

  constructor(engine: Engine, kept: readonly Waiting[]) {
    this.#engine = engine;
    this.#held = kept.map((waiting) => ({ waiting, changes: undefined, stopped: false }));
  }

  get all(): readonly Waiting[] {
    return this.#held.map(({ waiting }) => waiting);
  }

  /** The document as the person sees it; undefined while none is known. */
  get document(): Document | undefined {
    return this.#shown;
  }

  /** What waits as entries that the room may make of it, after `head`: what an undo goes back over. */
  asEntries(head: number, who: Pick<Entry, "by" | "session" | "joined">, at: string): readonly Entry[] {
    const effective = this.#effective();
    return this.#held.map((held, i) => {
      const { id, title, calls, of } = held.waiting;
      const changes = effective.has(held) ? (held.changes ?? []) : [];
      return { seq: head + 1 + i, id, title, calls, changes, at, ...who, ...(of !== undefined && { undoes: of }) };
    });
  }

  /** True when only the room can tell what a waiting send does. */
  isUnknown(id: string): boolean {
    return this.#held.some(({ waiting, changes }) => waiting.id === id && changes === undefined);
  }

  /** What commands would do on top of all that waits. */
  async try(calls: readonly CommandCall[], made: Made): Promise<Result<Effect>> {
    if (!this.#shown || !this.#runsHere(calls)) return ok({ changes: undefined });
    return run(this.#engine, calls, { document: this.#shown, ...made });
  }

  /** Lets something wait that has an effect on what is shown; gives it with what it rests on. */
  add(waiting: Waiting, { changes, document }: Effect): Waiting {
    const needs = needsOf(waiting.calls, changes, this.#held, this.#engine);
    const whole = needs.length > 0 ? { ...waiting, needs } : waiting;
    this.#held = [...this.#held, { waiting: whole, changes, stopped: false }];
    if (document) this.#shown = document;
    return whole;
  }

  /** Takes out what was answered; what is so already, or is accepted, nobody has to rest on any more. */
  settled(id: string): Waiting | undefined {
    const found = this.#take(id);
    this.#held = this.#held.map((held) => ({ ...held, waiting: without(held.waiting, id) }));
    return found;
  }

  /** Takes out what was not accepted: what rests on it has no effect any more. */
  refused(id: string): Waiting | undefined {
    const found = this.#take(id);
    if (found) this.#lost.add(id);
    if (this.#held.length === 0) this.#lost.clear();
    return found;
  }

  /** Says of everything that waits who sends it now. */
  sentBy(person: string): void {
    this.#held = this.#held.map((held) => ({ ...held, waiting: { ...held.waiting, person } }));
  }

  /** Makes all that waits again over a document of which it is not known how it came about. */
  async over(confirmed: Document, made: Made): Promise<void> {
    let document = confirmed;
    const held: Held[] = [];
    for (const { waiting } of this.#held) {
      const runs = waiting.kind === "send" && this.#runsHere(waiting.calls);
      const ran = runs ? await run(this.#engine, waiting.calls, { document, ...made }) : undefined;
      if (ran?.ok) document = ran.value.document;
      held.push({ waiting, changes: ran?.ok ? ran.value.changes : undefined, stopped: ran?.ok === false });
    }
    this.#held = held;
    this.#confirmed = confirmed;
    this.#shown = document;
  }

  /**
   * Moves all that waits over entries that led to a confirmed document; `own` are the answers to what waited here. Gives the confirmed
   * document: the one that was shown already, where that is the same and nothing waits any more.
   */
  moveOver(entries: readonly Entry[], own: ReadonlySet<Entry>, confirmed: Document): Document {
    const isFirst = entries.length === 1 && own.size === 1 && this.#isFirst(entries[0] as Entry);
    const theirs: Change[] = [];
    for (const entry of entries) {
      const expected = own.has(entry) ? this.#held.find(({ waiting }) => waiting.id === entry.id) : undefined;
      if (own.has(entry)) this.settled(entry.id);
      if (!expected?.changes || !isSame(expected.changes, entry.changes)) theirs.push(...entry.changes.flatMap(finer));
    }
    // What was accepted just as it was shown leaves the picture as it is: the same object, so that nothing is worked out again.
    const isAsShown = isFirst && theirs.length === 0;
    this.#confirmed = isAsShown && this.#shown && this.#held.length === 0 ? this.#shown : confirmed;
    if (!isAsShown) {
      this.#rebase(theirs);
      this.show();
    }
    return this.#confirmed;
  }

  /** Puts together what is shown: all that waits and still goes, on what is confirmed. It never contradicts itself. */
  show(): void {
    if (!this.#confirmed) return;
    const effective = this.#effective();
    const changes = this.#held.flatMap((held) => (effective.has(held) ? (held.changes ?? []) : []));
    this.#shown = changes.length === 0 ? this.#confirmed : apply(this.#confirmed, changes);
    if (changes.length > 0 && this.#contradicts(this.#shown)) this.#showWhatFits();
  }

  #rebase(theirs: readonly Change[]): void {
    if (theirs.length === 0) return;
    const mine = this.#held.map(({ changes, stopped }) => (stopped ? [] : (changes ?? []).flatMap(finer)));
    const { changes, conflicts } = rebase(
      mine.flat().filter((change) => !isLayout(change)),
      theirs,
    );
    const left = new Set(changes);
    const against = new Set(conflicts.map((conflict) => conflict.mine));
    this.#held = this.#held.map((held, i) => {
      const parts = mine[i] ?? [];
      if (parts.some((change) => against.has(change))) return { ...held, stopped: true };
      const still = parts.filter((change) => isLayout(change) || left.has(change));
      return still.length === parts.length ? held : { ...held, changes: still };
    });
  }

  /** What has an effect: known here, not stopped, and resting on nothing that has none. */
  #effective(): ReadonlySet<Held> {
    const effective = new Set<Held>();
    const none = new Set(this.#lost);
    for (const held of this.#held) {
      const rests = held.waiting.needs?.some((id) => none.has(id));
      if (held.stopped || rests) none.add(held.waiting.id);
      else if (held.changes) effective.add(held);
    }
    return effective;
  }

  /** One after the other; what makes the document contradict itself stops. */
  #showWhatFits(): void {
    let document = this.#confirmed as Document;
    for (const held of this.#held) {
      if (!this.#effective().has(held) || !held.changes) continue;
      const next = apply(document, held.changes);
      if (this.#contradicts(next))
        this.#held = this.#held.map((one) => (one === held ? { ...held, stopped: true } : one));
      else document = next;
    }
    this.#shown = document;
  }

  /** True when a document contradicts itself where the confirmed one does not. */
  #contradicts(document: Document): boolean {
    const problems = checkDocument(document);
    if (problems.length === 0) return false;
    const known = new Set(checkDocument(this.#confirmed as Document).map(({ say }) => say));
    return problems.some(({ say }) => !known.has(say));
  }

  #isFirst({ id }: Entry): boolean {
    const effective = this.#effective();
    return this.#held.find((held) => effective.has(held))?.waiting.id === id;
  }

  #take(id: string): Waiting | undefined {
    const found = this.#held.find(({ waiting }) => waiting.id === id);
    if (found) this.#held = this.#held.filter((held) => held !== found);
    return found?.waiting;
  }

  /** Commands that read the analysis run on the server alone: here it may be of another revision. */
  #runsHere(calls: readonly CommandCall[]): boolean {
    return calls.every(({ name }) => this.#engine.runsHere?.(name) ?? true);
  }
}

function without(waiting: Waiting, id: string): Waiting {
  if (!waiting.needs?.includes(id)) return waiting;
  return { ...waiting, needs: waiting.needs.filter((need) => need !== id) };
}

function isSame(a: readonly Change[], b: readonly Change[]): boolean {
  return canonicalText(a) === canonicalText(b);
}
