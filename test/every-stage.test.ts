// Every exit criterion of the workflow is checked, every check is a criterion, and what people are told to do is a verb that exists.
import { analyse, type Document, stageIds, stageOf, stageState, threatsOf, workflow } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { verbs } from "../apps/cli/src/verbs.ts";
import { checks } from "../packages/core/src/analysis/exit-criteria.ts";
import { diagramDigest, surfaceDigest, threatsDigest } from "../packages/core/src/model/digest.ts";
import { exampleDocument, exampleNames, knowledge, now } from "./laws/shipped.ts";

const criteria = workflow.flatMap((stage) => stage.exit.map((criterion) => `${stage.id}/${criterion.id}`));
const verbNames = new Set(verbs.map(({ name }) => name));

/** Documents that between them lack something of everything. */
const documents = [
  { model: { parapet: 1, system: "Blank" } },
  {
    model: {
      parapet: 1,
      system: "Begun",
      scope: { purpose: "Sell", in: [{ what: "All" }], out: [{ what: "Card network" }] },
      assumptions: { safe: { text: "It is safe" } },
      zones: { net: { kind: "internet" as const }, inside: { kind: "private-network" as const } },
      elements: {
        user: { kind: "external-entity" as const, zone: "net" },
        web: { kind: "process" as const, zone: "inside" },
      },
      flows: { visit: { from: "user", to: "web" } },
    },
    register: {
      parapet: 1,
      threats: { "by-hand-sold@web": { say: "Sold", by: "bo", recorded: "2026-01-01" } },
      scores: {
        "by-hand-sold@web": {
          method: "dread",
          by: "bo",
          on: "2026-01-01",
          factors: { damage: 9, reproducibility: 9, exploitability: 9, affected: 9, discoverability: 9 },
        },
      },
      mitigations: {
        gate: {
          title: "A gate",
          on: ["web"],
          threats: ["by-hand-sold@web"],
          criteria: { shut: "It is shut" },
          by: "bo",
          recorded: "2026-01-01",
        },
      },
      acceptances: {
        "by-hand-sold@web": { owner: "bo", why: "small", review: "2026-02-01", on: "2026-01-01", by: "bo" },
      },
    },
  },
  ...exampleNames.map(exampleDocument),
];
/** A small system that an engineer of its team has reviewed as it is, whatever rules there are. */
function reviewed(): Document {
  const document: Document = {
    model: {
      parapet: 1,
      system: "Reviewed",
      participants: { ann: { team: "payments", job: "engineer", senior: "yes" } },
      elements: { web: { kind: "process" } },
    },
  };
  const digests = {
    diagram: diagramDigest(document),
    surface: surfaceDigest(document),
    threats: threatsDigest(threatsOf(analyse(document, knowledge, { now }))),
  };
  const reviews = Object.entries(digests).map(([what, seen]) => [
    what,
    { what: what as keyof typeof digests, by: "ann", on: "2026-11-20", ...seen },
  ]);
  return { ...document, register: { parapet: 1, reviews: Object.fromEntries(reviews) } };
}

/** The reviewed system with a mitigation that evidence shows to work. */
function shown(): Document {
  const document = reviewed();
  const threat = threatsOf(analyse(document, knowledge, { now }))[0]?.id ?? "";
  return {
    ...document,
    register: {
      parapet: 1,
      ...document.register,
      mitigations: {
        gate: {
          title: "A gate",
          on: ["web"],
          threats: [threat],
          criteria: { shut: "It is shut" },
          implemented: { by: "ann", on: "2026-11-20" },
          by: "ann",
          recorded: "2026-11-20",
        },
      },
      evidence: {
        "gate--shut--ci": {
          mitigation: "gate",
          criterion: "shut",
          verdict: "passed",
          tool: "ci",
          on: "2026-11-22",
          by: "ann",
          commit: "4f1c9e2",
          link: "https://git.example/jobs/1",
        },
      },
    },
  };
}

