// A threat is expanded when it is first read, and stays the object that it became.
import { expect, test } from "vitest";
import { analyse } from "../analysis/analyse.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { threatAt, threatsOf } from "./expand.ts";

const analysed = () => analyse(smallShop, smallKnowledge, { now: "2026-11-24" });

test("one that was read by its position is the very one in the list of all", () => {
  const analysis = analysed();
  const last = analysis.threats.length - 1;
  const first = threatAt(analysis, last);
  const all = threatsOf(analysis);
  expect(all[last]).toBe(first);
  expect(all).toHaveLength(last + 1);
  expect(threatsOf(analysis)).toBe(all);
  expect(all.map(({ id }, position) => threatAt(analysis, position)?.id === id)).not.toContain(false);
});

test("says all that its record points to", () => {
  const analysis = analysed();
  const rule = analysis.rules[analysis.threats[0]?.rule ?? ""];
  expect(threatAt(analysis, 0)).toMatchObject({
    id: analysis.threats[0]?.id,
    ruleTitle: rule?.title,
    categories: rule?.categories,
    score: { method: analysis.model.method },
  });
});

test("beyond the last there is none", () => {
  const analysis = analysed();
  expect(threatAt(analysis, analysis.threats.length)).toBeUndefined();
});
