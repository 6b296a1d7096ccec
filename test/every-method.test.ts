// Every scoring method: anchors that make two people mean the same, proposals and results within the scale, caps that never raise.
// Its figures stand in packages/core/src/scoring/methods/methods.test.ts.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exposures } from "../packages/core/src/model/vocabulary.ts";
import type { Basis, ScoringMethod } from "../packages/core/src/scoring/method.ts";
import { scoringMethods } from "../packages/core/src/scoring/methods.ts";
import { knowledge } from "./laws/shipped.ts";

const tenth = fc.integer({ min: 0, max: 10 });
const start = fc.record({ reproducibility: tenth, exploitability: tenth });
const bases: fc.Arbitrary<Basis> = fc.record({
  start: fc.record({ "internet-anonymous": start, "internet-authenticated": start, internal: start }),
  exposure: fc.constantFrom(...exposures),
  damage: tenth,
  damageReason: fc.constant("restricted: Cards"),
  affected: fc.constantFrom("one", "tenant", "all"),
});

/** Values within the scale of each factor of a method. */
function valuesOf({ factors }: ScoringMethod): fc.Arbitrary<Readonly<Record<string, number>>> {
  return fc.record(
    Object.fromEntries(
      factors.map(({ id, min, max }) => [id, fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10)]),
    ),
  );
}

/** The factors that the controls which ship lower, and any caps of them. */
const capped = [...new Set(knowledge.controls.flatMap(({ caps }) => Object.keys(caps)))];
const capsOfControls = fc.record(Object.fromEntries(capped.map((id) => [id, tenth])), { requiredKeys: [] });

const onScale = (values: Readonly<Record<string, number>>): boolean =>
  Object.values(values).every((value) => value >= 0 && value <= 10);

test("there are methods, each with an id of its own and a source", () => {
  expect(scoringMethods.length).toBeGreaterThanOrEqual(2);
  expect(new Set(scoringMethods.map(({ id }) => id)).size).toBe(scoringMethods.length);
  expect(scoringMethods.filter(({ source }) => !/\d{4}/.test(source)).map(({ id }) => id)).toEqual([]);
});

describe.each(scoringMethods.map((method) => ({ id: method.id, method })))("$id", ({ method }) => {
  test("has factors of likelihood and of impact", () => {
    expect(new Set(method.factors.map(({ part }) => part))).toEqual(new Set(["likelihood", "impact"]));
  });

  test.each(method.factors.map((factor) => ({ id: factor.id, factor })))(
    "anchors $id at both ends and in between",
    ({ factor: { anchors, min, max } }) => {
      const values = Object.keys(anchors).map(Number);
      expect(values).toContain(min);
      expect(values).toContain(max);
      expect(values.length).toBeGreaterThanOrEqual(3);
      expect(values.filter((value) => value < min || value > max)).toEqual([]);
      expect(Object.values(anchors).filter((say) => !/^[A-Z].*\.$/.test(say))).toEqual([]);
    },
  );

  test("proposes every factor, and nothing else, within its scale", () => {
    fc.assert(
      fc.property(bases, (basis) => {
        const { factors, reasons } = method.propose(basis);
        expect(Object.keys(factors).sort()).toEqual(method.factors.map(({ id }) => id).sort());
        for (const { id, min, max } of method.factors) {
          expect(factors[id]).toBeGreaterThanOrEqual(min);
          expect(factors[id]).toBeLessThanOrEqual(max);
        }
        expect(Object.keys(reasons).filter((id) => !Object.hasOwn(factors, id))).toEqual([]);
      }),
    );
  });

  test("combines to 0–10 with one decimal, and lower factors never to more", () => {
    fc.assert(
      fc.property(valuesOf(method), valuesOf(method), (one, other) => {
        const result = method.combine(one);
        expect(onScale({ ...result })).toBe(true);
        expect([result.likelihood, result.impact].map((value) => Number(value.toFixed(1)))).toEqual([
          result.likelihood,
          result.impact,
        ]);
        const lower = Object.fromEntries(Object.keys(one).map((id) => [id, Math.min(one[id] ?? 0, other[id] ?? 0)]));
        expect(method.combine(lower).likelihood).toBeLessThanOrEqual(result.likelihood);
        expect(method.combine(lower).impact).toBeLessThanOrEqual(result.impact);
      }),
    );
  });

  test("reaches both ends of the scale", () => {
    const at = (end: "min" | "max") => method.combine(Object.fromEntries(method.factors.map((f) => [f.id, f[end]])));
    expect(at("min")).toEqual({ likelihood: 0, impact: 0 });
    expect(at("max")).toEqual({ likelihood: 10, impact: 10 });
  });

  test("caps of controls raise nothing, hold once and for all, and lower what they speak to", () => {
    fc.assert(
      fc.property(valuesOf(method), capsOfControls, (factors, caps) => {
        const capped = method.cap(factors, caps);
        expect(Object.keys(capped)).toEqual(Object.keys(factors));
        for (const [id, value] of Object.entries(factors)) expect(capped[id]).toBeLessThanOrEqual(value);
        expect(method.cap(capped, caps)).toEqual(capped);
        expect(method.cap(factors, {})).toEqual(factors);
      }),
    );
    const worst = Object.fromEntries(method.factors.map(({ id, max }) => [id, max]));
    const left = capped.map((factor) => method.combine(method.cap(worst, { [factor]: 0 })));
    expect(left.some(({ likelihood, impact }) => likelihood < 10 && impact === 10)).toBe(true);
    expect(left.some(({ likelihood, impact }) => likelihood === 10 && impact < 10)).toBe(true);
  });
});
