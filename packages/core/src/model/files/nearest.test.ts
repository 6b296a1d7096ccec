import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

test.each([
  ["", "", 0],
  ["a", "", 1],
  ["kind", "kidn", 1],
  ["zone", "zones", 1],
  ["flow", "glow", 1],
  ["abc", "xyz", 3],
])("%s and %s differ by %i", (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected);
  expect(editDistance(b, a)).toBe(expected);
});

test.each([
  ["elment", "elements"],
  ["Process", "process"],
  ["dependancies", "dependencies"],
  ["banana", undefined],
  ["x", undefined],
])("%s probably means %s", (word, expected) => {
  expect(nearest(word, ["elements", "process", "dependencies", "flows"])).toBe(expected);
});
