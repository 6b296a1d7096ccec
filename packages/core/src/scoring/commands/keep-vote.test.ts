import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import type { Workshop } from "../../model/workshop.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { body as changeScore } from "./change-score.ts";
import { body as keepVote } from "./keep-vote.ts";

const meeting: Workshop = { kind: "enumeration", title: "Meeting", facilitator: "bo", started: "2026-11-24" };
const shop = (workshop: Workshop): Document => ({
  ...smallShop,
  register: { parapet: 1, workshops: { meeting: workshop } },
});
const run = <Input>(command: CommandBody<Input>, input: object, document = shop(meeting)) =>
  runCommand(command, input, document, {
    by: "bo",
    knowledge: smallKnowledge,
    analysis: () => analyse(document, smallKnowledge, { now: "2026-11-24" }),
  });
const threat = "no-way-back@web";
const vote = (votes: object, document?: Document, workshop = "meeting") =>
  run(keepVote, { workshop, threat, votes }, document);
const damage = { spread: [9, 3, 6, 3], result: 6, rationale: "One day of orders" };

describe("keep-vote", () => {
  test("keeps the spread sorted, what was agreed and why; never who", () => {
    const { after } = vote({ damage, affected: { spread: [9], result: 9, rationale: "All of them" } });
    expect(after.register?.workshops?.meeting?.votes).toEqual({
      [threat]: {
        damage: { spread: [3, 3, 6, 9], result: 6, rationale: "One day of orders" },
        affected: { spread: [9], result: 9, rationale: "All of them" },
      },
    });
  });

  test("applies the score as change-score does, with the rationale as the reason", () => {
    const { after } = vote({
      damage: { ...damage, result: 3 },
      affected: { spread: [1], result: 1, rationale: "One" },
    });
    const changed = run(changeScore, {
      threat,
      factors: { damage: 3, affected: 1 },
      reasons: { damage: "One day of orders", affected: "One" },
    }).after;
    expect(after.register?.scores).toEqual(changed.register?.scores);
    expect(after.register?.scores?.[threat]?.lowered).toBeDefined();
  });

  test("a later vote takes the place of the earlier one on that factor", () => {
    const first = vote({ damage }).after;
    const second = vote({ damage: { spread: [4, 2], result: 4, rationale: "Backups" } }, first).after;
    expect(second.register?.workshops?.meeting?.votes?.[threat]?.damage?.spread).toEqual([2, 4]);
    expect(second.register?.scores?.[threat]?.reasons?.damage).toBe("Backups");
  });

  test.each([
    [{}, ["bad-argument"]],
    [{ damage: { ...damage, result: 11, spread: [11] } }, ["not-in-list"]],
    [{ damage: { ...damage, spread: [6, 12] } }, ["not-in-list"]],
    [{ damage: { ...damage, result: 1 } }, ["not-possible"]],
    [{ harm: damage }, ["not-in-list"]],
    [{ damage: { ...damage, result: 3, rationale: " " } }, ["needs-rationale"]],
  ])("refuses %o", (votes, codes) => {
    expect(vote(votes).codes).toEqual(codes);
  });

  test("refuses a threat that is not listed and a workshop that is over or not there", () => {
    expect(run(keepVote, { workshop: "meeting", threat: "no-way@web", votes: { damage } }).codes).toEqual([
      "dangling-reference",
    ]);
    expect(vote({ damage }, shop({ ...meeting, ended: "2026-11-24" })).codes).toEqual(["not-possible"]);
    expect(vote({ damage }, undefined, "meting").codes).toEqual(["dangling-reference"]);
  });
});