const analyses = [
  analyse(reviewed(), knowledge, { now }),
  analyse(shown(), knowledge, { now }),
  ...documents.map((document) => analyse(document, knowledge, { now })),
  // Only without rules is a cell left unexamined: the shipped ones speak to every cell.
  analyse(exampleDocument("shop"), { ...knowledge, rules: [] }, { now }),
];
const stages = analyses.flatMap((analysis) => analysis.stages);
const needs = stages.flatMap(({ missing }) => missing);

test("the workflow has the eight stages, each with something to reach", () => {
  expect(workflow.map(({ id }) => id)).toEqual(stageIds);
  expect(workflow.filter(({ exit, owners }) => exit.length === 0 || owners.length === 0)).toEqual([]);
});

test("criteria and checks are the same, one to one", () => {
  expect([...criteria].sort()).toEqual(Object.keys(checks).sort());
});

describe.each(criteria)("%s", (criterion) => {
  const [stage, id] = criterion.split("/") as [string, string];

  test("holds somewhere and is missed somewhere", () => {
    const all = stages.filter((one) => one.id === stage);
    // A stage of one criterion misses it when it needs anything; nothing but the criterion itself says that it is done.
    expect(all.some(({ done }) => done.includes(id))).toBe(true);
    expect(all.some(({ done }) => !done.includes(id))).toBe(true);
  });
});

describe("what there is nothing of yet", () => {
  const blank = analyse({ model: { parapet: 1, system: "Blank" } }, knowledge, { now }).stages;
  const stageIn = (all: typeof blank, id: string) => all.find((stage) => stage.id === id) as (typeof blank)[number];

  test.each([
    ["decomposition", ["surface-reviewed"]],
    ["enumeration", ["examined", "questions", "threats-reviewed"]],
    ["scoring", ["confirmed"]],
    ["mitigation", ["decided"]],
    ["handoff", ["tickets", "signed-off"]],
    ["validation", ["fresh"]],
    ["maintenance", ["current"]],
  ])("is not reached in a blank model: %s", (id, names) => {
    const stage = stageIn(blank, id);
    expect(stage.notReached).toEqual(names);
    expect(names.filter((name) => stage.done.includes(name))).toEqual([]);
  });

  test("no criterion is met and not reached at once, and none that speaks of nothing special is not reached", () => {
    for (const { id, done, notReached } of stages) {
      expect(notReached.filter((name) => done.includes(name))).toEqual([]);
      const special = stageOf(id).exit.flatMap((criterion) => (criterion.of ? [criterion.id] : []));
      expect(notReached.filter((name) => !special.includes(name))).toEqual([]);
    }
  });

  test("a stage is not reached only while an earlier one waits", () => {
    for (const { stages: all } of analyses)
      for (const [i, { notReached }] of all.entries())
        if (notReached.length > 0) expect(all.slice(0, i).some(({ missing }) => missing.length > 0)).toBe(true);
  });

  test("maintenance is current or not, never left", () => {
    expect(workflow.filter(({ lasting }) => lasting).map(({ id }) => id)).toEqual(["maintenance"]);
    expect(stageState(stageIn(blank, "maintenance"))).toBe("not-reached");
    expect(stageState(stageIn(analyse(exampleDocument("shop"), knowledge, { now }).stages, "maintenance"))).toBe(
      "current",
    );
    expect(stages.some((stage) => stage.id === "maintenance" && stageState(stage) === "left")).toBe(false);
  });
});

test("every need names a verb, and is owned by an owner of its stage", () => {
  expect(needs.length).toBeGreaterThan(20);
  expect(needs.filter(({ command }) => !verbNames.has(command.split(" ")[1] ?? ""))).toEqual([]);
  expect(
    needs.filter(({ stage, member }) => !workflow.find(({ id }) => id === stage)?.owners.includes(member)),
  ).toEqual([]);
});
