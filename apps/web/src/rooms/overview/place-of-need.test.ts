import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, type Need, stageIds } from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import { describe, expect, test } from "vitest";
import { type Example, example, exampleNames, withAnalysis } from "../../testing/examples.ts";
import { hrefOfPlace, type Place, placeOfNeed } from "./place-of-need.ts";

const fixtures = join(import.meta.dirname, "../../../../../test/fixtures/needs/threat-model");

function begun(): Document {
  const files = ["model.yaml", "register.yaml", "people.yaml"].map(
    (name) => [name, readFileSync(join(fixtures, name), "utf8")] as const,
  );
  const read = readDocument(new Map(files));
  if (!read.ok) throw new Error(read.problems.map(({ say }) => say).join("\n"));
  return read.value;
}

const blank: Document = { model: { parapet: 1, system: "Nothing yet" } };

/** What nobody said a reason for, an assumption without an owner, and a store that nobody described. */
const careless: Document = {
  model: {
    parapet: 1,
    system: "Careless",
    scope: { out: [{ what: "Card network & <b>mail</b>" }, { what: "العربية" }] },
    assumptions: { laptops: { text: "Laptops are patched" } },
    elements: { web: { kind: "process" }, db: { kind: "data-store" } },
    flows: { "web-to-db": { from: "web", to: "db" } },
  },
};

const models: readonly (readonly [string, () => Example])[] = [
  ...exampleNames.map((name) => [name, () => example(name)] as const),
  ["begun", () => withAnalysis(begun())],
  ["blank", () => withAnalysis(blank)],
  ["careless", () => withAnalysis(careless)],
];

/** Whether the model has what a place selects. */
function stands({ analysis, document }: Example, { chosen }: Place): boolean {
  if (!chosen) return true;
  const has = (things: readonly { readonly id: string }[]) => things.some(({ id }) => id === chosen.id);
  switch (chosen.kind) {
    case "threat":
      return has(analysis.threats);
    case "question":
      return has(analysis.questions);
    case "mitigation":
      return has(analysis.mitigations);
    case "element":
      return has(analysis.elements);
    case "flow":
      return has(analysis.flows);
    case "assumption":
      return Object.hasOwn(document.model.assumptions ?? {}, chosen.id);
    default:
      return false;
  }
}

describe.each(models)("needs of %s", (_name, load) => {
  const model = load();
  const needs = model.analysis.stages.flatMap(({ missing }) => missing);

  test("there are some, and each leads to a room and to what it is about", () => {
    expect(needs.length).toBeGreaterThan(0);
    for (const need of needs) {
      const place = placeOfNeed(need);
      expect(stageIds, need.id).toContain(place.room.split("/")[0]);
      expect(place.chosen ?? place.spot, `${need.id} leads to a room as a whole`).toBeDefined();
      expect(stands(model, place), `${need.id} selects ${JSON.stringify(place.chosen)}`).toBe(true);
    }
  });

  test("no two of a stage lead to the same place, unless they speak of the same thing", () => {
    const seen = new Map<string, Need>();
    for (const need of needs) {
      const href = hrefOfPlace("shop", placeOfNeed(need));
      const other = seen.get(href);
      if (!need.id.startsWith("examine-")) expect(other?.id, href).toBeUndefined();
      seen.set(href, need);
    }
  });
});

test.each([
  ["scoping", "purpose", { room: "scoping", spot: "purpose" }],
  ["scoping", "out-why-Card network & <b>mail</b>", { room: "scoping", spot: "out-card-network-b-mail-b" }],
  ["scoping", "assumption-laptops", { room: "scoping", spot: "assumption-laptops" }],
  ["scoping", "senior-engineer", { room: "scoping", spot: "senior-engineer" }],
  ["scoping", "senior-engineer-without-ann", { room: "workshop/without-ann" }],
  ["scoping", "secret-store@model", { room: "scoping", spot: "named-secret-store" }],
  ["decomposition", "draw", { room: "decomposition", spot: "draw" }],
  ["decomposition", "review-diagram", { room: "decomposition", spot: "review-diagram" }],
  ["decomposition", "review-surface", { room: "decomposition/surface", spot: "review-surface" }],
  ["enumeration", "review-threats", { room: "enumeration", spot: "review-threats" }],
  ["enumeration", "at-rest@db", { room: "enumeration", chosen: { kind: "question", id: "at-rest@db" } }],
  [
    "enumeration",
    "examine-denial-of-service-crossing-web-to-db",
    { room: "enumeration", spot: "record-threat", chosen: { kind: "flow", id: "web-to-db" } },
  ],
  [
    "enumeration",
    "examine-information-disclosure-data-store-process-log",
    { room: "enumeration", spot: "record-threat", chosen: { kind: "element", id: "process-log" } },
  ],
  ["scoring", "score-a@b", { room: "scoring", chosen: { kind: "threat", id: "a@b" } }],
  ["mitigation", "mitigate-a@b", { room: "mitigation", chosen: { kind: "threat", id: "a@b" } }],
  ["handoff", "sign-off", { room: "handoff", spot: "sign-off" }],
  ["handoff", "ticket-brake", { room: "handoff", chosen: { kind: "mitigation", id: "brake" } }],
  [
    "validation",
    "evidence-stops@brake",
    { room: "validation", chosen: { kind: "mitigation", id: "brake" }, spot: "evidence-stops@brake" },
  ],
  ["maintenance", "acceptance-a@b", { room: "validation", chosen: { kind: "threat", id: "a@b" } }],
] as const)("%s: %s", (stage, id, place) => {
  expect(placeOfNeed({ id, stage })).toEqual(place);
});

test("an address holds room, selection and spot", () => {
  const place = { room: "validation", chosen: { kind: "mitigation", id: "brake" }, spot: "evidence-a@b" } as const;
  expect(hrefOfPlace("shop", place)).toBe("/m/shop/validation?at=mitigation%3Abrake#evidence-a%40b");
});
