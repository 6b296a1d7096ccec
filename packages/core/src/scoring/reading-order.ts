// Reading order: tier first; within a tier each further threat of a rule or on an element already listed weighs less, so that
// the top of the list shows the breadth of what is wrong.
/** What the order reads of threats, by their number. Threats come sorted by id within a rule, and rules by id: that breaks ties. */
export interface Orderable {
  readonly size: number;
  /** 0 critical … 3 low. */
  readonly rank: (i: number) => number;
  readonly risk: (i: number) => number;
  /** 0 for open ones, 1 for asked ones, 2 for what needs no answer: open ones of the same weight come first. */
  readonly certainty: (i: number) => number;
  readonly rule: (i: number) => string;
  /** The elements that it concerns: a flow counts for both its ends. */
  readonly elements: (i: number) => readonly number[];
}

/** How many threats of one rule in one tier take part in the greedy choice; the rest follow in plain order. */
const shortlist = 8;

/** Integer weights: a further one of a rule, and on an element, divide what is left of the risk. */
const perRule = 3;
const perElement = 1;

/**
 * The order in which to read threats, as indices. Greedy over a shortlist per rule and tier, since the greedy choice is not linear;
 * what is not on the shortlist follows by certainty and risk. Ties go to the earlier one.
 */
export function readingOrder(threats: Orderable): readonly number[] {
  const order: number[] = [];
  for (const tier of byTier(threats)) appendTier(threats, plainOrder(threats, tier), order);
  return order;
}

/** The numbers of the threats of each tier. */
function byTier(threats: Orderable): readonly (readonly number[])[] {
  const tiers: number[][] = [[], [], [], []];
  for (let i = 0; i < threats.size; i++) (tiers[threats.rank(i)] as number[]).push(i);
  return tiers;
}

/** Room for the number of a threat below its key. */
const room = 2 ** 24;

/** By certainty, then risk (to a tenth), then number: as one number each, which sorts without a comparison function. */
function plainOrder(threats: Orderable, tier: readonly number[]): Float64Array {
  const keys = new Float64Array(tier.length);
  for (let k = 0; k < keys.length; k++) {
    const i = tier[k] as number;
    keys[k] = Math.round(threats.certainty(i) * 10_000 + 1000 - threats.risk(i) * 10) * room + i;
  }
  keys.sort();
  for (let k = 0; k < keys.length; k++) keys[k] = (keys[k] as number) % room;
  return keys;
}

/** The shortlist of a tier by the greedy choice, then the rest. */
function appendTier(threats: Orderable, tier: Float64Array, order: number[]): void {
  const taken = new Map<string, number>();
  const first: number[] = [];
  const rest: number[] = [];
  for (let k = 0; k < tier.length; k++) {
    const i = tier[k] as number;
    const rule = threats.rule(i);
    const count = taken.get(rule) ?? 0;
    if (count < shortlist) {
      taken.set(rule, count + 1);
      first.push(i);
    } else rest.push(i);
  }
  for (const i of greedy(threats, first)) order.push(i);
  for (let k = 0; k < rest.length; k++) order.push(rest[k] as number);
}

/** Takes the heaviest again and again. Weights only fall, so a stale one goes back into the heap and the first fresh one wins. */
function greedy(threats: Orderable, candidates: readonly number[]): readonly number[] {
  const ofRule = new Map<string, number>();
  const onElement = new Map<number, number>();
  const weight = (i: number): number => {
    let seen = 0;
    for (const element of threats.elements(i)) seen = Math.max(seen, onElement.get(element) ?? 0);
    const crowd = 1 + perRule * (ofRule.get(threats.rule(i)) ?? 0) + perElement * seen;
    return Math.floor((threats.risk(i) * 1000) / (crowd * (2 + threats.certainty(i))));
  };
  const heap = new Heap((a, b) => b.weight - a.weight || a.order - b.order);
  candidates.forEach((i, order) => {
    heap.push({ i, order, weight: weight(i) });
  });
  const out: number[] = [];
  for (let top = heap.pop(); top; top = heap.pop()) {
    const now = weight(top.i);
    if (now < top.weight) {
      heap.push({ ...top, weight: now });
      continue;
    }
    out.push(top.i);
    const rule = threats.rule(top.i);
    ofRule.set(rule, (ofRule.get(rule) ?? 0) + 1);
    for (const element of threats.elements(top.i)) onElement.set(element, (onElement.get(element) ?? 0) + 1);
  }
  return out;
}

interface Candidate {
  readonly i: number;
  readonly order: number;
  readonly weight: number;
}

/** A binary heap; the smallest by `compare` comes first. */
class Heap {
  readonly #items: Candidate[] = [];
  readonly #compare: (a: Candidate, b: Candidate) => number;

  constructor(compare: (a: Candidate, b: Candidate) => number) {
    this.#compare = compare;
  }

  push(item: Candidate): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#compare(items[parent] as Candidate, item) <= 0) break;
      items[at] = items[parent] as Candidate;
      at = parent;
    }
    items[at] = item;
  }

  pop(): Candidate | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (top === undefined || last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#compare(items[child + 1] as Candidate, items[child] as Candidate) < 0)
        child++;
      if (this.#compare(last, items[child] as Candidate) <= 0) break;
      items[at] = items[child] as Candidate;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
