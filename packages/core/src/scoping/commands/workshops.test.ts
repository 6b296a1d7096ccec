// Workshops before and at their beginning: planned, changed, called off, begun, attended, items parked.
import { describe, expect, test } from "vitest";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { runCommand } from "../../model/testing/run-command.ts";
import type { Workshop } from "../../model/workshop.ts";
import { seniorsPresent, wasThere, workshopState } from "../../model/workshops.ts";
import { agendaFor } from "../agendas.ts";
import { body as attendWorkshop } from "./attend-workshop.ts";
import { body as cancelWorkshop } from "./cancel-workshop.ts";
import { body as leaveWorkshop } from "./leave-workshop.ts";
import { body as parkItem } from "./park-item.ts";
import { body as planWorkshop } from "./plan-workshop.ts";
import { body as setWorkshop } from "./set-workshop.ts";
import { body as startWorkshop } from "./start-workshop.ts";
import { body as unparkItem } from "./unpark-item.ts";

const base: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    scope: { team: "payments" },
    participants: {
      ann: { name: "Ann Ek", team: "payments", job: "engineer", senior: "yes" },
      bo: { team: "payments", job: "architect" },
    },
    features: { cards: { title: "Cards" } },
    zones: { net: {} },
    elements: { web: { kind: "process" } },
  },
  diagram: { parapet: 1, views: { front: { title: "Front" } } },
  people: { parapet: 1, people: { cy: { name: "Cy Oh", job: "security", team: "risk", senior: "yes" } } },
};
const planned: Workshop = { kind: "scoping", title: "Kick-off", facilitator: "cy" };
const running: Workshop = {
  ...planned,
  started: "2026-11-24T09:00:00Z",
  notes: { n: { text: "x", by: "ann", outcome: "parked", parked: "p" } },
  parked: { p: { text: "x", by: "ann" } },
};
const ended: Workshop = { ...running, ended: "2026-11-24T10:00:00Z" };
const withIt = (workshop: Workshop): Document => ({ ...base, register: { parapet: 1, workshops: { kick: workshop } } });
const run = <Input>(command: CommandBody<Input>, input: unknown, document: Document, by = "ann") =>
  runCommand(command, input, document, { by });
const after = <Input>(command: CommandBody<Input>, input: object, workshop: Workshop) =>
  run(command, { workshop: "kick", ...input }, withIt(workshop)).after.register?.workshops?.kick;

describe("plan-workshop", () => {
  test("with the agenda of its kind, led by who plans it", () => {
    expect(run(planWorkshop, { title: "Kick-off", kind: "scoping" }, base).after.register?.workshops).toEqual({
      "kick-off": { kind: "scoping", title: "Kick-off", facilitator: "ann", agenda: agendaFor("scoping") },
    });
  });

  test("with all that can be said", () => {
    const agenda = [{ title: "Talk", minutes: 30, step: "questions" }];
    const given = {
      title: "Cards",
      kind: "enumeration",
      focus: { feature: "cards" },
      planned: "2026-12-01",
      facilitator: "cy",
    };
    const made = run(planWorkshop, { ...given, agenda }, base).after.register?.workshops;
    expect(made?.["cards-2026-12-01"]).toEqual({ ...given, agenda });
    const long = run(planWorkshop, { title: "Long", kind: "handoff", minutes: 90 }, base).after.register?.workshops
      ?.long;
    expect(long?.agenda).toEqual(agendaFor("handoff", 90));
  });

  test.each([
    [{ id: "kick", title: "x", kind: "scoping" }, ["duplicate-id"]],
    [{ id: "web", title: "x", kind: "scoping" }, ["duplicate-id"]],
    [{ title: "x", kind: "scoping", focus: {} }, ["bad-argument"]],
    [{ title: "x", kind: "scoping", focus: { zone: "net", view: "front" } }, ["bad-argument"]],
    [{ title: "x", kind: "scoping", focus: { zone: "web" } }, ["dangling-reference"]],
    [{ title: "x", kind: "scoping", focus: { view: "back" } }, ["dangling-reference"]],
    [{ title: "x", kind: "scoping", focus: { feature: "card" } }, ["dangling-reference"]],
  ])("refuses %o", (given, codes) => {
    expect(run(planWorkshop, given, withIt(planned)).codes).toEqual(codes);
  });
});

