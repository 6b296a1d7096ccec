import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { body as addMitigation } from "../../mitigation/commands/add-mitigation-without-card.ts";
import { body as chooseMitigation } from "../../mitigation/commands/choose-mitigation.ts";
import { body as markImplemented } from "../../mitigation/commands/mark-implemented.ts";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { runCommand, type Setting } from "../../model/testing/run-command.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { body as acceptRisk } from "./accept-risk.ts";
import { body as approveAcceptance } from "./approve-acceptance.ts";
import { body as recordEvidence } from "./record-evidence.ts";
import { body as withdrawAcceptance } from "./withdraw-acceptance.ts";

const now = "2026-11-24";
const open = "no-way-back@web";
const analysisOf = (document: Document, day = now) => analyse(document, smallKnowledge, { now: day });
const status = (document: Document, id = open, day = now) =>
  analysisOf(document, day).threats.find((one) => one.id === id)?.status;
const run = <Input>(command: CommandBody<Input>, input: unknown, document = smallShop, more: Setting = {}) =>
  runCommand(command, input, document, { knowledge: smallKnowledge, analysis: () => analysisOf(document), ...more });

describe("record-evidence", () => {
  const chosen = run(chooseMitigation, { control: "audit-log", threats: ["unlogged-actions@web"] }).after;
  const document = run(markImplemented, { id: "audit-log", "done-by": "bo" }, chosen).after;
  const evidence = (given: object, of = document) =>
    run(recordEvidence, { criterion: "works@audit-log", ...given }, of);
  const byHand = { verdict: "passed", method: "called it", performer: "cy", commit: "abc1234", saw: "an entry" };

  test("of a tool", () => {
    const given = {
      verdict: "passed",
      tool: "junit",
      environment: "staging",
      on: "2026-11-20",
      link: "https://ci.example/7",
      digest: "d",
    };
    const after = evidence(given).after;
    expect(after.register?.evidence).toEqual({
      "audit-log--works--junit--staging": { ...given, mitigation: "audit-log", criterion: "works", by: "ann" },
    });
    expect(status(after, "unlogged-actions@web")).toBe("verified");
  });

  test("may be of today", () => {
    expect(evidence({ verdict: "passed", tool: "junit", on: now }).codes).toEqual([]);
  });

  test("a later run of the same tool takes the entry's place; a failure reopens", () => {
    const passed = evidence({ verdict: "passed", tool: "junit" }).after;
    const failed = evidence({ verdict: "failed", tool: "junit" }, passed).after;
    expect(Object.keys(failed.register?.evidence ?? {})).toEqual(["audit-log--works--junit"]);
    expect(status(failed, "unlogged-actions@web")).toBe("open");
  });

  test("by hand, when all is said", () => {
    const after = evidence(byHand).after;
    expect(after.register?.evidence).toEqual({
      "audit-log--works--by-hand": {
        ...byHand,
        mitigation: "audit-log",
        criterion: "works",
        tool: "by-hand",
        on: now,
        by: "ann",
      },
    });
    expect(status(after, "unlogged-actions@web")).toBe("verified");
    expect(evidence({ ...byHand, commit: undefined, link: "https://wiki.example/t" }).codes).toEqual([]);
  });

  const lacks = (what: string) =>
    `This test by hand lacks ${what}. Add what is missing, or record it as declared, which closes nothing.`;
  test.each(["nonsense", "abc123", "main", "v1.2.0", "https://git.example/c/1", `${"a".repeat(65)}`])(
    "%s is no commit",
    (commit) => {
      expect(evidence({ ...byHand, commit }).said).toEqual([
        `${commit} is no commit. Give its id as git prints it, 7 to 64 digits of 0-9 and a-f; a branch, tag or address goes into link.`,
      ]);
    },
  );

  test("a commit that the repository does not know is kept with that said", () => {
    const kept = (more: object) =>
      evidence({ ...byHand, ...more }).after.register?.evidence?.["audit-log--works--by-hand"]?.["unknown-commit"];
    expect([kept({ "unknown-commit": true }), kept({ "unknown-commit": false }), kept({})]).toEqual([
      "yes",
      undefined,
      undefined,
    ]);
    expect(kept({ commit: undefined, link: "https://ci.example/7", "unknown-commit": true })).toBeUndefined();
  });

  test.each<[object, string]>([
    [{ method: undefined }, "method (how it was tested)"],
    [{ performer: undefined }, "performer (who tested)"],
    [{ performer: "bo" }, "a performer other than bo, who implemented it"],
    [{ performer: "BO" }, "a performer other than bo, who implemented it"],
    [{ commit: undefined }, "commit or link (what was tested)"],
    [{ saw: undefined }, "saw (what was seen)"],
    [
      { method: undefined, performer: undefined, commit: undefined, saw: undefined },
      "method (how it was tested); performer (who tested); commit or link (what was tested); saw (what was seen)",
    ],
  ])("by hand with %o is refused, or counts as declared", (without, what) => {
    expect(evidence({ ...byHand, ...without }).said).toEqual([lacks(what)]);
    const after = evidence({ ...byHand, ...without, declared: true }).after;
    expect(after.register?.evidence?.["audit-log--works--by-hand"]?.performer).toBeUndefined();
    expect(status(after, "unlogged-actions@web")).not.toBe("verified");
  });

  test("a failure by hand needs nothing more", () => {
    const after = evidence({ verdict: "failed" }).after;
    expect(after.register?.evidence?.["audit-log--works--by-hand"]?.verdict).toBe("failed");
  });

  test.each<[object, string[]]>([
    [{ criterion: "work@audit-log" }, ["dangling-reference"]],
    [{ criterion: "works@approval-step" }, ["dangling-reference"]],
    [{ on: "2026-11-25" }, ["bad-date"]],
  ])("refuses %o", (given, codes) => {
    expect(evidence({ verdict: "passed", tool: "junit", ...given }).codes).toEqual(codes);
  });

  test("takes the criteria that a mitigation has of its own", () => {
    const own = run(addMitigation, {
      title: "Two people",
      threats: [open],
      criteria: { refused: "One is refused" },
    }).after;
    const given = { criterion: "refused@two-people", verdict: "passed", tool: "junit" };
    expect(Object.keys(run(recordEvidence, given, own).after.register?.evidence ?? {})).toEqual([
      "two-people--refused--junit",
    ]);
    expect(run(recordEvidence, { ...given, criterion: "works@two-people" }, own).said).toEqual([
      "There is no criterion works@two-people. Name it as criterion@mitigation, as criteria lists it.",
    ]);
  });

  test("long ids make a key of their own", () => {
    const id = "a".repeat(70);
    const long = run(addMitigation, {
      title: "T",
      id,
      threats: [open],
      criteria: { [id]: "x", [`${id}b`]: "y" },
    }).after;
    const keys = [id, `${id}b`].flatMap((criterion) =>
      Object.keys(
        run(recordEvidence, { criterion: `${criterion}@${id}`, verdict: "failed", tool: "junit" }, long).after.register
          ?.evidence ?? {},
      ),
    );
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key.length).toBeLessThanOrEqual(80);
  });
});

