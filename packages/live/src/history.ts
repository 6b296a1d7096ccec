// What the room remembers: the accepted entries, and the document as it was after any of them.
import { apply, type Document } from "@parapet/core";
import { authorOf, keyOf, type Made } from "./who.ts";
import type { Entry } from "./wire.ts";

/** How much is remembered. When it is too much, the older half goes. */
export interface Bounds {
  readonly entries: number;
  /** Characters of all entries as JSON. */
  readonly size: number;
  /** Ids of forgotten entries, so that an old send is still known when it comes again. */
  readonly ids: number;
}
const bounds: Bounds = { entries: 10_000, size: 64_000_000, ids: 100_000 };

/** A whole document is kept for every so many entries; the ones between are made from it when somebody asks. */
const markEvery = 32;
/** The last ones are kept as they are: who sends is seldom further behind, and what was worked out of a document is found again. */
const lastKept = 64;

export class History {
  readonly #bounds: Bounds;
  #document: Document;
  #first: number;
  #entries: Entry[] = [];
  #sizes: number[] = [];
  #size = 0;
  /** Documents by the number of the entry that made them. */
  readonly #marks = new Map<number, Document>();
  readonly #last = new Map<number, Document>();
  readonly #ids = new Map<string, Entry>();
  readonly #forgotten = new Set<string>();

  constructor(start: Document, startSeq: number, entries: readonly Entry[], limits: Bounds = bounds) {
    this.#bounds = limits;
    this.#document = start;
    this.#first = startSeq;
    this.#marks.set(startSeq, start);
    for (const entry of entries) this.add(entry);
  }

  get document(): Document {
    return this.#document;
  }

  get head(): number {
    return this.#first + this.#entries.length;
  }

  add(entry: Entry): void {
    this.#document = apply(this.#document, entry.changes);
    this.#entries.push(entry);
    this.#ids.set(keyOf(entry, entry.id), entry);
    if (this.head % markEvery === 0) this.#marks.set(this.head, this.#document);
    this.#last.set(this.head, this.#document);
    this.#last.delete(this.head - lastKept);
    const size = JSON.stringify(entry).length;
    this.#sizes.push(size);
    this.#size += size;
    if (this.#entries.length > this.#bounds.entries || this.#size > this.#bounds.size) this.#forget();
  }

  /** The entry that a person made under an id; `forgotten` when it was accepted, long ago. */
  byId(made: Made, id: string): Entry | "forgotten" | undefined {
    const key = keyOf(made, id);
    return this.#ids.get(key) ?? (this.#forgotten.has(key) ? "forgotten" : undefined);
  }

  /** The entries after `seq`; undefined when that is not remembered, or has not happened. */
  since(seq: number): readonly Entry[] | undefined {
    if (seq < this.#first || seq > this.head) return undefined;
    return this.#entries.slice(seq - this.#first);
  }

  /** The entries after `seq` that others made than the client that made `id`. */
  othersSince(made: Made, id: string, seq: number): readonly Entry[] | undefined {
    const author = authorOf(made, id);
    return this.since(seq)?.filter((entry) => authorOf(entry, entry.id) !== author);
  }

  /** The document as a client saw it: as it was at `seq`, with what the client itself did since. */
  asSeenBy(made: Made, id: string, seq: number): Document {
    const author = authorOf(made, id);
    const own = (this.since(seq) ?? []).filter((entry) => authorOf(entry, entry.id) === author);
    const base = this.at(seq) as Document;
    return own.length === 0
      ? base
      : apply(
          base,
          own.flatMap(({ changes }) => changes),
        );
  }

  /** All that is remembered, oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** The document after entry `seq`; undefined when it is not remembered, or has not happened. */
  at(seq: number): Document | undefined {
    if (seq < this.#first || seq > this.head) return undefined;
    const known = seq === this.head ? this.#document : this.#last.get(seq);
    if (known) return known;
    const mark = Math.max(this.#first, seq - (seq % markEvery));
    const between = this.#entries.slice(mark - this.#first, seq - this.#first);
    return apply(
      this.#marks.get(mark) as Document,
      between.flatMap(({ changes }) => changes),
    );
  }

  #forget(): void {
    let gone = 0;
    let left = this.#size;
    const { entries, size } = this.#bounds;
    while (gone < this.#entries.length && (this.#entries.length - gone > entries / 2 || left > size / 2))
      left -= this.#sizes[gone++] as number;
    const first = this.#first + gone;
    this.#marks.set(first, this.at(first) as Document);
    for (const seq of [...this.#marks.keys()]) if (seq < first) this.#marks.delete(seq);
    for (const entry of this.#entries.slice(0, gone)) this.#forgetId(keyOf(entry, entry.id));
    this.#entries = this.#entries.slice(gone);
    this.#sizes = this.#sizes.slice(gone);
    this.#size = left;
    this.#first = first;
  }

  #forgetId(key: string): void {
    this.#ids.delete(key);
    this.#forgotten.add(key);
    if (this.#forgotten.size > this.#bounds.ids)
      for (const oldest of this.#forgotten) return void this.#forgotten.delete(oldest);
  }
}
