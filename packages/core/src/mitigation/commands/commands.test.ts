import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import type { Threat } from "../../analysis/result.ts";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { threatsOf } from "../../model/expand.ts";
import { runCommand, type Setting } from "../../model/testing/run-command.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { body as addMitigation } from "./add-mitigation-without-card.ts";
import { body as approveDecision } from "./approve-decision.ts";
import { body as chooseMitigation } from "./choose-mitigation.ts";
import { body as decideThreat } from "./decide-threat.ts";
import { body as dropMitigation } from "./drop-mitigation.ts";
import { body as linkTicket } from "./link-ticket.ts";
import { body as markImplemented } from "./mark-implemented.ts";
import { body as setMitigation } from "./set-mitigation.ts";

const now = "2026-11-24";
const open = "no-way-back@web";
const asked = "unlogged-actions@web";
const threat = (document: Document, id = open) =>
  threatsOf(analyse(document, smallKnowledge, { now })).find((one) => one.id === id) as Threat;
const run = <Input>(command: CommandBody<Input>, input: unknown, document = smallShop, more: Setting = {}) =>
  runCommand(command, input, document, {
    knowledge: smallKnowledge,
    analysis: () => analyse(document, smallKnowledge, { now }),
    ...more,
  });
const chosen = run(chooseMitigation, { control: "approval-step", threats: [open] }).after;

describe("choose-mitigation", () => {
  test("takes the control's id and the threats' subjects", () => {
    expect(chosen.register?.mitigations).toEqual({
      "approval-step": { control: "approval-step", threats: [open], on: ["web"], by: "ann", recorded: now },
    });
    expect(threat(chosen)).toMatchObject({ status: "mitigating", mitigations: ["approval-step"] });
  });

  test("keeps all that is said; a second one is named after its place", () => {
    const given = {
      control: "approval-step",
      threats: [asked],
      on: ["db"],
      owner: "bo",
      due: now,
      ticket: "S-1",
      stack: "node",
    };
    expect(run(chooseMitigation, given, chosen).after.register?.mitigations?.["approval-step-on-db"]).toEqual({
      ...given,
      by: "ann",
      recorded: now,
    });
    const named = run(chooseMitigation, { ...given, id: "four-eyes" }, chosen).after;
    expect(named.register?.mitigations?.["four-eyes"]?.on).toEqual(["db"]);
  });

  test.each<[object, string[]]>([
    [{ control: "aproval-step", threats: [open] }, ["dangling-reference"]],
    [{ control: "audit-log", threats: ["nothing@web"] }, ["dangling-reference"]],
    [{ control: "audit-log", threats: [open], on: ["nowhere"] }, ["dangling-reference"]],
    [{ control: "audit-log", threats: [open], id: "approval-step" }, ["duplicate-id"]],
    [{ control: "audit-log", threats: [open], due: "2026-11-23" }, ["bad-argument"]],
    [{ control: "audit-log", threats: [open], platform: "gateway" }, ["dangling-reference"]],
  ])("refuses %o", (given, codes) => {
    expect(run(chooseMitigation, given, chosen).codes).toEqual(codes);
  });

  test("the same control in the same place twice is refused", () => {
    const twice = run(chooseMitigation, { control: "approval-step", threats: [open] }, chosen).after;
    expect(Object.keys(twice.register?.mitigations ?? {})).toEqual(["approval-step", "approval-step-on-web"]);
    expect(run(chooseMitigation, { control: "approval-step", threats: [open] }, twice).codes).toEqual(["duplicate-id"]);
  });

  test("a platform control of the organisation may provide it", () => {
    const document = { ...smallShop, platform: { parapet: 1, platform: { gateway: { control: "audit-log" } } } };
    const given = { control: "audit-log", threats: [asked], platform: "gateway" };
    expect(run(chooseMitigation, given, document).after.register?.mitigations?.["audit-log"]?.platform).toBe("gateway");
    expect(run(chooseMitigation, { ...given, platform: "mesh" }, document).said).toEqual([
      "There is no platform control mesh for this. Name one of gateway.",
    ]);
  });
});

