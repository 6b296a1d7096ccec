// Maintenance on the shop: what its head says, lines and figures of a difference, proposals thing by thing, the part of a drawing that changed.
import {
  analyse,
  type Change,
  diffOf,
  goesAlong,
  isMoved,
  proposedCount,
  proposedThings,
  sectionsOf,
} from "@parapet/core";
import { gridLayout, laidOver, layoutGraph, scene } from "@parapet/reports/dfd";
import type { TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { after, type Example, example, knowledge, withAnalysis, words } from "../../testing/examples.ts";
import { maintenanceAnswers, triggersOf } from "./answers.ts";
import { boxOfChanges } from "./changes-box.ts";
import { deltasOf, signedText } from "./delta-figures.ts";
import { causeCounts, linesOf, linesSince } from "./diff-lines.ts";
import { acceptedChanges, rowsOf } from "./proposed-rows.ts";
import { placeOfTrigger } from "./trigger-place.ts";

const shop = example("shop");
let t: TFunction;
let changed: Example;
beforeAll(async () => {
  t = await words();
  changed = await after(shop, [
    { name: "add-element", input: { title: "Search index", kind: "data-store", zone: "data" } },
    { name: "set-field", input: { id: "storefront", field: "title", value: "Shop front" } },
    { name: "answer-question", input: { ids: ["device-managed@engineers"], value: "yes" } },
    { name: "withdraw-acceptance", input: { threats: ["operators-read-data@invoices"] } },
  ]);
});
const difference = (of: Example) =>
  diffOf(shop, of, { analyse: (document, asked) => analyse(document, knowledge, asked) });

describe("the answers", () => {
  const said = (of: Example) => maintenanceAnswers.map((one) => one.answer(of, t));

  test("on the shop", () => {
    expect(said(shop)).toEqual([
      "5 reasons to look again, the oldest since 2026-11-09: “Values reach queries as parameters only”: the evidence for “hostile values are data” is older than 180 days.",
      "Next on 2026-11-27: “Zones with borders that let through named flows only” is due.",
    ]);
  });

  test("after the old tests were run again, and of a model in which nothing has a day", async () => {
    const fresh = await after(
      shop,
      ["hostile-values-are-data", "joined-text-fails-the-build"].map((criterion) => ({
        name: "record-evidence",
        input: {
          criterion: `${criterion}@safe-queries`,
          verdict: "passed",
          tool: "integration-tests",
          environment: "staging",
        },
      })),
    );
    expect(said(fresh)[0]).toMatch(/^3 reasons to look again, the oldest since 2026-11-13/);
    const bare = withAnalysis({ model: { parapet: 1, system: "Nothing" } });
    expect(said(bare)[0]).toMatch(
      /^3 reasons to look again, the oldest since 2026-11-24: The diagram was never reviewed/,
    );
    expect(said(bare)[1]).toBe("No day is set for the next review.");
  });

  test("every reason leads somewhere", () => {
    const { due, coming } = triggersOf(shop);
    expect(due.length + coming.length).toBe(61);
    for (const trigger of [...due, ...coming]) {
      const place = placeOfTrigger(trigger);
      if ("room" in place) expect(["decomposition", "decomposition/surface", "enumeration"]).toContain(place.room);
      else if (place.selection.kind === "mitigation")
        expect(shop.analysis.mitigations.map(({ id }) => id)).toContain(place.selection.id);
      else if (place.selection.kind === "threat")
        expect(shop.analysis.threats.map(({ id }) => id)).toContain(place.selection.id);
    }
  });
});

describe("a difference", () => {
  test("has a line for each sentence, in the same sections, each with its cause", () => {
    const diff = difference(changed);
    const whole = sectionsOf(diff).filter(({ title }) => title !== "Risk");
    const lines = linesOf(diff);
    expect(lines.map(({ title, lines: own }) => ({ title, sentences: own.map(({ text }) => text) }))).toEqual(whole);
    expect(causeCounts(lines).map(([cause]) => cause)).toEqual(["system", "fact", "decision"]);
    const facts = linesSince(lines, "fact").flatMap(({ lines: own }) => own);
    expect(facts.length).toBeGreaterThan(0);
    for (const line of facts) expect(line.text).toContain("since a fact changed");
    expect(linesSince(lines, undefined)).toBe(lines);
  });

  test("leads to what is there, and to nothing that is gone", () => {
    const lines = linesOf(difference(changed)).flatMap(({ lines: own }) => own);
    const added = lines.find(({ text }) => text.startsWith("Element search-index"));
    expect(added).toMatchObject({ change: "added", selection: { kind: "element", id: "search-index" } });
    const settled = lines.find(({ text }) => text.startsWith("No longer asked"));
    expect(settled).toMatchObject({ change: "removed" });
    expect(settled?.selection).toBeUndefined();
  });

  test("in numbers adds up by cause", () => {
    for (const { name, before, after: now, shares } of deltasOf(difference(changed))) {
      if (shares.length === 0) continue;
      const sum = shares.reduce((all, [, value]) => all + value, 0);
      expect(Math.round((before + sum) * 10) / 10, name).toBe(Math.round(now * 10) / 10);
    }
    expect(deltasOf(difference(shop)).every(({ before, after: now }) => before === now)).toBe(true);
  });

  test.each([
    [1, 4, "+3"],
    [4.5, 1, "−3.5"],
    [0.1, 0.1, "0"],
    [0.1, 0.3, "+0.2"],
  ])("from %d to %d is %s", (before, now, text) => expect(signedText({ before, after: now })).toBe(text));

  test("is drawn: the box holds what changed and not all", () => {
    const drawn = ({ analysis: { model, surface, ...rest } }: Example) => ({
      system: model.system,
      entryPoints: surface.entryPoints,
      ...rest,
    });
    const { graph, changes } = laidOver(drawn(shop), drawn(changed), difference(changed));
    expect(changes).toMatchObject({ "search-index": "added", storefront: "changed", engineers: "changed" });
    const picture = scene(graph, gridLayout(layoutGraph(graph)), {
      changes: { "search-index": "added" },
      inPlace: true,
    });
    const box = boxOfChanges(picture);
    const shape = picture.shapes.find(({ id }) => id === "search-index")?.box;
    expect(box && shape && box.x <= shape.x && box.x + box.width >= shape.x + shape.width).toBe(true);
    expect(box && box.width < picture.width / 2).toBe(true);
    expect(boxOfChanges(scene(graph, gridLayout(layoutGraph(graph)), { inPlace: true }))).toBeUndefined();
  });
});

describe("a proposal", () => {
  const changes: readonly Change[] = [
    {
      collection: "observed.elements",
      id: "redis",
      after: {
        kind: "data-store",
        title: "Redis",
        technologies: ["redis"],
        seen: "compose.yaml:12",
        facts: { encrypted: { value: "no" } },
      },
    },
    { collection: "observed.elements", id: "old", before: { kind: "process", zone: "app" } },
    { collection: "observed.elements", id: "web", field: ["zone"], before: "app", after: "dmz" },
    { collection: "observed.elements", id: "db", field: ["seen"], before: "compose.yaml:3", after: "compose.yaml:4" },
    { collection: "observed.sources", id: "compose.yaml", field: ["digest"], before: "a", after: "b" },
  ];
  const things = proposedThings(changes);

  test("names what it speaks of", () => {
    const of = (...given: readonly Change[]) => rowsOf({ changes: given }, names).rows;
    const names = {
      thing: (id: string) => ({ app: "App tier", "place-order": "Place an order" })[id] ?? id,
      role: (id: string) => (id === "api-client" ? "API client" : id),
      proof: (value: string) => (value === "oidc" ? "sign-in at an identity provider" : value),
    };
    const at = { collection: "observed.entry-points", id: "orders" };
    const after = { kind: "app", on: "app", authentication: "oidc", access: { "api-client": "yes", guest: "no" } };
    expect(of({ ...at, after })).toEqual([
      { field: "kind", after: "app" },
      { field: "on", after: "App tier" },
      { field: "authentication", after: "sign-in at an identity provider" },
      { field: "access", after: "API client: yes, guest: no" },
    ]);
    expect(of({ ...at, field: ["access", "api-client"], before: "no", after: { when: "signed in" } })).toEqual([
      { field: "access API client", before: "no", after: "when: signed in" },
    ]);
    expect(of({ ...at, field: ["via", "place-order"], after: true })).toEqual([
      { field: "via Place an order", after: "yes" },
    ]);
    expect(of({ ...at, field: ["authentication"], before: "none", after: "oidc" })).toEqual([
      { field: "authentication", before: "none", after: "sign-in at an identity provider" },
    ]);
  });

  test("says of each thing what would be", () => {
    expect(things.map((thing) => rowsOf(thing))).toEqual([
      {
        change: "added",
        title: "Redis",
        rows: [
          { field: "kind", after: "data-store" },
          { field: "technologies", after: "redis" },
          { field: "facts", after: "encrypted: no" },
        ],
        seen: ["compose.yaml:12"],
      },
      {
        change: "removed",
        rows: [
          { field: "kind", before: "process" },
          { field: "zone", before: "app" },
        ],
        seen: [],
      },
      { change: "changed", rows: [{ field: "zone", before: "app", after: "dmz" }], seen: [] },
      { change: "changed", rows: [], seen: ["compose.yaml:4"] },
      { change: "changed", rows: [{ field: "digest", before: "a", after: "b" }], seen: [] },
    ]);
  });

  test("takes what is chosen, and what nobody decides about goes along, in its order", () => {
    expect(things.filter(isMoved).map(({ id }) => id)).toEqual(["db"]);
    expect(things.filter(goesAlong).map(({ id }) => id)).toEqual(["db", "compose.yaml"]);
    // What is said to wait is what there is to take or leave.
    expect(proposedCount(changes)).toBe(things.length - 2);
    expect(proposedCount(changes.filter(({ id }) => id === "db"))).toBe(1);
    const web = things.find(({ id }) => id === "web")?.fingerprint ?? "";
    expect(acceptedChanges(things, new Set([web]), changes)).toEqual(changes.slice(2));
    expect(acceptedChanges(things, new Set(), changes)).toEqual(changes.slice(3));
    expect(acceptedChanges(things, new Set(things.map(({ fingerprint }) => fingerprint)), changes)).toEqual(changes);
  });
});
