// Reading order: tier first; within a tier each further threat of a rule or on an element already listed weighs less, so that
// the top of the list shows the breadth of what is wrong.
/** What decides where a threat is read, apart from the elements that it concerns. */
export interface Weighed {
  /** 0 critical … 3 low. */
  readonly rank: number;
  readonly risk: number;
  /** 0 for open ones, 1 for asked ones, 2 for what needs no answer: open ones of the same weight come first. */
  readonly certainty: number;
  readonly rule: string;
}

/** What the order reads of threats, by their number. Threats come sorted by id within a rule, and rules by id: that breaks ties. */
export interface Orderable {
  /** Threats that share what decides; each threat is of one of them. */
  readonly groups: readonly Weighed[];
  /** The number of each threat's group. */
  readonly group: Int32Array;
  /** The elements that it concerns: a flow counts for both its ends. */
  readonly elements: (i: number) => readonly number[];
}

/** How many threats of one rule in one tier take part in the greedy choice; the rest follow in plain order. */
const shortlist = 8;

/** Integer weights: a further one of a rule, and on an element, divide what is left of the risk. */
const perRule = 3;
const perElement = 1;

/**
 * The order in which to read threats, as their numbers. Greedy over a shortlist per rule and tier, since the greedy choice is not
 * linear; what is not on the shortlist follows by certainty and risk. Ties go to the earlier one. Linear in the threats.
 */
export function readingOrder(threats: Orderable): Int32Array {
  const { group, groups } = threats;
  const order = new Int32Array(group.length);
  const plain = plainOrder(threats);
  const ranks = Int32Array.from(groups, ({ rank }) => rank);
  const rules = numberRules(groups);
  for (let start = 0; start < plain.length; ) {
    const rank = ranks[group[plain[start] as number] as number];
    let end = start;
    while (end < plain.length && ranks[group[plain[end] as number] as number] === rank) end++;
    order.set(inTier(threats, plain.subarray(start, end), rules), start);
    start = end;
  }
  return order;
}

function weighedOf({ groups, group }: Orderable, i: number): Weighed {
  return groups[group[i] as number] as Weighed;
}

/** Tier by tier by certainty, then risk, then number: the groups are sorted, and their threats dealt out by counting. */
function plainOrder({ groups, group }: Orderable): Int32Array {
  const places = placesOf(groups);
  const starts = new Int32Array(groups.length + 1);
  const size = group.length;
  for (let i = 0; i < size; i++) (starts[(places[group[i] as number] as number) + 1] as number) += 1;
  for (let place = 1; place < starts.length; place++) (starts[place] as number) += starts[place - 1] as number;
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const place = places[group[i] as number] as number;
    order[starts[place] as number] = i;
    (starts[place] as number) += 1;
  }
  return order;
}

/** The place of each group in plain order; groups that weigh the same share one, so that the number of the threat decides. */
function placesOf(groups: readonly Weighed[]): Int32Array {
  const compare = (a: Weighed, b: Weighed) => a.rank - b.rank || a.certainty - b.certainty || b.risk - a.risk;
  const sorted = groups.map((_, k) => k).sort((a, b) => compare(groups[a] as Weighed, groups[b] as Weighed));
  const places = new Int32Array(groups.length);
  let place = 0;
  sorted.forEach((k, at) => {
    if (at > 0 && compare(groups[sorted[at - 1] as number] as Weighed, groups[k] as Weighed) !== 0) place = at;
    places[k] = place;
  });
  return places;
}

/** The shortlist of a tier by the greedy choice, then the rest. `rules`: the number of the rule of each group. */
function inTier(threats: Orderable, tier: Int32Array, rules: Int32Array): Int32Array {
  const taken = new Int32Array(threats.groups.length);
  const first: number[] = [];
  const order = new Int32Array(tier.length);
  let rest = 0;
  for (let k = 0; k < tier.length; k++) {
    const i = tier[k] as number;
    const rule = rules[threats.group[i] as number] as number;
    const count = taken[rule] as number;
    if (count < shortlist) {
      taken[rule] = count + 1;
      first.push(i);
    } else order[rest++] = i;
  }
  order.copyWithin(first.length, 0, rest);
  order.set(greedy(threats, first));
  return order;
}

/** The rule of each group as a number. */
function numberRules(groups: readonly Weighed[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(groups, ({ rule }) => {
    const number = numbers.get(rule) ?? numbers.size;
    numbers.set(rule, number);
    return number;
  });
}

/** Takes the heaviest again and again. Weights only fall, so a stale one goes back into the heap and the first fresh one wins. */
function greedy(threats: Orderable, candidates: readonly number[]): readonly number[] {
  const ofRule = new Map<string, number>();
  const onElement = new Map<number, number>();
  const weight = (i: number): number => {
    let seen = 0;
    for (const element of threats.elements(i)) seen = Math.max(seen, onElement.get(element) ?? 0);
    const { rule, risk, certainty } = weighedOf(threats, i);
    const crowd = 1 + perRule * (ofRule.get(rule) ?? 0) + perElement * seen;
    return Math.floor((risk * 1000) / (crowd * (2 + certainty)));
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
    const { rule } = weighedOf(threats, top.i);
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