describe("add-mitigation-without-card", () => {
  const given = {
    title: "Two people per refund",
    threats: [open],
    criteria: { refused: "A refund by one person is refused" },
  };
  test("describes what will be done and how it is tested", () => {
    expect(run(addMitigation, given).after.register?.mitigations).toEqual({
      "two-people-per-refund": { ...given, on: ["web"], by: "ann", recorded: now },
    });
  });

  test.each<[object, string[]]>([
    [{ ...given, criteria: {} }, ["missing-key"]],
    [{ title: "T", threats: [open] }, ["missing-key"]],
    [{ ...given, threats: ["nothing@web"] }, ["dangling-reference"]],
    [{ ...given, on: ["nowhere"] }, ["dangling-reference"]],
    [{ ...given, id: "approval-step" }, ["duplicate-id"]],
    [{ ...given, due: "2026-11-01" }, ["bad-argument"]],
    [{ ...given, platform: "gateway" }, ["dangling-reference"]],
  ])("refuses %o", (input, codes) => {
    expect(run(addMitigation, input, chosen).codes).toEqual(codes);
  });
});

describe("what becomes of a mitigation", () => {
  test("link-ticket", () => {
    const { changes } = run(linkTicket, { id: "approval-step", ticket: "SHOP-9" }, chosen);
    expect(changes).toEqual([
      { collection: "register.mitigations", id: "approval-step", field: ["ticket"], after: "SHOP-9" },
    ]);
    expect(run(linkTicket, { id: "aproval-step", ticket: "SHOP-9" }, chosen).codes).toEqual(["dangling-reference"]);
    expect(run(linkTicket, { id: "to-string", ticket: "SHOP-9" }).codes).toEqual(["dangling-reference"]);
  });

  test("set-mitigation sets fields and adds threats, places and criteria", () => {
    const given = {
      id: "approval-step",
      owner: "bo",
      due: "2027-01-01",
      threats: [asked],
      on: ["db"],
      criteria: { two: "Two sign" },
    };
    expect(run(setMitigation, given, chosen).after.register?.mitigations?.["approval-step"]).toEqual({
      control: "approval-step",
      threats: [open, asked],
      on: ["web", "db"],
      owner: "bo",
      due: "2027-01-01",
      criteria: { two: "Two sign" },
      by: "ann",
      recorded: now,
    });
  });

  test.each<[object, string[]]>([
    [{ id: "approval-step" }, ["bad-argument"]],
    [{ id: "nothing", owner: "bo" }, ["dangling-reference"]],
    [{ id: "approval-step", due: "2026-01-01" }, ["bad-argument"]],
    [{ id: "approval-step", threats: ["nothing@web"] }, ["dangling-reference"]],
    [{ id: "approval-step", on: ["nowhere"] }, ["dangling-reference"]],
    [{ id: "approval-step", platform: "gateway" }, ["dangling-reference"]],
  ])("set-mitigation refuses %o", (given, codes) => {
    expect(run(setMitigation, given, chosen).codes).toEqual(codes);
  });

  test("mark-implemented closes nothing by itself", () => {
    const after = run(markImplemented, { id: "approval-step", "done-by": "bo", link: "abc123" }, chosen).after;
    expect(after.register?.mitigations?.["approval-step"]?.implemented).toEqual({ by: "bo", on: now, link: "abc123" });
    expect(threat(after).status).toBe("implemented");
    expect(
      run(markImplemented, { id: "approval-step" }, chosen).after.register?.mitigations?.["approval-step"]?.implemented,
    ).toEqual({ by: "ann", on: now });
    expect(run(markImplemented, { id: "nothing" }, chosen).codes).toEqual(["dangling-reference"]);
  });

  test("drop-mitigation", () => {
    expect(run(dropMitigation, { id: "approval-step" }, chosen).after.register?.mitigations).toEqual({});
    expect(run(dropMitigation, { id: "nothing" }, chosen).codes).toEqual(["dangling-reference"]);
    const entry = { mitigation: "approval-step", criterion: "works", tool: "junit", on: now, by: "ci" };
    const shown = (verdict: "passed" | "failed"): Document => ({
      ...chosen,
      register: { ...chosen.register, parapet: 1, evidence: { e: { ...entry, verdict } } },
    });
    expect(run(dropMitigation, { id: "approval-step" }, shown("passed")).codes).toEqual(["not-possible"]);
    expect(run(dropMitigation, { id: "approval-step" }, shown("failed")).codes).toEqual([]);
  });
});

