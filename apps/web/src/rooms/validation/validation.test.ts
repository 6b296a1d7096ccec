// Validation on the shop: what its head says, what is missing, and how old the evidence is; again after a changed fact.
import { Closing, type Document } from "@parapet/core";
import type { TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { after, type Example, example, knowledge, withAnalysis, words } from "../../testing/examples.ts";
import { validationAnswers, validationFigures } from "./answers.ts";
import { daysBetween } from "./days.ts";
import { emptyForm, evidenceInput } from "./evidence-input.ts";
import { evidenceRows } from "./evidence-rows.ts";
import { openNow, partsOf, seenOf, wordsOf } from "./parts.ts";
import { timelineOf } from "./timeline.ts";

const shop = example("shop");
let t: TFunction;
beforeAll(async () => {
  t = await words();
});
const said = (of: Example) => Object.fromEntries(validationAnswers.map((one) => [one.id, one.answer(of, t)]));
const register = (of: Example, change: Partial<NonNullable<Document["register"]>>): Example =>
  withAnalysis({ ...of.document, register: { parapet: 1, ...of.document.register, ...change } });

describe("the answers", () => {
  test("on the shop", () => {
    expect(said(shop)).toEqual({
      tests:
        "Of what is built, 1 test failed, 2 are too old, 2 were never shown: begin with “Limits per caller, and a brake on guessing”.",
      words: "111 severe threats stand on somebody's word.",
      gates: "1 of 7 gates fails.",
      acceptances: "5 risks are accepted; the first is reviewed on 2026-12-01.",
    });
  });

  test("after the failed test passed", async () => {
    const test = {
      method: "200 passwords from 50 addresses",
      performer: "noor",
      commit: "d00d1e2",
      saw: "Stopped after 10",
    };
    const input = { criterion: "guessing-stops@sign-in-brake", verdict: "passed", ...test };
    const mended = await after(shop, [{ name: "record-evidence", input }]);
    expect(validationFigures(mended.analysis)).toMatchObject({
      failed: 0,
      stale: 2,
      first: "Values reach queries as parameters only",
    });
  });

  test("after an acceptance is withdrawn, and when nothing is accepted or built", async () => {
    const fewer = await after(shop, [
      { name: "withdraw-acceptance", input: { threats: ["stolen-credentials@api-cardpath-example"] } },
    ]);
    expect(said(fewer).acceptances).toBe("4 risks are accepted; the first is reviewed on 2027-03-31.");
    const nothing = said(register(shop, { acceptances: {}, mitigations: {}, evidence: {} }));
    expect(nothing.acceptances).toBe("No risk is accepted.");
    expect(nothing.tests).toBe("Nothing is implemented yet that a test could show.");
  });

  test("an acceptance past its review is out of force; its gate fails, and that of open threats without an owner", () => {
    const { acceptances = {} } = shop.document.register ?? {};
    const id = "operators-read-data@invoices";
    const past = register(shop, {
      acceptances: {
        ...acceptances,
        [id]: { ...(acceptances[id] as NonNullable<(typeof acceptances)[string]>), review: "2026-11-20" },
      },
    });
    expect(said(past).acceptances).toMatch(/^1 acceptance is out of force\. 4 risks/);
    expect(said(past).gates).toBe("3 of 7 gates fail.");
  });
});

describe("what is missing", () => {
  const steps = (of: Example) => new Closing({ ...of, knowledge }).nextSteps();

  test("in four parts; together they hold every step once", () => {
    const all = steps(shop);
    const parts = partsOf(all);
    expect(parts.map(({ id }) => id)).toEqual(["tests", "words", "work"]);
    expect(parts.flatMap((part) => part.steps)).toEqual(all);
    expect(parts[0]).toMatchObject({ threats: 4 });
    expect(partsOf([])).toEqual([]);
  });

  test("a claim names whose word it is, each once and without the day", () => {
    const claim = steps(shop).find(({ about }) => about === "checks-tokens");
    expect(claim && wordsOf(claim, shop.document)).toEqual(["declared by Mikkel", "declared by Ravi"]);
  });

  test("what a file shows of a claim is nobody's word: the protocol with its place", () => {
    const flow = "back-office-to-api-cardpath-example";
    const step = steps(shop).find(({ about }) => about === "encrypted-in-transit");
    if (!step) throw new Error("no such step");
    const claim = { ...step, threats: step.threats.filter(({ subject }) => subject === flow) };
    const seen = seenOf(claim, shop.document);
    expect(seen).toContainEqual({ protocol: "https", place: "compose.yaml:44" });
    expect(wordsOf(claim, shop.document)).toEqual([]);
    // Once people name the protocol it is their word.
    const { flows = {} } = shop.document.model;
    const said = { [flow]: { protocol: "https" } };
    const document: Document = { ...shop.document, model: { ...shop.document.model, flows: { ...flows, ...said } } };
    expect(seenOf(claim, document)).toEqual([]);
    expect(wordsOf(claim, document)).toEqual(["implied by its technology or protocol"]);
  });

  test("a claim that is taken on and shown leaves the list", async () => {
    const before = steps(shop).find(({ about }) => about === "checks-tokens");
    const threats = before?.threats.map(({ id }) => id) ?? [];
    const taken = await after(shop, [{ name: "choose-mitigation", input: { control: "token-validation", threats } }]);
    expect(steps(taken).find(({ about }) => about === "token-validation")).toMatchObject({ kind: "build" });
    const built = await after(taken, [{ name: "mark-implemented", input: { id: "token-validation" } }]);
    const wanted = steps(built).find(({ about }) => about === "token-validation");
    expect(wanted?.kind).toBe("show");
    // What was opened stays open as what it becomes: the word taken on, then what is implemented.
    const build = steps(taken).find(({ about }) => about === "token-validation");
    expect(openNow(steps(taken), before)?.id).toBe(build?.id);
    expect(openNow(steps(built), build)?.id).toBe(wanted?.id);
    expect(build?.id).not.toBe(wanted?.id);
    const shown = await after(
      built,
      (wanted?.criteria ?? []).map((criterion) => ({
        name: "record-evidence",
        input: { criterion, verdict: "passed", tool: "integration-tests" },
      })),
    );
    expect(openNow(steps(shown), wanted)).toBeUndefined();
    expect(steps(shown).some((step) => step.about === "token-validation" || step.about === "checks-tokens")).toBe(
      false,
    );
  });
});

describe("evidence", () => {
  const rows = evidenceRows(shop.analysis, shop.document);

  test("what failed comes first, then what is too old, then what ends first", () => {
    expect(rows.map(({ state }) => state).slice(0, 4)).toEqual(["failed", "stale", "stale", "fresh"]);
    const ends = rows.filter(({ state }) => state === "fresh").map(({ until }) => until);
    expect(ends).toEqual([...ends].sort());
  });

  test.each([
    ["2026-11-24", "fresh", 0, 0],
    ["2026-06-26", "soon", 151, 151 / 180],
    ["2026-05-28", "soon", 180, 1],
    ["2026-05-27", "stale", 181, 1],
  ] as const)("of %s is %s", (on, state, age, worn) => {
    const entry = {
      mitigation: "order-checks",
      criterion: "x",
      verdict: "passed",
      tool: "junit",
      on,
      by: "ann",
    } as const;
    const [row] = evidenceRows(shop.analysis, { ...shop.document, register: { parapet: 1, evidence: { e: entry } } });
    expect(row).toMatchObject({ state, age, worn });
  });

  test("by hand without what was seen it is only said", () => {
    const entry = {
      mitigation: "order-checks",
      criterion: "x",
      verdict: "passed",
      tool: "by-hand",
      on: "2026-11-20",
      by: "ann",
    } as const;
    const { register: kept } = shop.document;
    const [row] = evidenceRows(shop.analysis, {
      ...shop.document,
      register: { parapet: 1, ...kept, evidence: { e: entry } },
    });
    expect(row?.state).toBe("said");
  });

  test("the form leaves out what is empty and what the other kind asks", () => {
    const fields = { ...emptyForm("2026-11-24"), method: " Tried ", tool: "junit", commit: "4f1c9e2" };
    expect(evidenceInput("a@b", fields, { declared: false, unknown: false })).toEqual({
      criterion: "a@b",
      verdict: "passed",
      method: "Tried",
      on: "2026-11-24",
      commit: "4f1c9e2",
    });
    expect(evidenceInput("a@b", { ...fields, by: "tool" }, { declared: true, unknown: false })).toEqual({
      criterion: "a@b",
      verdict: "passed",
      tool: "junit",
      on: "2026-11-24",
      commit: "4f1c9e2",
      declared: true,
    });
  });
});

describe("the line of time", () => {
  const timeline = timelineOf(shop.analysis, shop.document);

  test("what ends first comes first, and what is near is marked", () => {
    expect(timeline.rows.map(({ threat, left, soon }) => [threat.split("@")[1], left, soon])).toEqual([
      ["api-cardpath-example", 7, true],
      ["invoices", 127, false],
      ["secrets", 127, false],
      ["sessions", 127, false],
      ["api-cardpath-example-service", 188, false],
    ]);
    expect(timeline.rows[0]).toMatchObject({ approvedBy: "noor", approvedOn: "2026-11-10", start: 0 });
  });

  test("what waits for approval is not on it: it stands among the steps", () => {
    const [first, ...rest] = shop.analysis.acceptances;
    const acceptances = [{ ...first, state: "proposed" } as (typeof rest)[number], ...rest];
    const { rows } = timelineOf({ ...shop.analysis, acceptances }, shop.document);
    expect(rows.map(({ threat }) => threat)).not.toContain(first?.threat);
    expect(rows).toHaveLength(rest.length);
  });

  test("every bar lies on the line, today between the ends, and few ticks stand there", () => {
    for (const { start, end } of timeline.rows) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(1);
    }
    expect(timeline.today).toBeGreaterThan(0);
    expect(timeline.ticks.map(({ day }) => day)).toEqual(["2026-12-01", "2027-02-01", "2027-04-01", "2027-06-01"]);
    const empty = timelineOf({ ...shop.analysis, acceptances: [] }, shop.document);
    expect(empty).toMatchObject({ rows: [], today: 0 });
  });

  test.each([
    ["2026-11-24", "2026-11-24", 0],
    ["2026-11-24", "2026-12-01", 7],
    ["2027-03-01", "2027-02-28", -1],
  ])("from %s to %s are %i days", (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});
