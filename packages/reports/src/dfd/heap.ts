// A binary heap of numbers by cost, in typed arrays.

/** States by cost; equal costs leave in the order of their numbers, so that the result is the same every time. */
export class Heap {
  #costs = new Float64Array(512);
  #states = new Int32Array(512);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#size = 0;
  }

  push(cost: number, state: number): void {
    if (this.#size === this.#states.length) this.#grow();
    const costs = this.#costs;
    const states = this.#states;
    let at = this.#size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = costs[up] as number;
      if (above < cost || (above === cost && (states[up] as number) <= state)) break;
      costs[at] = above;
      states[at] = states[up] as number;
      at = up;
    }
    costs[at] = cost;
    states[at] = state;
  }

  /** Takes the first state out. */
  pop(): number {
    const costs = this.#costs;
    const states = this.#states;
    const first = states[0] as number;
    const size = --this.#size;
    const cost = costs[size] as number;
    const state = states[size] as number;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const other = child + 1;
      if (other < size && this.#before(other, child)) child = other;
      const below = costs[child] as number;
      if (cost < below || (cost === below && state <= (states[child] as number))) break;
      costs[at] = below;
      states[at] = states[child] as number;
      at = child;
    }
    costs[at] = cost;
    states[at] = state;
    return first;
  }

  #before(a: number, b: number): boolean {
    const x = this.#costs[a] as number;
    const y = this.#costs[b] as number;
    return x < y || (x === y && (this.#states[a] as number) < (this.#states[b] as number));
  }

  #grow(): void {
    const costs = new Float64Array(this.#costs.length * 2);
    const states = new Int32Array(costs.length);
    costs.set(this.#costs);
    states.set(this.#states);
    this.#costs = costs;
    this.#states = states;
  }
}
