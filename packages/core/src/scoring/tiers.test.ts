import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Tier, tiers } from "../model/vocabulary.ts";
import { bandOf, higherTier, tierOf, tierRank } from "./tiers.ts";

const score = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10);

describe("bands", () => {
  test.each([
    [0, 0],
    [2.4, 0],
    [2.5, 1],
    [4.9, 1],
    [5, 2],
    [7.4, 2],
    [7.5, 3],
    [10, 3],
  ])("%d lies in band %d", (value, band) => expect(bandOf(value)).toBe(band));
});

describe("tiers", () => {
  /** Likelihood across, impact down: one value of each band. */
  const values = [1, 3, 6, 9];
  const table: readonly (readonly Tier[])[] = [
    ["low", "low", "medium", "medium"],
    ["low", "medium", "medium", "high"],
    ["medium", "medium", "high", "high"],
    ["medium", "high", "high", "critical"],
  ];

  test("every pair of bands", () => {
    expect(values.map((impact) => values.map((likelihood) => tierOf(likelihood, impact)))).toEqual(table);
  });

  test.each<[number, number, Tier]>([
    [7.4, 10, "high"],
    [7.5, 7.4, "high"],
    [7.5, 7.5, "critical"],
    [4.9, 7.5, "high"],
    [5, 4.9, "medium"],
    [5, 5, "high"],
    [2.4, 2.5, "low"],
    [2.5, 2.5, "medium"],
    [2.4, 10, "medium"],
    [10, 2.4, "medium"],
  ])("likelihood %d and impact %d at the edges: %s", (likelihood, impact, tier) => {
    expect(tierOf(likelihood, impact)).toBe(tier);
  });

  test("more of either never lowers the tier, and the two count alike", () => {
    fc.assert(
      fc.property(score, score, score, (likelihood, impact, more) => {
        const tier = tierRank(tierOf(likelihood, impact));
        expect(tierRank(tierOf(Math.max(likelihood, more), impact))).toBeLessThanOrEqual(tier);
        expect(tierOf(impact, likelihood)).toBe(tierOf(likelihood, impact));
      }),
    );
  });

  test("rank and higher", () => {
    expect(tiers.map(tierRank)).toEqual([0, 1, 2, 3]);
    expect(higherTier("low", "high")).toBe("high");
    expect(higherTier("critical", "high")).toBe("critical");
    expect(higherTier("medium", "medium")).toBe("medium");
  });
});
