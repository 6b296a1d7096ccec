import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { Threat } from "../../analysis/result.ts";
import type { CommandBody } from "../../model/command.ts";
import { basisOf } from "../../model/digest.ts";
import type { Document } from "../../model/document.ts";
import { threatsOf } from "../../model/expand.ts";
import { runCommand, type Setting } from "../../model/testing/run-command.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { body as approveScore } from "./approve-score.ts";
import { body as assignThreat } from "./assign-threat.ts";
import { body as changeScore } from "./change-score.ts";
import { body as confirmScore } from "./confirm-score.ts";
import { body as setMethod } from "./set-method.ts";

const now = "2026-11-24";
const open = "no-way-back@web";
const proposed = { damage: 9, reproducibility: 7, exploitability: 5, affected: 9, discoverability: 10 };
const threat = (document: Document, id = open) =>
  threatsOf(analyse(document, smallKnowledge, { now })).find((one) => one.id === id) as Threat;
const run = <Input>(command: CommandBody<Input>, input: unknown, document = smallShop, more: Setting = {}) =>
  runCommand(command, input, document, {
    knowledge: smallKnowledge,
    analysis: () => analyse(document, smallKnowledge, { now }),
    ...more,
  });

describe("confirm-score", () => {
  test("stores the proposal with what it rests on; several at once", () => {
    const after = run(confirmScore, { threats: [open, "unlogged-actions@web"] }).after;
    expect(after.register?.scores?.[open]).toEqual({
      method: "dread",
      factors: proposed,
      reasons: threat(smallShop).score.reasons,
      by: "ann",
      on: now,
      basis: basisOf(proposed),
    });
    expect(Object.keys(after.register?.scores ?? {})).toEqual([open, "unlogged-actions@web"]);
    expect(threat(after).score).toMatchObject({ proposed: false, factors: proposed });
    expect(threat(after).score.rescore).toBeUndefined();
    expect(threat(after).status).toBe("assessed");
  });

  test("refuses threats that are not there or confirmed already", () => {
    expect(run(confirmScore, { threats: ["no-way-bak@web"] }).said).toEqual([
      "There is no threat no-way-bak@web. Did you mean no-way-back@web?",
    ]);
    const after = run(confirmScore, { threats: [open] }).after;
    expect(run(confirmScore, { threats: [open] }, after).codes).toEqual(["not-possible"]);
  });

  test("a changed proposal is confirmed anew", () => {
    const old = { ...proposed, damage: 4 };
    const before: Document = {
      ...smallShop,
      register: {
        parapet: 1,
        scores: { [open]: { method: "dread", factors: old, by: "bo", on: "2026-01-01", basis: basisOf(old) } },
      },
    };
    expect(threat(before).score).toMatchObject({ factors: old, rescore: true, proposal: proposed });
    const after = run(confirmScore, { threats: [open] }, before).after;
    expect(after.register?.scores?.[open]).toMatchObject({ factors: proposed, basis: basisOf(proposed), by: "ann" });
    expect(threat(after).score.rescore).toBeUndefined();
  });
});

