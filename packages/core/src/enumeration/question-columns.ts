// The questions about one fact in one space: one slot per thing, in typed arrays.
import { type Graph, type Space, thingsIn } from "../decomposition/index.ts";

/** Nothing waits for it yet: the rank below low. */
const lowest = 3;

/** What hangs on the questions `fact@thing`, by the number of the thing. */
export class QuestionColumn {
  readonly fact: string;
  readonly space: Space;
  /** Σ of the shares of the risk of those that wait for it. */
  readonly risk: Float64Array;
  /** How many asked threats it may settle, and how many may turn out to apply. */
  readonly settles: Int32Array;
  readonly latent: Int32Array;
  /** The highest tier among the threats that wait for it: 0 critical … 3 low. */
  readonly rank: Uint8Array;
  /** The things about which it is asked whatever the rules say. */
  readonly always = new Set<number>();
  readonly #ids: readonly string[];

  constructor(graph: Graph, fact: string, space: Space) {
    this.fact = fact;
    this.space = space;
    this.#ids = thingsIn(graph, space).ids;
    const size = this.#ids.length;
    this.risk = new Float64Array(size);
    this.settles = new Int32Array(size);
    this.latent = new Int32Array(size);
    this.rank = new Uint8Array(size).fill(lowest);
  }

  /** The thing that it is about. */
  about(i: number): string {
    return this.#ids[i] as string;
  }

  id(i: number): string {
    return `${this.fact}@${this.#ids[i]}`;
  }

  hold(i: number, share: number, tier: number, latent: boolean): void {
    (this.risk[i] as number) += share;
    if (latent) {
      (this.latent[i] as number) += 1;
      return;
    }
    (this.settles[i] as number) += 1;
    if (tier < (this.rank[i] as number)) this.rank[i] = tier;
  }

  /** True when something waits for the answer, or it is asked anyway. */
  isAsked(i: number): boolean {
    return (this.settles[i] as number) > 0 || (this.latent[i] as number) > 0 || this.always.has(i);
  }

  /** The things about which it is asked. */
  asked(): readonly number[] {
    const things: number[] = [];
    for (let i = 0; i < this.settles.length; i++) if (this.isAsked(i)) things.push(i);
    return things;
  }

  /** The first thing about which it is asked; undefined when it is asked about none. */
  first(): number | undefined {
    for (let i = 0; i < this.settles.length; i++) if (this.isAsked(i)) return i;
    return undefined;
  }
}

/** The questions that one finding waits for; one list is filled again and again. */
export class Asks {
  readonly columns: QuestionColumn[] = [];
  readonly things: number[] = [];
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Adds a question, unless it is there. */
  add(column: QuestionColumn, thing: number): void {
    for (let k = 0; k < this.size; k++) if (this.columns[k] === column && this.things[k] === thing) return;
    this.columns[this.size] = column;
    this.things[this.size] = thing;
    this.size++;
  }

  ids(): readonly string[] {
    return this.columns.slice(0, this.size).map((column, k) => column.id(this.things[k] as number));
  }
}
