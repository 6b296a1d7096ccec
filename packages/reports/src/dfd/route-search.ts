// The search under the router: cheapest path over a grid of lanes, where a bend costs, and running along another flow costs more.

/** A binary heap of states by cost; equal costs leave in the order of their states, so the result is the same every time. */
class Queue {
  readonly #items: { cost: number; state: number }[] = [];

  push(cost: number, state: number): void {
    const items = this.#items;
    let at = items.length;
    items.push({ cost, state });
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#before(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }

  pop(): { cost: number; state: number } | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0 || !last) return top;
    items[0] = last;
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < items.length && this.#before(child, least)) least = child;
      if (least === at) return top;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const x = this.#items[a] as { cost: number; state: number };
    const y = this.#items[b] as { cost: number; state: number };
    return x.cost < y.cost || (x.cost === y.cost && x.state < y.state);
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    const held = items[a] as { cost: number; state: number };
    items[a] = items[b] as { cost: number; state: number };
    items[b] = held;
  }
}

const bendCost = 60;

/** Lanes (xs and ys, ascending), which steps between neighbouring lanes are barred, and how often each is in use. */
export class LaneGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Per node: the step to the right, the step down. */
  readonly #barredRight: Uint8Array;
  readonly #barredDown: Uint8Array;
  readonly #usedRight: Uint16Array;
  readonly #usedDown: Uint16Array;

  constructor(xs: readonly number[], ys: readonly number[]) {
    this.xs = xs;
    this.ys = ys;
    const size = xs.length * ys.length;
    this.#barredRight = new Uint8Array(size);
    this.#barredDown = new Uint8Array(size);
    this.#usedRight = new Uint16Array(size);
    this.#usedDown = new Uint16Array(size);
  }

  /** Bars every step that runs through the open box. */
  bar(left: number, top: number, right: number, bottom: number): void {
    const { xs, ys } = this;
    const fromX = Math.max(0, lowest(xs, left) - 1);
    const fromY = Math.max(0, lowest(ys, top) - 1);
    for (let j = fromY; j < ys.length && (ys[j] as number) < bottom; j++) {
      for (let i = fromX; i < xs.length && (xs[i] as number) < right; i++) {
        const at = j * xs.length + i;
        const insideX = (xs[i] as number) > left;
        const insideY = (ys[j] as number) > top;
        if (insideY && i + 1 < xs.length && (xs[i + 1] as number) > left) this.#barredRight[at] = 1;
        if (insideX && j + 1 < ys.length && (ys[j + 1] as number) > top) this.#barredDown[at] = 1;
      }
    }
  }

  /** Makes running along a box dear: upright boxes for upright steps, lying ones for level steps. Crossing it costs nothing. */
  avoid(left: number, top: number, right: number, bottom: number): void {
    const { xs, ys } = this;
    const upright = bottom - top > right - left;
    const used = upright ? this.#usedDown : this.#usedRight;
    for (let j = lowest(ys, top); j < ys.length && (ys[j] as number) < bottom; j++) {
      for (let i = lowest(xs, left); i < xs.length && (xs[i] as number) < right; i++) {
        const at = j * xs.length + i;
        used[at] = (used[at] as number) + 1;
      }
    }
  }

  /** The nodes of the cheapest path, or nothing when there is none. Both ends leave along `horizontal` lanes or vertical ones. */
  path(from: number, to: number, fromHorizontal: boolean, toHorizontal: boolean): readonly number[] | undefined {
    const start = from * 2 + (fromHorizontal ? 0 : 1);
    const goal = to * 2 + (toHorizontal ? 0 : 1);
    const best = new Map<number, number>([[start, 0]]);
    const cameFrom = new Map<number, number>();
    const queue = new Queue();
    queue.push(this.#estimate(from, to), start);
    for (let item = queue.pop(); item; item = queue.pop()) {
      const { state } = item;
      if (state === goal) return walk(cameFrom, state);
      const cost = best.get(state) as number;
      if (item.cost > cost + this.#estimate(state >> 1, to) + 1e-6) continue;
      for (const [next, step] of this.#steps(state)) {
        const total = cost + step;
        if (total >= (best.get(next) ?? Number.POSITIVE_INFINITY)) continue;
        best.set(next, total);
        cameFrom.set(next, state);
        queue.push(total + this.#estimate(next >> 1, to), next);
      }
    }
    return undefined;
  }

  /** Marks the steps of a path as in use. */
  use(nodes: readonly number[]): void {
    for (let k = 1; k < nodes.length; k++) {
      const a = Math.min(nodes[k - 1] as number, nodes[k] as number);
      const b = Math.max(nodes[k - 1] as number, nodes[k] as number);
      const used = b - a === 1 ? this.#usedRight : this.#usedDown;
      used[a] = (used[a] as number) + 1;
    }
  }

  #estimate(a: number, b: number): number {
    const { xs, ys } = this;
    const dx = (xs[a % xs.length] as number) - (xs[b % xs.length] as number);
    const dy = (ys[Math.floor(a / xs.length)] as number) - (ys[Math.floor(b / xs.length)] as number);
    return Math.abs(dx) + Math.abs(dy);
  }

  *#steps(state: number): Iterable<readonly [number, number]> {
    const node = state >> 1;
    const vertical = state & 1;
    const wide = this.xs.length;
    yield [node * 2 + (1 - vertical), bendCost];
    if (vertical === 0) {
      const i = node % wide;
      if (i + 1 < wide && !this.#barredRight[node]) yield [(node + 1) * 2, this.#cost(node, node + 1, this.#usedRight)];
      if (i > 0 && !this.#barredRight[node - 1]) yield [(node - 1) * 2, this.#cost(node - 1, node, this.#usedRight)];
    } else {
      const below = node + wide;
      const above = node - wide;
      if (below < this.#barredDown.length && !this.#barredDown[node]) {
        yield [below * 2 + 1, this.#cost(node, below, this.#usedDown)];
      }
      if (above >= 0 && !this.#barredDown[above]) yield [above * 2 + 1, this.#cost(above, node, this.#usedDown)];
    }
  }

  #cost(a: number, b: number, used: Uint16Array): number {
    return this.#estimate(a, b) * (1 + 4 * Math.min(2, used[a] as number));
  }
}

function walk(cameFrom: ReadonlyMap<number, number>, end: number): readonly number[] {
  const nodes = [end >> 1];
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) {
    if (nodes[nodes.length - 1] !== at >> 1) nodes.push(at >> 1);
  }
  return nodes.reverse();
}

/** The index of the first value above `limit`. */
function lowest(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
