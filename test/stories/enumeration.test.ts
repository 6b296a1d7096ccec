// Enumeration: rules and questions, what an answer does, "don't know", threats by hand, and coverage.
import { threatsOf } from "@parapet/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let story: Story;
beforeAll(() => {
  build();
  story = new Story("assistant");
  story.as = "mara";
});
afterAll(() => story.end());

interface Listed {
  readonly questions: readonly {
    readonly id: string;
    readonly riskHeld: number;
    readonly answers: readonly string[];
  }[];
  readonly total: number;
}

test("questions come by the risk that hangs on them, each with its answers", () => {
  const { questions, total } = story.ok<Listed>("questions", "--limit", "5");
  expect(questions).toHaveLength(5);
  expect(total).toBeGreaterThan(5);
  expect(questions.map(({ riskHeld }) => riskHeld)).toEqual(
    questions.map(({ riskHeld }) => riskHeld).sort((a, b) => b - a),
  );
  expect(questions.find(({ id }) => id === "component-care@model")?.answers).toContain("pinned-and-patched");
});

test("a threat says why: the facts that it rests on, where they come from, and what would settle it", () => {
  const threat = story.threat("excessive-agency@orchestrator");
  expect(threat).toMatchObject({ finding: "open", status: "open", categories: ["elevation-of-privilege"] });
  expect(threat.because).toContainEqual({ fact: "has-tools", value: "yes", from: "declared by mara on 2026-11-24" });
  const asked = story.threat("indirect-prompt-injection@orchestrator");
  expect(asked.finding).toBe("asked");
  expect(asked.asks?.length).toBeGreaterThan(0);
});

test("a good answer addresses, a bad one opens, and both say who answered", () => {
  const asks = story.threat("indirect-prompt-injection@orchestrator").asks as readonly string[];
  story.ok("answer", ...asks, "no", "--why", "Nobody thought of it");
  expect(story.threat("indirect-prompt-injection@orchestrator").finding).toBe("open");
  story.ok(
    "answer",
    ...asks,
    "yes",
    "--why",
    "Documents are marked as data, and a second model looks for orders in them",
  );
  expect(story.threat("indirect-prompt-injection@orchestrator")).toMatchObject({
    finding: "addressed",
    strength: "declared",
    status: "claimed",
  });
  expect(story.read("threat-model/model.yaml")).toMatch(/by: mara, on: 2026-11-24/);
});

test("a wrong answer is refused with the right ones", () => {
  expect(story.refused("answer", "component-care@model", "sometimes")).toEqual(["not-in-list"]);
  expect(story.refused("answer", "no-such-fact@model", "yes")).not.toEqual([]);
});

test("don't know is an answer with an owner and a day; past that day the severe risk behind it counts as open", () => {
  const hangs = () => threatsOf(story.analysis()).filter(({ asks }) => asks?.includes("component-care@model"));
  const severe = hangs().filter(({ tier }) => tier === "critical" || tier === "high");
  expect(severe.length).toBeGreaterThan(0);
  expect(story.missing("enumeration")).toContain("component-care@model");
  expect(story.refused("answer", "component-care@model", "dont-know")).not.toEqual([]);
  story.ok("answer", "component-care@model", "dont-know", "--owner", "jonas", "--due", "2026-12-01");
  const finding = () => severe.map(({ id }) => story.threat(id).finding);
  expect(new Set(finding())).toEqual(new Set(["asked"]));
  expect(story.missing("enumeration")).not.toContain("component-care@model");
  story.now = "2026-12-02";
  expect(new Set(finding())).toEqual(new Set(["open"]));
  story.now = "2026-11-24";
  story.ok("answer", "component-care@model", "pinned-and-patched");
  expect(hangs()).toEqual([]);
  expect(story.read("threat-model/register.yaml")).not.toContain("component-care@model");
});

test("one sentence is enough to write a threat down, and its id stays", () => {
  story.ok(
    "threat",
    "add",
    "A customer talks the assistant into a refund for somebody else's order",
    "--on",
    "tools",
    "--slug",
    "foreign-refund",
  );
  const threat = story.threat("by-hand-foreign-refund@tools");
  expect(threat).toMatchObject({
    finding: "open",
    subject: "tools",
    title: "A customer talks the assistant into a refund for somebody else's order",
  });
  expect(story.refused("threat", "add", "Again", "--on", "tools", "--slug", "foreign-refund")).toEqual([
    "duplicate-id",
  ]);
  expect(story.refused("threat", "add", "Nowhere", "--on", "no-such-thing")).toEqual(["dangling-reference"]);
  story.ok("threat", "withdraw", "by-hand-foreign-refund@tools", "--why", "The tool asks for the order's postcode");
  expect(story.analysis().threats.map(({ id }) => id)).not.toContain("by-hand-foreign-refund@tools");
});

test("every cell of the coverage table says something", () => {
  const { coverage, elements, flows, summary } = story.analysis();
  expect(summary.notExamined).toBe(0);
  expect(coverage.filter(({ kind }) => kind !== "crossing")).toHaveLength(elements.length + flows.length);
  expect(coverage.every(({ cells }) => cells.length === 6)).toBe(true);
});

test("a renamed title changes no id", () => {
  const ids = () =>
    story
      .analysis()
      .threats.map(({ id }) => id)
      .sort();
  const before = ids();
  story.edit(
    "threat-model/model.yaml",
    "  history: {holds: [conversation]}",
    "  history: {title: What was said, holds: [conversation]}",
  );
  expect(ids()).toEqual(before);
});

test("a review of the threats counts by an engineer of the team, until they change", () => {
  expect(story.missing("enumeration")).toContain("review-threats");
  story.as = "jonas";
  story.ok("review", "threats");
  expect(story.missing("enumeration")).toContain("review-threats");
  story.as = "mara";
  story.ok("review", "threats", "--note", "Read in one go");
  expect(story.missing("enumeration")).not.toContain("review-threats");
  story.ok("threat", "add", "Somebody reads another customer's conversation on a shared computer", "--on", "chat");
  expect(story.missing("enumeration")).toContain("review-threats");
});