describe("set-workshop and cancel-workshop", () => {
  test("change what is planned", () => {
    const agenda = [{ title: "Talk", minutes: 30, step: "questions" as const }];
    expect(
      after(setWorkshop, { title: "Start", focus: { zone: "net" }, planned: "2026-12-02", agenda }, planned),
    ).toEqual({
      ...planned,
      title: "Start",
      focus: { zone: "net" },
      planned: "2026-12-02",
      agenda,
    });
    expect(after(setWorkshop, { whole: true }, { ...planned, focus: { zone: "net" } })).toEqual(planned);
    expect(after(cancelWorkshop, {}, planned)).toBeUndefined();
  });

  test.each([
    [setWorkshop, {}, planned, "bad-argument"],
    [setWorkshop, { focus: { zone: "gone" } }, planned, "dangling-reference"],
    [setWorkshop, { title: "x" }, ended, "not-possible"],
    [cancelWorkshop, {}, running, "not-possible"],
    [cancelWorkshop, { workshop: "kik" }, planned, "dangling-reference"],
  ] as readonly [CommandBody<unknown>, object, Workshop, string][])("%# refuses", (command, given, workshop, code) => {
    expect(run(command, { workshop: "kick", ...given }, withIt(workshop)).codes).toEqual([code]);
  });
});

describe("start-workshop", () => {
  test("begins it, with who leads it there", () => {
    const begun = after(startWorkshop, { when: "2026-11-24T09:00:00+01:00" }, planned) as Workshop;
    expect(begun).toEqual({
      ...planned,
      started: "2026-11-24T09:00:00+01:00",
      attended: { cy: { as: "facilitator", job: "security", team: "risk", senior: "yes" } },
    });
    expect(workshopState(begun)).toBe("running");
    const there = { ...planned, attended: { cy: { as: "host" } } };
    expect(after(startWorkshop, {}, there)).toEqual({ ...there, started: "2026-11-24" });
    expect(run(startWorkshop, { workshop: "kick" }, withIt(running)).codes).toEqual(["not-possible"]);
  });
});

describe("attend-workshop and leave-workshop", () => {
  const come = (input: object, workshop = running) => after(attendWorkshop, input, workshop)?.attended;

  test.each([
    [
      "a participant, as the model knows them",
      { person: "Ann Ek", as: "builder" },
      { ann: { as: "builder", team: "payments", job: "engineer", senior: "yes" } },
    ],
    [
      "what the model says goes before what is said at the door",
      { person: "bo", job: "engineer", senior: "yes", team: "risk" },
      { bo: { team: "payments", job: "architect", senior: "yes" } },
    ],
    ["somebody of people.yaml", { person: "cy" }, { cy: { job: "security", team: "risk", senior: "yes" } }],
    [
      "somebody new",
      { person: "Di Fo", job: "engineer", team: "payments", senior: "yes" },
      { "di-fo": { name: "Di Fo", job: "engineer", team: "payments", senior: "yes" } },
    ],
    [
      "a guest, whatever they say of themselves",
      { person: "ann", as: "observer", guest: true, senior: "yes", job: "engineer", team: "payments" },
      { "guest-ann": { name: "ann", as: "observer", guest: "yes" } },
    ],
    ["a name that only looks like a guest's", { person: "guest-ann" }, { "p-guest-ann": { name: "guest-ann" } }],
  ])("%s", (_, given, attended) => {
    expect(come(given)).toEqual(attended);
  });

  test("a name without letters has a key of its own", () => {
    const [[key, value]] = Object.entries(come({ person: "漢字" }) ?? {}) as [[string, unknown]];
    expect(key).toMatch(/^p-[0-9a-f]{8}$/);
    expect(value).toEqual({ name: "漢字" });
  });

  test("a guest by another's name is not that person", () => {
    const workshop = { ...running, attended: come({ person: "ann", guest: true }) };
    expect([seniorsPresent(base, workshop), wasThere(base, workshop, "ann")]).toEqual([[], false]);
    const both = { ...running, attended: come({ person: "ann" }, workshop) };
    expect([seniorsPresent(base, both), wasThere(base, both, "Ann Ek"), Object.keys(both.attended ?? {})]).toEqual([
      ["ann"],
      true,
      ["guest-ann", "ann"],
    ]);
  });

  test("who leaves was there", () => {
    const attended = { ann: { job: "engineer" as const } };
    expect(
      after(leaveWorkshop, { person: "ann", when: "2026-11-24T09:30:00Z" }, { ...running, attended })?.attended,
    ).toEqual({
      ann: { job: "engineer", left: "2026-11-24T09:30:00Z" },
    });
    expect(run(leaveWorkshop, { workshop: "kick", person: "bo" }, withIt({ ...running, attended })).codes).toEqual([
      "dangling-reference",
    ]);
    expect(
      run(leaveWorkshop, { workshop: "kick", person: "ann", guest: true }, withIt({ ...running, attended })).codes,
    ).toEqual(["dangling-reference"]);
    expect(run(attendWorkshop, { workshop: "kick", person: "ann" }, withIt(ended)).codes).toEqual(["not-possible"]);
  });
});

