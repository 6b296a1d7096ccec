// The questions about one fact in one space: one slot per thing, in typed arrays.
import { type Graph, type Space, thingsIn } from "../decomposition/index.ts";

/** The rank of the lowest tier; what nothing waits for has it too. */
const lowest = 3;

/** What hangs on the questions `fact@thing`, by the number of the thing. Most columns are never asked: slots are made with the first. */
export class QuestionColumn {
  readonly fact: string;
  readonly space: Space;
  /** The things about which it is asked whatever the rules say. */
  readonly always = new Set<number>();
  readonly #ids: readonly string[];
  #risk = new Float64Array(0);
  #settles = new Int32Array(0);
  #latent = new Int32Array(0);
  /** How far above the lowest tier. */
  #height = new Uint8Array(0);

  constructor(graph: Graph, fact: string, space: Space) {
    this.fact = fact;
    this.space = space;
    this.#ids = thingsIn(graph, space).ids;
  }

  /** The thing that it is about. */
  about(i: number): string {
    return this.#ids[i] as string;
  }

  id(i: number): string {
    return `${this.fact}@${this.#ids[i]}`;
  }

  /** Σ of the shares of the risk of those that wait for it. */
  risk(i: number): number {
    return this.#risk[i] ?? 0;
  }

  /** How many asked threats it may settle. */
  settles(i: number): number {
    return this.#settles[i] ?? 0;
  }

  /** How many may turn out to apply. */
  latent(i: number): number {
    return this.#latent[i] ?? 0;
  }

  /** The highest tier among the threats that wait for it: 0 critical … 3 low. */
  rank(i: number): number {
    return lowest - (this.#height[i] ?? 0);
  }

  /** Adds what waits for the answer about thing `i`: its share of a risk, and its tier (0 critical … 3 low). */
  hold(i: number, share: number, tier: number, latent: boolean): void {
    if (this.#risk.length === 0) this.#makeSlots();
    (this.#risk[i] as number) += share;
    if (latent) {
      (this.#latent[i] as number) += 1;
      return;
    }
    (this.#settles[i] as number) += 1;
    const height = lowest - tier;
    if (height > (this.#height[i] as number)) this.#height[i] = height;
  }

  #makeSlots(): void {
    const size = this.#ids.length;
    this.#risk = new Float64Array(size);
    this.#settles = new Int32Array(size);
    this.#latent = new Int32Array(size);
    this.#height = new Uint8Array(size);
  }

  /** The things about which it is asked: something waits for the answer, or it is asked anyway. */
  asked(): readonly number[] {
    const settles = this.#settles;
    const latent = this.#latent;
    const things: number[] = [];
    for (let i = 0; i < settles.length; i++)
      if ((settles[i] as number) > 0 || (latent[i] as number) > 0 || this.always.has(i)) things.push(i);
    if (settles.length === 0) things.push(...[...this.always].sort((a, b) => a - b));
    return things;
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

  /** The first of them, of a list that is not empty. */
  first(): readonly [QuestionColumn, number] {
    return [this.columns[0] as QuestionColumn, this.things[0] as number];
  }

  /** What each of them gives, in the author's order. */
  map<T>(read: (column: QuestionColumn, thing: number) => T): readonly T[] {
    return Array.from({ length: this.size }, (_, k) =>
      read(this.columns[k] as QuestionColumn, this.things[k] as number),
    );
  }
}