describe("risk acceptance", () => {
  const given = { threats: [open], owner: "bo", why: "the shop closes in spring", review: "2027-03-01" };
  const accepted = run(acceptRisk, given).after;

  test("is written down, and closes a high threat only once approved", () => {
    expect(accepted.register?.acceptances).toEqual({
      [open]: { owner: "bo", why: given.why, review: "2027-03-01", on: now, by: "ann" },
    });
    expect(status(accepted)).toBe("open");
    const approved = run(approveAcceptance, { threats: [open] }, accepted, { by: "cy" }).after;
    expect(approved.register?.acceptances?.[open]?.approved).toEqual({
      by: "cy",
      on: now,
      of: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(status(approved)).toBe("accepted");
    expect(status(approved, open, "2027-03-02")).toBe("open");
    const anew = run(acceptRisk, { ...given, conditions: "no refunds" }, approved).after;
    expect(anew.register?.acceptances?.[open]).toMatchObject({ conditions: "no refunds" });
    expect(anew.register?.acceptances?.[open]?.approved).toBeUndefined();
  });

  test.each<[object, string[]]>([
    [{ threats: [open] }, ["needs-owner", "needs-rationale", "needs-review-date"]],
    [{ ...given, owner: undefined }, ["needs-owner"]],
    [{ ...given, why: "  " }, ["needs-rationale"]],
    [{ ...given, review: undefined }, ["needs-review-date"]],
    [{ ...given, review: now }, ["needs-review-date"]],
    [{ ...given, threats: ["nothing@web"] }, ["dangling-reference"]],
  ])("accept-risk refuses %o", (input, codes) => {
    expect(run(acceptRisk, input).codes).toEqual(codes);
  });

  const approve = (by: string, document: Document = accepted) =>
    run(approveAcceptance, { threats: [open] }, document, { by });
  test("approve-acceptance wants another person than author and owner", () => {
    expect(approve("ann").codes).toEqual(["needs-second-person"]);
    expect(approve("bo").codes).toEqual(["needs-second-person"]);
    expect(approve("Bo ").codes).toEqual(["needs-second-person"]);
    expect(approve("cy").codes).toEqual([]);
  });

  test("and the right for the tier, when people.yaml says who has it", () => {
    const people = (approves: ("critical" | "high")[]) => ({
      ...accepted,
      people: { parapet: 1, people: { cy: { approves, email: "cy@example.com" }, dee: {}, bo: { name: "Bo Ek" } } },
    });
    expect(approve("cy", people(["high"])).codes).toEqual([]);
    expect(approve("cy@example.com", people(["high"])).codes).toEqual([]);
    expect(approve("cy", people(["critical"])).codes).toEqual(["not-permitted"]);
    expect(approve("eve", people(["high"])).said).toEqual([`eve may not approve high risk (${open}). Ask cy.`]);
    expect(approve("dee", people(["critical"])).said).toEqual([
      `dee may not approve high risk (${open}). Name in people.yaml who approves high (approves: [high]).`,
    ]);
    expect(approve("Bo Ek", people(["high"])).codes).toEqual(["needs-second-person"]);
    const policy = { parapet: 1, "second-person": ["critical" as const] };
    expect(approve("dee", { ...people([]), policy }).codes).toEqual([]);
  });

  test("approve-acceptance refuses what nobody accepted, what is approved, what expired, what is gone", () => {
    expect(approve("cy", smallShop).codes).toEqual(["not-possible"]);
    expect(approve("dee", approve("cy").after).codes).toEqual(["not-possible"]);
    const entry = accepted.register?.acceptances?.[open];
    const expired = {
      ...accepted,
      register: { parapet: 1, acceptances: { [open]: { ...entry, review: "2026-11-23" } } },
    } as Document;
    expect(approve("cy", expired).codes).toEqual(["needs-review-date"]);
    const other = { ...accepted, register: { parapet: 1, acceptances: { "no-way-back@db": entry } } } as Document;
    expect(run(approveAcceptance, { threats: ["no-way-back@db"] }, other, { by: "cy" }).codes).toEqual([
      "dangling-reference",
    ]);
  });

  test("withdraw-acceptance", () => {
    expect(run(withdrawAcceptance, { threats: [open] }, accepted).after.register?.acceptances).toEqual({});
    expect(run(withdrawAcceptance, { threats: [open] }).codes).toEqual(["not-possible"]);
    const renamed: Document = {
      ...accepted,
      model: { ...accepted.model, elements: { shop: { kind: "process", zone: "inner", was: ["web"] } } },
    };
    expect(run(withdrawAcceptance, { threats: ["no-way-back@shop"] }, renamed).after.register?.acceptances).toEqual({});
  });
});
