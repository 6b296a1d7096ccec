import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { CommandBody } from "../../model/command.ts";
import { changedSince, threatsDigest } from "../../model/digest.ts";
import type { Document } from "../../model/document.ts";
import type { Review } from "../../model/register.ts";
import { runCommand, type Setting } from "../../model/testing/run-command.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { body as recordThreat } from "./record-threat.ts";
import { body as reviewThreats } from "./review-threats.ts";
import { body as settleFact } from "./settle-fact.ts";
import { body as withdrawThreat } from "./withdraw-threat.ts";

const now = "2026-11-24";
const analysisOf = (document: Document) => analyse(document, smallKnowledge, { now });
const run = <Input>(command: CommandBody<Input>, input: unknown, document = smallShop, more: Setting = {}) =>
  runCommand(command, input, document, { knowledge: smallKnowledge, analysis: () => analysisOf(document), ...more });
const stated = { value: "yes", by: "ann", on: now };

describe("settle-fact", () => {
  const contradicted: Document = {
    ...smallShop,
    model: {
      ...smallShop.model,
      elements: { ...smallShop.model.elements, db: { facts: { "encrypted-at-rest": stated } } },
    },
    observed: {
      parapet: 1,
      elements: {
        db: { kind: "data-store", zone: "inner", facts: { "encrypted-at-rest": { value: "no", seen: "main.tf:9" } } },
      },
    },
  };

  test("settles what contradicts, with a reason", () => {
    const before = analysisOf(contradicted).questions.find(({ id }) => id === "encrypted-at-rest@db");
    expect(before?.contradiction).toMatchObject({ declared: "yes", observed: "no" });
    const after = run(
      settleFact,
      { id: "encrypted-at-rest@db", value: "no", why: "the file is right" },
      contradicted,
    ).after;
    expect(after.model.elements?.db?.facts).toEqual({
      "encrypted-at-rest": {
        value: "no",
        by: "ann",
        on: now,
        settled: { by: "ann", on: now, why: "the file is right" },
      },
    });
    expect(analysisOf(after).questions.some(({ contradiction }) => contradiction)).toBe(false);
  });

  test("refuses without a reason, and where nothing contradicts", () => {
    expect(run(settleFact, { id: "encrypted-at-rest@db", value: "no" }, contradicted).codes).toEqual([
      "needs-rationale",
    ]);
    expect(run(settleFact, { id: "logs-actions@web", value: "no", why: "x" }, contradicted).said).toEqual([
      "Nothing contradicts on logs-actions@web. Contradicted are encrypted-at-rest@db.",
    ]);
    expect(run(settleFact, { id: "logs-actions@web", value: "no", why: "x" }).codes).toEqual(["not-possible"]);
  });
});

describe("threats by hand", () => {
  test("one sentence is enough", () => {
    expect(run(recordThreat, { say: "A clerk sells the list" }).after.register).toEqual({
      parapet: 1,
      threats: { "by-hand-a-clerk-sells-the-list@model": { say: "A clerk sells the list", by: "ann", recorded: now } },
    });
  });

  test("with all that is known of it", () => {
    const given = {
      say: "S",
      subject: "web",
      slug: "sold",
      categories: ["information-disclosure"],
      why: "w",
      also: ["db"],
      cwe: [359],
      capec: [1],
    };
    const { register } = run(recordThreat, given).after;
    expect(register?.threats?.["by-hand-sold@web"]).toEqual({
      say: "S",
      categories: ["information-disclosure"],
      by: "ann",
      recorded: now,
      why: "w",
      also: ["db"],
      refs: { cwe: [359], capec: [1] },
    });
  });

  test("it rests on assumptions that there are", () => {
    const safe = { ...smallShop, model: { ...smallShop.model, assumptions: { safe: { text: "It is safe" } } } };
    const { assumptions } = run(recordThreat, { say: "Sold", subject: "web", assumes: ["safe"] }, safe).after.model;
    expect(assumptions?.safe).toEqual({ text: "It is safe", threats: ["by-hand-sold@web"] });
    expect(run(recordThreat, { say: "Sold", assumes: ["save"] }, safe).codes).toEqual(["dangling-reference"]);
  });

  const recorded = run(recordThreat, { say: "Sold", subject: "web" }).after;
  test.each([
    [{ say: "Sold", subject: "wep" }, ["dangling-reference"]],
    [{ say: "Sold", also: ["nothing"] }, ["dangling-reference"]],
    [{ say: "???" }, ["bad-id"]],
    [{ say: "sold!", subject: "web" }, ["duplicate-id"]],
  ])("refuses %o", (given, codes) => {
    expect(run(recordThreat, given, recorded).codes).toEqual(codes);
  });

  test("withdraw-threat keeps the entry and takes the threat out of the analysis", () => {
    expect(analysisOf(recorded).threats.some(({ id }) => id === "by-hand-sold@web")).toBe(true);
    const after = run(withdrawThreat, { id: "by-hand-sold@web", why: "nothing to sell" }, recorded).after;
    expect(after.register?.threats?.["by-hand-sold@web"]).toMatchObject({
      say: "Sold",
      state: "withdrawn",
      why: "nothing to sell",
    });
    expect(analysisOf(after).threats.some(({ id }) => id === "by-hand-sold@web")).toBe(false);
    expect(run(withdrawThreat, { id: "by-hand-sold@web", why: "again" }, after).codes).toEqual(["not-possible"]);
  });

  test("withdraw-threat refuses", () => {
    expect(run(withdrawThreat, { id: "by-hand-sold@web" }, recorded).codes).toEqual(["needs-rationale"]);
    expect(run(withdrawThreat, { id: "by-hand-gold@web", why: "x" }, recorded).codes).toEqual(["dangling-reference"]);
    expect(run(withdrawThreat, { id: "unlogged-actions@web", why: "x" }, recorded).codes).toEqual(["not-possible"]);
  });

  test("a threat whose subject was renamed is found by its id of today", () => {
    const renamed: Document = {
      ...recorded,
      model: { ...recorded.model, elements: { shop: { kind: "process", zone: "inner", was: ["web"] } } },
    };
    expect(run(recordThreat, { say: "Sold", subject: "shop" }, renamed).codes).toEqual(["duplicate-id"]);
    const after = run(withdrawThreat, { id: "by-hand-sold@shop", why: "x" }, renamed).after;
    expect(after.register?.threats?.["by-hand-sold@web"]?.state).toBe("withdrawn");
  });
});

test("review-threats holds what it saw", () => {
  const after = run(reviewThreats, { note: "complete" }).after;
  const review = after.register?.reviews?.["threats-by-ann"] as Review;
  expect(review).toMatchObject({ what: "threats", by: "ann", on: now, note: "complete" });
  expect(Object.keys(review.things ?? {})).toEqual(["db", "login", "web"]);
  expect(changedSince(review, threatsDigest(analysisOf(after).threats))).toEqual([]);
  const more = run(recordThreat, { say: "Sold", subject: "db" }, after).after;
  expect(changedSince(review, threatsDigest(analysisOf(more).threats))).toEqual(["db"]);
  const empty: Document = { model: { parapet: 1, system: "S" } };
  expect(run(reviewThreats, {}, empty).codes).toEqual(["not-possible"]);
});
