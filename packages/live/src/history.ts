// What the room remembers: the accepted entries, and the document as it was after each of the last ones.
import { apply, type Document } from "@parapet/core";
import type { Entry } from "./wire.ts";

/** How many states are kept to compare with. States share what did not change, so one costs about what its entry touched. */
const remembered = 5_000;

export class History {
  /** The document at `#first` and after each entry since: `#states[i]` is the one at `#first + i`. */
  #states: Document[];
  #entries: Entry[] = [];
  #first: number;
  readonly #ids = new Map<string, Entry>();

  constructor(start: Document, startSeq: number, entries: readonly Entry[]) {
    this.#states = [start];
    this.#first = startSeq;
    for (const entry of entries) this.add(entry, apply(this.document, entry.changes));
  }

  get document(): Document {
    return this.#states[this.#states.length - 1] as Document;
  }

  get head(): number {
    return this.#first + this.#entries.length;
  }

  add(entry: Entry, document: Document): void {
    this.#entries.push(entry);
    this.#states.push(document);
    this.#ids.set(entry.id, entry);
    if (this.#entries.length > 2 * remembered) this.#forget();
  }

  byId(id: string): Entry | undefined {
    return this.#ids.get(id);
  }

  /** The entries after `seq`; undefined when it is not remembered. */
  since(seq: number): readonly Entry[] | undefined {
    if (seq < this.#first || seq > this.head) return undefined;
    return this.#entries.slice(seq - this.#first);
  }

  /** The entries after `seq` that other clients made than the one which made `id`. */
  othersSince(seq: number, id: string): readonly Entry[] | undefined {
    const client = clientOf(id);
    return this.since(seq)?.filter((entry) => clientOf(entry.id) !== client);
  }

  /** The document as the client saw it: as it was at `seq`, with what the client itself did since. */
  asSeenBy(seq: number, id: string): Document {
    const client = clientOf(id);
    const own = (this.since(seq) ?? []).filter((entry) => clientOf(entry.id) === client);
    const base = this.#states[seq - this.#first] as Document;
    return apply(
      base,
      own.flatMap(({ changes }) => changes),
    );
  }

  /** What may still be taken back: everything after the last barrier. */
  undoable(): readonly Entry[] {
    const barrier = this.#entries.findLastIndex(({ barrier: is }) => is === true);
    return this.#entries.slice(barrier + 1);
  }

  #forget(): void {
    const gone = this.#entries.length - remembered;
    for (const { id } of this.#entries.slice(0, gone)) this.#ids.delete(id);
    this.#entries = this.#entries.slice(gone);
    this.#states = this.#states.slice(gone);
    this.#first += gone;
  }
}

/** The client that made an id: ids are `<client>-<number>`. */
export function clientOf(id: string): string {
  const end = id.lastIndexOf("-");
  return end < 0 ? id : id.slice(0, end);
}
