import { describe, expect, test } from "vitest";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import { body as rateFeature } from "./rate-feature.ts";

describe("rate-feature", () => {
  const cards = { title: "Cards", intake: { "moves-value": "yes" as const }, was: ["card"] };
  const document: Document = { model: { parapet: 1, system: "Shop", features: { cards } } };
  test("keeps the answers that are given beside those that there are", () => {
    const { after, changes } = runCommand(
      rateFeature,
      { feature: "cards", answers: { "sensitive-data": "yes", "moves-value": "unknown" } },
      document,
    );
    expect(after.model.features?.cards?.intake).toEqual({ "moves-value": "unknown", "sensitive-data": "yes" });
    expect(changes.map(({ field }) => field)).toEqual([
      ["intake", "moves-value"],
      ["intake", "sensitive-data"],
    ]);
    expect(
      runCommand(rateFeature, { feature: "card", answers: { "moves-value": "no" } }, document).after.model.features
        ?.cards?.intake,
    ).toEqual({ "moves-value": "no" });
  });

  test.each([
    [{ feature: "cards", answers: {} }, ["bad-argument"]],
    [{ feature: "cords", answers: { "moves-value": "no" } }, ["dangling-reference"]],
  ])("refuses %o", (given, codes) => {
    expect(runCommand(rateFeature, given, document).codes).toEqual(codes);
  });

  test("takes no other questions and answers", () => {
    expect(rateFeature.input.safeParse({ feature: "cards", answers: { color: "yes" } }).success).toBe(false);
    expect(rateFeature.input.safeParse({ feature: "cards", answers: { "moves-value": "maybe" } }).success).toBe(false);
  });
});
