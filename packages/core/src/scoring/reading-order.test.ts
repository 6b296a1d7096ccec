import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Orderable, readingOrder } from "./reading-order.ts";

interface Threat {
  readonly rank: number;
  readonly risk: number;
  readonly certainty: number;
  readonly rule: string;
  readonly elements: readonly number[];
}

const of = (threats: readonly Threat[]): Orderable => ({
  groups: threats,
  group: Int32Array.from(threats.keys()),
  elements: (i) => threats[i]?.elements ?? [],
});
const threat = (given: Partial<Threat>): Threat => ({
  rank: 1,
  risk: 50,
  certainty: 0,
  rule: "r",
  elements: [],
  ...given,
});

const threats = fc.array(
  fc.record({
    rank: fc.integer({ min: 0, max: 3 }),
    risk: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    certainty: fc.integer({ min: 0, max: 2 }),
    rule: fc.constantFrom("a", "b", "c"),
    elements: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
  }),
  { maxLength: 120 },
);

describe("reading order", () => {
  test("lists each threat once, tier by tier, and the same again", () => {
    fc.assert(
      fc.property(threats, (all) => {
        const order = [...readingOrder(of(all))];
        expect([...order].sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        const ranks = order.map((i) => all[i]?.rank ?? 0);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect([...readingOrder(of(structuredClone(all)))]).toEqual(order);
      }),
    );
  });

  test("begins each tier with what weighs most", () => {
    const weight = ({ risk, certainty }: Threat) => Math.floor((risk * 1000) / (2 + certainty));
    fc.assert(
      fc.property(threats, (all) => {
        const order = [...readingOrder(of(all))];
        for (const rank of [0, 1, 2, 3]) {
          const tier = all.filter((one) => one.rank === rank);
          const first = order.map((i) => all[i] as Threat).find((one) => one.rank === rank);
          if (tier.length <= 24 && first) expect(weight(first)).toBe(Math.max(...tier.map(weight)));
        }
      }),
    );
  });

  test("no risk at all still gives an order, and an empty list an empty one", () => {
    expect([...readingOrder(of([]))]).toEqual([]);
    expect([...readingOrder(of([threat({ risk: 0 }), threat({ risk: 0 })]))]).toEqual([0, 1]);
  });

  test("is the same however threats are grouped", () => {
    fc.assert(
      fc.property(threats, (all) => {
        const keys = all.map(({ elements: _, ...shared }) => JSON.stringify(shared));
        const distinct = [...new Set(keys)];
        const grouped: Orderable = {
          ...of(all),
          groups: distinct.map((key) => JSON.parse(key)),
          group: Int32Array.from(keys, (key) => distinct.indexOf(key)),
        };
        expect(readingOrder(grouped)).toEqual(readingOrder(of(all)));
      }),
    );
  });

  test.each<[string, readonly Threat[], readonly number[]]>([
    ["equal ones stay as they came", [threat({ rule: "a" }), threat({ rule: "b" }), threat({ rule: "c" })], [0, 1, 2]],
    ["a higher tier first, whatever its risk", [threat({ rank: 2, risk: 90 }), threat({ rank: 0, risk: 10 })], [1, 0]],
    ["higher risk first", [threat({ rule: "a", risk: 40 }), threat({ rule: "b", risk: 60 })], [1, 0]],
    ["open before asked of the same risk", [threat({ rule: "a", certainty: 1 }), threat({ rule: "b" })], [1, 0]],
    [
      "asked of far higher risk before open",
      [threat({ rule: "a", certainty: 1, risk: 90 }), threat({ rule: "b", risk: 40 })],
      [0, 1],
    ],
    [
      "a second threat of a rule weighs a quarter",
      [
        threat({ rule: "a", risk: 80 }),
        threat({ rule: "a", risk: 80 }),
        threat({ rule: "b", risk: 21 }),
        threat({ rule: "c", risk: 19 }),
      ],
      [0, 2, 1, 3],
    ],
    [
      "a second threat on an element weighs half",
      [
        threat({ rule: "a", risk: 80, elements: [1] }),
        threat({ rule: "b", risk: 78, elements: [1] }),
        threat({ rule: "c", risk: 40, elements: [2] }),
        threat({ rule: "d", risk: 38 }),
      ],
      [0, 2, 1, 3],
    ],
    [
      "a flow counts for both its ends",
      [
        threat({ rule: "a", risk: 80, elements: [1, 2] }),
        threat({ rule: "b", risk: 70, elements: [2] }),
        threat({ rule: "c", risk: 36, elements: [3] }),
      ],
      [0, 2, 1],
    ],
  ])("%s", (_, all, order) => expect([...readingOrder(of(all))]).toEqual(order));

  test("the first 8 of a rule in a tier are spread; the rest follow by certainty and risk", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => threat({ rule: "a", risk: 90 - i, certainty: i % 2 }));
    const other = threat({ rule: "b", risk: 1 });
    const order = [...readingOrder(of([...crowd, other]))];
    const even = Array.from({ length: 15 }, (_, k) => 2 * k);
    expect(order.slice(9)).toEqual([...even.slice(8), ...even.map((i) => i + 1)]);
    expect(order.indexOf(30)).toBeLessThan(9);
  });

  test("is the greedy order taken one by one, at any size and in any grouping", () => {
    const many = threats.chain((some) =>
      fc.integer({ min: 1, max: 4 }).map((times) => Array(times).fill(some).flat() as Threat[]),
    );
    fc.assert(
      fc.property(many, (all) => {
        expect([...readingOrder(of(all))]).toEqual(oneByOne(all));
      }),
      { numRuns: 200 },
    );
  });
});

/** The same order by looking at every candidate for every place: what the heap and the counting have to come to. */
function oneByOne(all: readonly Threat[]): readonly number[] {
  const at = (i: number) => all[i] as Threat;
  const plain = [...all.keys()].sort((a, b) => at(a).certainty - at(b).certainty || at(b).risk - at(a).risk || a - b);
  return [0, 1, 2, 3].flatMap((rank) => {
    const tier = plain.filter((i) => at(i).rank === rank);
    const first = tier.filter((i, k) => tier.slice(0, k).filter((other) => at(other).rule === at(i).rule).length < 8);
    const rest = tier.filter((i) => !first.includes(i));
    const out: number[] = [];
    const on = (element: number) => out.filter((i) => at(i).elements.includes(element)).length;
    const weight = (i: number) => {
      const ofRule = out.filter((other) => at(other).rule === at(i).rule).length;
      const crowd = 1 + 3 * ofRule + Math.max(0, ...at(i).elements.map(on));
      return Math.floor((at(i).risk * 1000) / (crowd * (2 + at(i).certainty)));
    };
    for (const left = [...first]; left.length > 0; ) {
      const best = left.reduce((a, b) => (weight(b) > weight(a) ? b : a));
      out.push(best);
      left.splice(left.indexOf(best), 1);
    }
    return [...out, ...rest];
  });
}
