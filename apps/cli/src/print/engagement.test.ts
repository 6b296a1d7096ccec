import { stageIds } from "@parapet/core";
import { expect, test } from "vitest";
import { ring, shortened } from "./engagement.ts";

test.each([
  ["Short enough", 20, "Short enough"],
  ["One two three four", 9, "One two …"],
  ["Confirm the score of “A caller reads all” (high)", 35, "Confirm the score of “A caller …”"],
  ["Confirm “A” and then “B” and more", 26, "Confirm “A” and then “B” …"],
  ["Unbreakable-without-a-space", 10, "Unbreakabl …"],
])("%s cut at %i", (text, most, cut) => {
  expect(shortened(text, most)).toBe(cut);
});

test.each([
  ["scoping", "waits", 2, 5, "◑ 2/5"],
  ["scoping", "left", 5, 5, "● 5/5"],
  ["validation", "not-reached", 0, 1, "○ 0/1"],
  ["maintenance", "current", 1, 1, "● current"],
  ["maintenance", "waits", 0, 1, "○ not current"],
  ["maintenance", "not-reached", 0, 1, "○ nothing yet"],
] as const)("the ring of %s that is %s", (id, standing, done, total, drawn) => {
  expect(stageIds).toContain(id);
  expect(ring({ id, standing, done, total })).toBe(drawn);
});