describe("change-score", () => {
  test("keeps the other factors, and the reasons", () => {
    const given = { threat: open, factors: { damage: 10 }, reasons: { damage: "people come to harm" } };
    const after = run(changeScore, given).after;
    expect(after.register?.scores?.[open]).toEqual({
      method: "dread",
      factors: { ...proposed, damage: 10 },
      reasons: { ...threat(smallShop).score.reasons, damage: "people come to harm" },
      by: "ann",
      on: now,
      basis: basisOf(proposed),
    });
  });

  test("takes the ends of the scale", () => {
    const given = {
      threat: open,
      factors: { damage: 0, affected: 10 },
      reasons: { damage: "nothing", affected: "all" },
    };
    expect(run(changeScore, given).after.register?.scores?.[open]?.factors).toEqual({
      ...proposed,
      damage: 0,
      affected: 10,
    });
  });

  test("what is as it was needs no reason", () => {
    expect(run(changeScore, { threat: open, factors: { damage: 9 } }).codes).toEqual([]);
  });

  test.each<[string, object, object | undefined, string[]]>([
    ["no-way-bak@web", { damage: 1 }, { damage: "x" }, ["dangling-reference"]],
    [open, {}, undefined, ["bad-argument"]],
    [open, { damage: 1 }, undefined, ["needs-rationale"]],
    [open, { damage: 1 }, { affected: "x" }, ["needs-rationale"]],
    [open, { damage: 11 }, { damage: "x" }, ["not-in-list"]],
    [open, { damage: -1 }, { damage: "x" }, ["not-in-list"]],
    [open, { domage: 1 }, { domage: "x" }, ["not-in-list"]],
  ])("refuses %s %o %o", (id, factors, reasons, codes) => {
    expect(run(changeScore, { threat: id, factors, ...(reasons ? { reasons } : {}) }).codes).toEqual(codes);
  });

  test("lowering a high tier waits for another person", () => {
    const low = { damage: 1, affected: 1 };
    const given = { threat: open, factors: low, reasons: { damage: "only a demo", affected: "only us" } };
    const waits = run(changeScore, given).after;
    expect(waits.register?.scores?.[open]?.lowered).toBe("high");
    expect(threat(waits)).toMatchObject({ tier: "high", score: { proposed: true, factors: proposed } });
    expect(run(approveScore, { threats: [open] }, waits).codes).toEqual(["needs-second-person"]);
    const after = run(approveScore, { threats: [open] }, waits, { by: "bo" }).after;
    expect(after.register?.scores?.[open]?.approved).toEqual({
      by: "bo",
      on: now,
      of: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(threat(after)).toMatchObject({
      tier: "medium",
      score: { proposed: false, factors: { ...proposed, ...low } },
    });
    expect(run(approveScore, { threats: [open] }, after, { by: "cy" }).codes).toEqual(["not-possible"]);

    const again = run(changeScore, { threat: open, factors: { damage: 2 }, reasons: { damage: "still" } }, after).after;
    expect(again.register?.scores?.[open]).toMatchObject({
      lowered: "high",
      factors: { ...proposed, ...low, damage: 2 },
    });
    expect(again.register?.scores?.[open]?.approved).toBeUndefined();
    const up = { threat: open, factors: { damage: 9, affected: 9 }, reasons: { damage: "real", affected: "all" } };
    expect(run(changeScore, up, after).after.register?.scores?.[open]?.lowered).toBeUndefined();
  });
});

describe("approve-score", () => {
  const lowered = run(changeScore, {
    threat: open,
    factors: { damage: 1, affected: 1 },
    reasons: { damage: "x", affected: "x" },
  }).after;

  test("wants the right for the tier when people.yaml says who has it", () => {
    const people = {
      parapet: 1,
      people: {
        bo: { approves: ["critical" as const] },
        cy: { name: "Cy Ek", approves: ["high" as const] },
        ann: { name: "Ann Ek" },
      },
    };
    const document = { ...lowered, people };
    expect(run(approveScore, { threats: [open] }, document, { by: "bo" }).said).toEqual([
      `bo may not approve high risk (${open}). Ask Cy Ek.`,
    ]);
    expect(run(approveScore, { threats: [open] }, document, { by: "Ann Ek" }).codes).toEqual(["needs-second-person"]);
    expect(run(approveScore, { threats: [open] }, document, { by: "Cy Ek" }).codes).toEqual([]);
  });

  test("refuses what lowers nothing", () => {
    expect(run(approveScore, { threats: [open] }, smallShop, { by: "bo" }).codes).toEqual(["not-possible"]);
    const confirmed = run(confirmScore, { threats: [open] }).after;
    expect(run(approveScore, { threats: [open] }, confirmed, { by: "bo" }).codes).toEqual(["not-possible"]);
  });
});

test("assign-threat", () => {
  const after = run(assignThreat, { threats: [open, "unlogged-actions@web"], owner: "bo" }).after;
  const dated = run(assignThreat, { threats: [open], due: now }, after).after;
  expect(dated.register?.assignments).toEqual({
    [open]: { owner: "bo", due: now },
    "unlogged-actions@web": { owner: "bo" },
  });
  expect(threat(dated)).toMatchObject({ owner: "bo", due: now });
  expect(run(assignThreat, { threats: [open] }).codes).toEqual(["bad-argument"]);
  expect(run(assignThreat, { threats: [open], due: "2026-11-23" }).codes).toEqual(["bad-argument"]);
  expect(run(assignThreat, { threats: ["nothing@web"], owner: "bo" }).codes).toEqual(["dangling-reference"]);
});

test("set-method", () => {
  expect(run(setMethod, { method: "matrix" }).after.model.method).toBe("matrix");
  expect(run(setMethod, { method: "guess" }).said).toEqual(["There is no method guess. Choose dread or matrix."]);
});
