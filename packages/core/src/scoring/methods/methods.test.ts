import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exposures } from "../../model/vocabulary.ts";
import type { Basis } from "../method.ts";
import { methodOf, scoringMethods } from "../methods.ts";
import { dread } from "./dread.ts";
import { matrix } from "./matrix.ts";

const start = {
  "internet-anonymous": { reproducibility: 9, exploitability: 8 },
  "internet-authenticated": { reproducibility: 8, exploitability: 6 },
  internal: { reproducibility: 7, exploitability: 5 },
};
const basis: Basis = {
  start,
  exposure: "internet-anonymous",
  damage: 9,
  damageReason: "restricted: Card",
  affected: "all",
};

describe("DREAD", () => {
  test.each<[Partial<Basis>, Record<string, number>, { likelihood: number; impact: number }]>([
    [
      {},
      { damage: 9, reproducibility: 9, exploitability: 8, affected: 9, discoverability: 10 },
      { likelihood: 9, impact: 9 },
    ],
    [
      { exposure: "internet-authenticated" },
      { damage: 9, reproducibility: 8, exploitability: 6, affected: 9, discoverability: 10 },
      { likelihood: 8, impact: 9 },
    ],
    [
      { exposure: "internal", affected: "tenant" },
      { damage: 9, reproducibility: 7, exploitability: 5, affected: 6, discoverability: 10 },
      { likelihood: 7.3, impact: 7.5 },
    ],
    [
      { affected: "one", damage: 2 },
      { damage: 2, reproducibility: 9, exploitability: 8, affected: 3, discoverability: 10 },
      { likelihood: 9, impact: 2.5 },
    ],
  ])("proposes from the rule, the exposure and the data: %j", (given, factors, combined) => {
    const proposal = dread.propose({ ...basis, ...given });
    expect(proposal.factors).toEqual(factors);
    expect(dread.combine(proposal.factors)).toEqual(combined);
  });

  test("says why", () => {
    expect(dread.propose(basis).reasons).toEqual({
      damage: "restricted: Card",
      exploitability: "internet-anonymous",
      affected: "every user",
    });
  });

  test("takes the mean of what is said", () => {
    expect(dread.combine({ damage: 8, reproducibility: 6 })).toEqual({ likelihood: 6, impact: 8 });
    expect(dread.combine({})).toEqual({ likelihood: 0, impact: 0 });
    expect(
      dread.combine({ reproducibility: 7, exploitability: 7, discoverability: 8, damage: 7, affected: 8 }),
    ).toEqual({ likelihood: 7.3, impact: 7.5 });
  });

  test("a control caps what is above its cap, and nothing else", () => {
    const factors = { damage: 9, exploitability: 8, reproducibility: 3 };
    expect(dread.cap(factors, { exploitability: 2, reproducibility: 5, affected: 1 })).toEqual({
      damage: 9,
      exploitability: 2,
      reproducibility: 3,
    });
    expect(factors.exploitability).toBe(8);
  });
});

describe("the matrix", () => {
  test("starts where DREAD would end", () => {
    const { factors, reasons } = matrix.propose(basis);
    expect(factors).toEqual({ likelihood: 9, impact: 9 });
    expect(reasons).toEqual({ likelihood: "internet-anonymous", impact: "restricted: Card" });
  });

  test("takes the two judgements as they are, to a tenth", () => {
    expect(matrix.combine({ likelihood: 4.44, impact: 8 })).toEqual({ likelihood: 4.4, impact: 8 });
    expect(matrix.combine({})).toEqual({ likelihood: 0, impact: 0 });
  });

  test.each<[string, Record<string, number>, Record<string, number>, Record<string, number>]>([
    ["no cap", { likelihood: 8, impact: 9 }, {}, { likelihood: 8, impact: 9 }],
    [
      "all of likelihood",
      { likelihood: 8, impact: 9 },
      { reproducibility: 2, exploitability: 3, discoverability: 2 },
      { likelihood: 2.3, impact: 9 },
    ],
    [
      "a part of likelihood",
      { likelihood: 8, impact: 9 },
      { reproducibility: 4, exploitability: 4 },
      { likelihood: 6, impact: 9 },
    ],
    ["one of likelihood, above it", { likelihood: 7, impact: 9 }, { exploitability: 2 }, { likelihood: 7, impact: 9 }],
    ["damage", { likelihood: 8, impact: 9 }, { damage: 4 }, { likelihood: 8, impact: 7 }],
    ["affected users", { likelihood: 8, impact: 9 }, { affected: 3 }, { likelihood: 8, impact: 6.5 }],
    [
      "damage and affected users",
      { likelihood: 8, impact: 9 },
      { damage: 3, affected: 5 },
      { likelihood: 8, impact: 4 },
    ],
    [
      "what is lower already",
      { likelihood: 2, impact: 3 },
      { exploitability: 5, damage: 5 },
      { likelihood: 2, impact: 3 },
    ],
  ])("a control's caps lower a number to the most that they leave: %s", (_, given, caps, expected) => {
    expect(matrix.cap(given, caps)).toEqual(expected);
  });

  test("never claims less than DREAD leaves of the same threat, and each cap at nothing lowers the worst", () => {
    const factor = fc.integer({ min: 0, max: 10 });
    const ids = ["damage", "reproducibility", "exploitability", "affected", "discoverability"] as const;
    const factors = fc.record(Object.fromEntries(ids.map((id) => [id, factor])));
    const caps = fc.dictionary(fc.constantFrom(...ids), factor);
    fc.assert(
      fc.property(factors, caps, (given, some) => {
        const byHand = matrix.combine(matrix.cap(dread.combine(given) as unknown as Record<string, number>, some));
        const exact = dread.combine(dread.cap(given, some));
        expect(byHand.likelihood).toBeGreaterThanOrEqual(exact.likelihood);
        expect(byHand.impact).toBeGreaterThanOrEqual(exact.impact);
      }),
    );
    for (const { id, part } of dread.factors)
      expect(matrix.cap({ likelihood: 10, impact: 10 }, { [id]: 0 })[part]).toBeLessThan(10);
  });
});

