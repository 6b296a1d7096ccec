import { type Need, stageIds } from "@parapet/core";
import { expect, test } from "vitest";
import { needText, printStages, ring, shortened } from "./engagement.ts";

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

const people = { model: { participants: { ann: { name: "Ann Berg", job: "engineer" as const } } } };
const need: Need = {
  ...{ id: "review-surface", say: "Confirm it", command: "parapet review surface --as ann", risk: 0 },
  ...{ from: "ann", stage: "decomposition", member: "attack-surface-mapper" },
};

test.each([
  ["ann", "(Ann Berg)"],
  ["engineer", "(engineer)"],
  ["a guest", "(a guest)"],
])("what is needed of %s says %s", (from, said) => {
  expect(needText({ ...need, from }, "→ ", "", people)).toContain(`Confirm it ${said}\n`);
});

test("the group of what is needed of a person has their name", () => {
  const report = { member: need.member, name: "Attack Surface Mapper", did: [], found: [], needs: [need, need] };
  const stage = { id: "decomposition", title: "Decomposition", question: "What?", state: "current", standing: "waits" };
  const text = printStages(
    { stages: [{ ...stage, done: 0, total: 2, reports: [report], more: 0 }], next: [] } as never,
    people,
  );
  expect(text).toContain("→ Ann Berg: Confirm it (and 1 more)");
});
