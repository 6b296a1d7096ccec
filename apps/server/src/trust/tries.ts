// Counts wrong tries, so that a short code cannot be found by trying.

export interface TryLimits {
  /** So many wrong tries of one address within the time. */
  readonly each: number;
  /** So many of all together, ever: then the code is another one. */
  readonly all: number;
  readonly withinMs: number;
}

const usual: TryLimits = { each: 8, all: 100, withinMs: 10 * 60_000 };

export class Tries {
  readonly #limits: TryLimits;
  readonly #wrong = new Map<string, number[]>();
  #all = 0;

  constructor(limits: TryLimits = usual) {
    this.#limits = limits;
  }

  /** True while an address may try. */
  mayTry(address: string, now: number): boolean {
    return this.#recent(address, now).length < this.#limits.each;
  }

  /** Notes a wrong try; true when there were so many that the codes have to change. */
  wrong(address: string, now: number): boolean {
    this.#wrong.set(address, [...this.#recent(address, now), now]);
    // Addresses that try once and never again are forgotten with the rest.
    if (this.#wrong.size > 10_000) this.#wrong.clear();
    this.#all += 1;
    if (this.#all < this.#limits.all) return false;
    this.#all = 0;
    return true;
  }

  #recent(address: string, now: number): readonly number[] {
    return (this.#wrong.get(address) ?? []).filter((at) => now - at < this.#limits.withinMs);
  }
}