describe("every method", () => {
  test("is found by its id, and DREAD stands for what is not known", () => {
    for (const method of scoringMethods) expect(methodOf(method.id)).toBe(method);
    expect(methodOf(undefined)).toBe(dread);
    expect(methodOf("star-signs")).toBe(dread);
  });

  test.each(scoringMethods.map((method) => [method.id, method] as const))(
    "%s proposes only its factors, within their range, to likelihood and impact of 0 to 10",
    (_, method) => {
      const ids = method.factors.map(({ id }) => id);
      const given = fc.record({
        exposure: fc.constantFrom(...exposures),
        damage: fc.integer({ min: 0, max: 10 }),
        affected: fc.constantFrom("one", "tenant", "all"),
      });
      fc.assert(
        fc.property(given, (some) => {
          const { factors, reasons } = method.propose({ ...basis, ...some });
          expect(Object.keys(factors).sort()).toEqual([...ids].sort());
          for (const id of Object.keys(reasons)) expect(ids).toContain(id);
          for (const { id, min, max } of method.factors) {
            expect(factors[id]).toBeGreaterThanOrEqual(min);
            expect(factors[id]).toBeLessThanOrEqual(max);
          }
          for (const value of Object.values(method.combine(factors))) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(10);
            expect(Math.round(value * 10) / 10).toBe(value);
          }
        }),
      );
    },
  );

  test.each(scoringMethods.map((method) => [method.id, method] as const))(
    "%s: more of a factor is never less risk, and a cap never more",
    (_, method) => {
      const factor = fc.constantFrom(...method.factors);
      const values = fc.tuple(...method.factors.map(({ min, max }) => fc.integer({ min, max })));
      const caps = fc.dictionary(
        fc.constantFrom("damage", "reproducibility", "exploitability", "affected", "discoverability"),
        fc.integer({ min: 0, max: 10 }),
      );
      fc.assert(
        fc.property(values, factor, caps, (given, { id, part, max }, some) => {
          const factors = Object.fromEntries(method.factors.map((one, i) => [one.id, given[i] as number]));
          const before = method.combine(factors);
          expect(method.combine({ ...factors, [id]: max })[part]).toBeGreaterThanOrEqual(before[part]);
          const capped = method.combine(method.cap(factors, some));
          expect(capped.likelihood).toBeLessThanOrEqual(before.likelihood);
          expect(capped.impact).toBeLessThanOrEqual(before.impact);
        }),
      );
    },
  );

  test.each(scoringMethods.map((method) => [method.id, method] as const))(
    "%s anchors its factors with sentences, from the lowest to the highest value",
    (_, method) => {
      for (const { anchors, min, max } of method.factors) {
        const values = Object.keys(anchors).map(Number);
        expect(values.length).toBeGreaterThanOrEqual(4);
        expect([Math.min(...values), Math.max(...values)]).toEqual([min, max]);
        for (const sentence of Object.values(anchors)) expect(sentence).toMatch(/^[A-Z].*\.$/);
      }
    },
  );
});