describe("decide-threat", () => {
  const transfer = { decision: "transfer", to: "Insurer", contract: "Policy 7", owner: "bo", review: "2027-01-01" };
  const cases: readonly [object, object, string][] = [
    [{ decision: "mitigate" }, { decision: "mitigate" }, "mitigating"],
    [{ decision: "mitigate", fact: "left out" }, { decision: "mitigate" }, "mitigating"],
    [{ decision: "avoid", why: "the function goes" }, { decision: "avoid", why: "the function goes" }, "open"],
    [transfer, transfer, "open"],
    [{ decision: "not-applicable", fact: "batch only" }, { decision: "not-applicable", fact: "batch only" }, "open"],
  ];
  test.each(cases)("%o", (given, stored, status) => {
    const after = run(decideThreat, { threats: [open], ...given }).after;
    expect(after.register?.decisions).toEqual({ [open]: { ...stored, by: "ann", on: now } });
    expect(threat(after).status).toBe(status);
  });

  test.each<[object, string[]]>([
    [{ decision: "transfer" }, ["needs-rationale", "needs-rationale", "needs-owner", "needs-review-date"]],
    [{ ...transfer, review: now }, ["needs-review-date"]],
    [{ ...transfer, owner: " " }, ["needs-owner"]],
    [{ decision: "not-applicable", why: "because" }, ["needs-rationale"]],
    [{ decision: "not-applicable", fact: "f", review: now }, ["needs-review-date"]],
    [{ decision: "avoid" }, ["needs-rationale"]],
  ])("refuses %o", (given, codes) => {
    expect(run(decideThreat, { threats: [open], ...given }).codes).toEqual(codes);
  });

  test("refuses unknown threats, and accept has its own command", () => {
    expect(run(decideThreat, { threats: ["nothing@web"], decision: "mitigate" }).codes).toEqual(["dangling-reference"]);
    expect(decideThreat.input.safeParse({ threats: [open], decision: "accept" }).success).toBe(false);
  });

  test("a high threat is closed only once another person approved", () => {
    for (const [given, status] of [
      [transfer, "transferred"],
      [{ decision: "not-applicable", fact: "batch only" }, "not-applicable"],
    ] as const) {
      const waits = run(decideThreat, { threats: [open], ...given }).after;
      expect(run(approveDecision, { threats: [open] }, waits).codes).toEqual(["needs-second-person"]);
      const after = run(approveDecision, { threats: [open] }, waits, { by: "cy" }).after;
      expect(after.register?.decisions?.[open]?.approved).toEqual({
        by: "cy",
        on: now,
        of: expect.stringMatching(/^[0-9a-f]{16}$/),
      });
      expect(threat(after).status).toBe(status);
      expect(run(approveDecision, { threats: [open] }, after, { by: "dee" }).codes).toEqual(["not-possible"]);
      const anew = run(decideThreat, { threats: [open], ...given }, after, { by: "cy" }).after;
      expect(anew.register?.decisions?.[open]?.approved).toBeUndefined();
    }
  });

  test("a decision on a thing that was renamed since is approved where it stands", () => {
    const waits = run(decideThreat, { threats: [open], ...transfer }).after;
    const renamed: Document = {
      ...waits,
      model: { ...waits.model, elements: { shop: { kind: "process", zone: "inner", was: ["web"] } } },
    };
    const after = run(approveDecision, { threats: ["no-way-back@shop"] }, renamed, { by: "cy" }).after;
    expect(Object.keys(after.register?.decisions ?? {})).toEqual([open]);
    expect(after.register?.decisions?.[open]?.approved).toEqual({
      by: "cy",
      on: now,
      of: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(threat(after, "no-way-back@shop").status).toBe("transferred");
  });

  test("approve-decision refuses the owner of a transfer, and what needs no approval", () => {
    const waits = run(decideThreat, { threats: [open], ...transfer }).after;
    expect(run(approveDecision, { threats: [open] }, waits, { by: "bo" }).codes).toEqual(["needs-second-person"]);
    const mitigated = run(decideThreat, { threats: [open], decision: "mitigate" }).after;
    expect(run(approveDecision, { threats: [open] }, mitigated, { by: "bo" }).codes).toEqual(["not-possible"]);
    expect(run(approveDecision, { threats: [open] }, smallShop, { by: "bo" }).codes).toEqual(["not-possible"]);
    const gone = {
      ...waits,
      register: { parapet: 1, decisions: { "no-way-back@db": waits.register?.decisions?.[open] } },
    } as Document;
    expect(run(approveDecision, { threats: ["no-way-back@db"] }, gone, { by: "cy" }).codes).toEqual([
      "dangling-reference",
    ]);
  });
});
