// How a workshop ends: threats without a ticket, its end, its signature, and what the model says when nobody may sign.
import { describe, expect, test } from "vitest";
import { analyse } from "../../analysis/analyse.ts";
import { body as linkTicket } from "../../mitigation/commands/link-ticket.ts";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import type { Workshop } from "../../model/workshop.ts";
import { smallKnowledge, smallShop } from "../../testing/small-knowledge.ts";
import { ticketless } from "../ticketless.ts";
import { body as endWorkshop } from "./end-workshop.ts";
import { body as signOffWorkshop } from "./sign-off-workshop.ts";

const now = "2026-11-24";
const senior = { job: "engineer", team: "payments", senior: "yes" } as const;
const running: Workshop = {
  kind: "handoff",
  title: "Handover",
  facilitator: "bo",
  started: "2026-11-24T09:00:00Z",
  attended: { ann: senior, bo: { job: "architect", team: "payments" } },
};
const over: Workshop = { ...running, ended: "2026-11-24T10:00:00Z" };
const shop = (workshop: Workshop, more: object = {}): Document => ({
  ...smallShop,
  register: {
    parapet: 1,
    mitigations: {
      "approval-step": { control: "approval-step", on: ["web"], threats: ["no-way-back@web"], by: "bo", recorded: now },
    },
    workshops: { it: workshop, ...more },
  },
});
const run = <Input>(command: CommandBody<Input>, input: object, document: Document, by = "bo") =>
  runCommand(command, input, document, { by });
const workshopAfter = <Input>(command: CommandBody<Input>, input: object, workshop: Workshop, by?: string) =>
  run(command, { workshop: "it", ...input }, shop(workshop), by).after.register?.workshops?.it;
const needs = (document: Document) =>
  analyse(document, smallKnowledge, { now })
    .stages.flatMap(({ missing }) => missing)
    .filter(({ id }) => id.endsWith("-it"));

describe("what is left", () => {
  test("ticketless: critical and high threats, open, without a ticket; in focus only these", () => {
    const ids = (document: Document, focus?: ReadonlySet<string>) =>
      ticketless(analyse(document, smallKnowledge, { now }), focus).map(({ id }) => id);
    expect(ids(smallShop)).toEqual(["no-way-back@web"]);
    expect(ids(shop(running))).toEqual(["no-way-back@web"]);
    expect(ids(run(linkTicket, { id: "approval-step", ticket: "SHOP-1" }, shop(running)).after)).toEqual([]);
    expect(ids(smallShop, new Set(["db"]))).toEqual([]);
    expect(ids(smallShop, new Set(["web"]))).toEqual(["no-way-back@web"]);
  });
});

describe("end-workshop", () => {
  test("ends it, once every note is placed", () => {
    expect(workshopAfter(endWorkshop, { when: "2026-11-24T10:00:00Z" }, running)).toEqual(over);
    const notes = {
      a: { text: "It leaks", by: "ann" },
      b: { text: "x".repeat(80), by: "bo" },
      c: { text: "Known", by: "bo", outcome: "linked" as const, threat: "no-way-back@web" },
    };
    expect(run(endWorkshop, { workshop: "it" }, shop({ ...running, notes })).said).toEqual([
      `2 notes are not placed yet: “It leaks”, “${"x".repeat(60)}”. Link, record or park each (place-note): none vanishes.`,
    ]);
    const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`n${n}`, { text: `N${n}`, by: "bo" }]));
    expect(run(endWorkshop, { workshop: "it" }, shop({ ...running, notes: many })).said[0]).toContain(
      "“N5” and 1 more.",
    );
    expect(run(endWorkshop, { workshop: "it" }, shop({ ...running, notes: { c: notes.c } })).codes).toEqual([]);
  });

  test("refuses what did not begin, is over or is not there", () => {
    const { started: _, ...planned } = running;
    expect(run(endWorkshop, { workshop: "it" }, shop(planned)).codes).toEqual(["not-possible"]);
    expect(run(endWorkshop, { workshop: "it" }, shop(over)).codes).toEqual(["not-possible"]);
    expect(run(endWorkshop, { workshop: "that" }, shop(over)).codes).toEqual(["dangling-reference"]);
  });
});

