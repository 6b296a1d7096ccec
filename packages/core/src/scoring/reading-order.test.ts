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
    elements: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
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

  test("the first 24 of a rule in a tier are spread; the rest follow by certainty and risk", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => threat({ rule: "a", risk: 90 - i }));
    const other = threat({ rule: "b", risk: 1 });
    const order = [...readingOrder(of([...crowd, other]))];
    expect(order.slice(-6)).toEqual([24, 25, 26, 27, 28, 29]);
    expect(order.indexOf(30)).toBeLessThan(25);
  });
});
