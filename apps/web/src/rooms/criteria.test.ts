import { stageIds } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { type Example, example, exampleNames, withAnalysis } from "../testing/examples.ts";
import { standingOfStage } from "./criteria.ts";

const blank = () => withAnalysis({ model: { parapet: 1, system: "Nothing yet" } });
const models: readonly (readonly [string, () => Example])[] = [
  ...exampleNames.map((name) => [name, () => example(name)] as const),
  ["blank", blank],
];

describe.each(models)("%s", (_name, load) => {
  const { analysis } = load();

  test.each(stageIds)("%s: each need stands at one criterion, and each that is missing has needs", (id) => {
    const { criteria } = standingOfStage(analysis, id);
    const missing = analysis.stages.find((stage) => stage.id === id)?.missing ?? [];
    expect(criteria.flatMap(({ needs }) => needs).length).toBe(missing.length);
    for (const { state, needs } of criteria) expect(needs.length > 0).toBe(state === "missing");
  });
});

test("a blank model lacks everything that scoping asks for", () => {
  const { criteria, done, state } = standingOfStage(blank().analysis, "scoping");
  expect(criteria.map((one) => [one.id, one.state])).toEqual([
    ["purpose", "missing"],
    ["scope", "missing"],
    ["senior-engineer", "missing"],
    ["assumptions", "done"],
    ["named", "missing"],
  ]);
  expect([done, state]).toEqual([1, "waits"]);
});