describe("sign-off-workshop", () => {
  test("by somebody who was there", () => {
    expect(workshopAfter(signOffWorkshop, { note: "As agreed" }, over, "ann")?.["signed-off"]).toEqual({
      by: "ann",
      on: now,
      note: "As agreed",
    });
  });

  const without = (attended: Workshop["attended"]): Workshop => ({ ...over, attended });
  test.each<[string, Workshop, string, string]>([
    ["is not over", running, "ann", "The workshop it is not over. End it first (end-workshop)."],
    [
      "had no senior engineer",
      without({ bo: { job: "architect", team: "payments" } }),
      "bo",
      "No senior engineer of payments was at the workshop it. Go through what it came to with one, in another workshop.",
    ],
    [
      "had a senior of another team",
      without({ bo: { ...senior, team: "risk" } }),
      "bo",
      "No senior engineer of payments was at the workshop it. Go through what it came to with one, in another workshop.",
    ],
    [
      "had a senior who is no engineer",
      without({ bo: { ...senior, job: "product" } }),
      "bo",
      "No senior engineer of payments was at the workshop it. Go through what it came to with one, in another workshop.",
    ],
    [
      "had a guest who says to be one",
      without({ "guest-ann": { ...senior, name: "ann", guest: "yes" }, bo: {} }),
      "bo",
      "No senior engineer of payments was at the workshop it. Go through what it came to with one, in another workshop.",
    ],
    ["they were not at", over, "cy", "cy was not at the workshop it. Let somebody who was there sign it off."],
  ])("refuses one that %s", (_, workshop, by, said) => {
    expect(run(signOffWorkshop, { workshop: "it" }, shop(workshop), by).said).toEqual([said]);
  });

  test("an architect who is senior, or any team while no owner is named", () => {
    expect(
      run(signOffWorkshop, { workshop: "it" }, shop(without({ bo: { ...senior, job: "architect" } }))).codes,
    ).toEqual([]);
    const unowned = { ...shop(without({ bo: { ...senior, team: "risk" } })), model: { ...smallShop.model, scope: {} } };
    expect(run(signOffWorkshop, { workshop: "it" }, unowned).codes).toEqual([]);
  });

  test("that was only said waits for the person, and does not take the place of a signature", () => {
    const said = run(signOffWorkshop, { workshop: "it", "said-by": "ann" }, shop(over)).after;
    expect(said.register?.workshops?.it?.["signed-off"]).toEqual({ by: "ann", "recorded-by": "bo", on: now });
    expect(needs(said).map(({ command, from }) => [command, from])).toEqual([
      ["parapet workshop sign-off it --as ann", "ann"],
    ]);
    const done = run(signOffWorkshop, { workshop: "it" }, said, "ann").after;
    expect(needs(done)).toEqual([]);
    expect(run(signOffWorkshop, { workshop: "it", "said-by": "ann" }, done).changes).toEqual([]);
  });
});

describe("the model says", () => {
  test.each<[string, Workshop, object, readonly string[]]>([
    ["nothing while it runs", running, {}, []],
    ["who signs it off", over, {}, ["handoff/sign-off-it: parapet workshop sign-off it --as NAME"]],
    ["nothing once it is signed off", { ...over, "signed-off": { by: "ann", on: now } }, {}, []],
    [
      "that nobody can sign it off without a senior engineer",
      { ...over, attended: {} },
      {},
      ["scoping/senior-engineer-it: parapet workshop plan 'TITLE' --kind handoff"],
    ],
    [
      "nothing more once one of the kind was held with one",
      { ...over, attended: {} },
      { next: { ...over, ended: "2026-11-25", "signed-off": { by: "ann", on: now } } },
      [],
    ],
    [
      "that still, when the later one is of another kind",
      { ...over, attended: {} },
      { next: { ...over, kind: "scoping", ended: "2026-11-25", "signed-off": { by: "ann", on: now } } },
      ["scoping/senior-engineer-it: parapet workshop plan 'TITLE' --kind handoff"],
    ],
  ])("%s", (_, workshop, more, said) => {
    expect(needs(shop(workshop, more)).map(({ stage, id, command }) => `${stage}/${id}: ${command}`)).toEqual(said);
  });
});