describe("park-item and unpark-item", () => {
  test("parks what is said, once", () => {
    const said = run(
      parkItem,
      { workshop: "kick", text: "Key rotation?", about: "web", "said-by": "cy" },
      withIt(running),
    ).after;
    const items = Object.values(said.register?.workshops?.kick?.parked ?? {});
    expect(items.at(-1)).toEqual({ text: "Key rotation?", by: "cy", "recorded-by": "ann", about: "web" });
    expect(run(parkItem, { workshop: "kick", text: "Key rotation?", about: "web" }, said, "cy").codes).toEqual([
      "duplicate-id",
    ]);
    expect(run(parkItem, { workshop: "kick", text: "Key rotation?", about: "web" }, said, "bo").codes).toEqual([]);
    expect(run(parkItem, { workshop: "kick", text: "x", about: "wep" }, said).codes).toEqual(["dangling-reference"]);
    expect(run(parkItem, { workshop: "kick", text: "x" }, withIt(ended)).codes).toEqual(["not-possible"]);
  });

  test("is settled, after the workshop too, or taken back, and then its notes wait again", () => {
    expect(after(unparkItem, { item: "p", settled: "Quarterly" }, ended)?.parked).toEqual({
      p: { text: "x", by: "ann", settled: "Quarterly" },
    });
    expect(after(unparkItem, { item: "p" }, running)).toEqual({
      ...running,
      parked: {},
      notes: { n: { text: "x", by: "ann" } },
    });
    expect(run(unparkItem, { workshop: "kick", item: "p" }, withIt(ended)).codes).toEqual(["not-possible"]);
    expect(run(unparkItem, { workshop: "kick", item: "q" }, withIt(running)).codes).toEqual(["dangling-reference"]);
    expect(run(unparkItem, { workshop: "kik", item: "p" }, withIt(running)).codes).toEqual(["dangling-reference"]);
  });
});

test.each<[string, Workshop, string]>([
  ["planned", planned, "planned"],
  ["begun", running, "running"],
  ["over", ended, "ended"],
  [
    "signed off by word alone",
    { ...ended, "signed-off": { by: "ann", "recorded-by": "bo", on: "2026-11-24" } },
    "ended",
  ],
  ["signed off", { ...ended, "signed-off": { by: "ann", on: "2026-11-24" } }, "signed-off"],
])("a workshop that is %s", (_, workshop, state) => {
  expect(workshopState(workshop)).toBe(state);
});
