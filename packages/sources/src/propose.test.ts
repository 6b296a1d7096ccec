import { apply, canonicalText, type Document, layers, type Model, type Observed } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeObserved, thinModel } from "./propose.ts";

const model: Model = { parapet: 1, system: "Shop" };
const base: Observed = {
  parapet: 1,
  sources: { "compose.yaml": { kind: "compose", digest: "a" } },
  zones: { backend: { kind: "private-network", seen: "compose.yaml:30" } },
  elements: {
    api: {
      kind: "process",
      zone: "backend",
      technologies: ["node"],
      seen: "compose.yaml:2",
      facts: { "runs-unprivileged": { value: "yes", seen: "compose.yaml:5" } },
    },
    db: { kind: "data-store", zone: "backend", technologies: ["postgresql"], title: "Orders", seen: "compose.yaml:12" },
  },
  flows: { "api-db": { from: "api", to: "db", seen: "compose.yaml:6" } },
};

type Things = Partial<Observed>;
const elements = (more: Observed["elements"]): Things => ({ elements: { ...base.elements, ...more } });
const api = base.elements?.api as NonNullable<Observed["elements"]>[string];

describe("proposeObserved", () => {
  it.each<[string, Partial<Model>, Things, string[]]>([
    ["nothing new", {}, {}, []],
    ["a file whose text alone changed", {}, { sources: { "compose.yaml": { kind: "compose", digest: "b" } } }, []],
    [
      "an added element",
      {},
      elements({ cache: { kind: "data-store", seen: "compose.yaml:20" } }),
      ["Added data store cache (compose.yaml:20)"],
    ],
    ["an added file", {}, { sources: { ...base.sources, "api.yaml": { kind: "openapi" } } }, ["Added file api.yaml"]],
    [
      "an added flow and entry point",
      {},
      {
        flows: { ...base.flows, "web-api": { from: "web", to: "api", seen: "compose.yaml:40" } },
        "entry-points": {
          "get-orders": { on: "api", kind: "api", at: "GET /orders", seen: ["api.yaml:9", "a:1", "b:2", "c:3"] },
        },
      },
      [
        "Added flow web-api web → api (compose.yaml:40)",
        "Added entry point get-orders GET /orders (api.yaml:9, a:1, b:2, …)",
      ],
    ],
    [
      "a removed element and its flow",
      {},
      { elements: { api }, flows: {} },
      [
        'Removed data store db "Orders", no longer shown (last at compose.yaml:12)',
        "Removed flow api-db api → db, no longer shown (last at compose.yaml:6)",
      ],
    ],
    [
      "changed fields, sets and facts",
      {},
      elements({
        api: {
          ...api,
          zone: "dmz",
          technologies: ["node", "express", "redis"],
          facts: { "runs-unprivileged": { value: "no", seen: "compose.yaml:5" } },
        },
      }),
      [
        "Changed process api (compose.yaml:2): facts runs-unprivileged yes → no; zone backend → dmz; technologies gains express, redis",
      ],
    ],
    [
      "lines alone",
      {},
      elements({ api: { ...api, seen: "compose.yaml:3" } }),
      ["1 thing stands on other lines than before"],
    ],
    [
      "a fact about the system",
      {},
      { facts: { "has-pipeline": { value: "yes", seen: "ci.yaml:1" } } },
      ["Added fact about the system has-pipeline (ci.yaml:1)"],
    ],
    [
      "a contradiction with what people declared",
      { elements: { api: { zone: "backend" } } },
      elements({ api: { ...api, zone: "dmz" } }),
      ["Changed process api (compose.yaml:2): zone backend → dmz (model.yaml says backend)"],
    ],
    [
      "a thing that people renamed",
      { elements: { shop: { "same-as": "api" } } },
      elements({ api: { ...api, zone: "dmz" } }),
      ["Changed process api (compose.yaml:2): zone backend → dmz; shop in model.yaml"],
    ],
    [
      "a thing renamed by was",
      { elements: { shop: { was: ["api"], zone: "lan" } } },
      elements({ api: { ...api, zone: "dmz" } }),
      ["Changed process api (compose.yaml:2): zone backend → dmz (model.yaml says lan); shop in model.yaml"],
    ],
    [
      "a thing that people left out",
      { elements: { mail: { ignore: "Only on laptops" } } },
      elements({ mail: { kind: "process", seen: "compose.yaml:50" } }),
      ["Added process mail (compose.yaml:50); left out in model.yaml: Only on laptops"],
    ],
    [
      "a removed thing that people named",
      { elements: { orders: { "same-as": "db" }, api: { zone: "backend" } } },
      { elements: {}, flows: base.flows as NonNullable<Observed["flows"]> },
      [
        "Removed process api, no longer shown (last at compose.yaml:2); model.yaml still names it",
        'Removed data store db "Orders", no longer shown (last at compose.yaml:12); model.yaml still names it, as orders',
      ],
    ],
    [
      "an id that the model has for something else",
      { data: { cache: { title: "Cache" } } },
      elements({ cache: { kind: "data-store", seen: "compose.yaml:20" } }),
      ["Added data store cache (compose.yaml:20); model.yaml has cache under data, so one of the two needs another id"],
    ],
    [
      "a rename in the source",
      {},
      { elements: { api, store: { ...base.elements?.db, title: "Store", seen: "compose.yaml:12" } }, flows: {} },
      [
        'Removed data store db "Orders", no longer shown (last at compose.yaml:12)',
        'Added data store store "Store" (compose.yaml:12)',
        "Removed flow api-db api → db, no longer shown (last at compose.yaml:6)",
        "Perhaps db is now called store: to keep its decisions, write `same-as: store` under db in model.yaml",
      ],
    ],
  ])("says %s", (_, declared, things, sentences) => {
    const current: Document = { model: { ...model, ...declared }, observed: base };
    const next: Observed = { ...base, ...things };
    const proposal = proposeObserved(current, next);
    expect(proposal.sentences).toEqual(sentences);
    expect(canonicalText(apply(current, proposal.changes))).toBe(canonicalText({ ...current, observed: next }));
    expect(proposal.changes.every((change) => change.collection.startsWith("observed"))).toBe(true);
  });

  it("a first discovery adds the layer, and says each thing", () => {
    const proposal = proposeObserved({ model }, base);
    expect(proposal.changes).toEqual([{ collection: "observed", id: "model", after: base }]);
    expect(proposal.sentences).toEqual([
      "Added zone backend (compose.yaml:30)",
      "Added process api (compose.yaml:2)",
      'Added data store db "Orders" (compose.yaml:12)',
      "Added flow api-db api → db (compose.yaml:6)",
      "Added file compose.yaml",
    ]);
  });

  it("applying a proposal gives what was observed, and then nothing is left to propose", () => {
    const id = fc.constantFrom("a", "b", "c", "d");
    const element = fc.record(
      {
        kind: fc.constantFrom("process", "data-store"),
        zone: id,
        technologies: fc.uniqueArray(id),
        seen: fc.constantFrom("x:1", "x:2"),
        facts: fc.dictionary(id, fc.constantFrom("yes", "no")),
      },
      { requiredKeys: [] },
    );
    const observed = fc.record(
      {
        parapet: fc.constant(1),
        elements: fc.dictionary(id, element),
        zones: fc.dictionary(id, fc.record({ kind: fc.constant("host") })),
        facts: fc.dictionary(id, fc.constantFrom("yes", "no")),
      },
      { requiredKeys: ["parapet"] },
    ) as fc.Arbitrary<Observed>;
    fc.assert(
      fc.property(fc.option(observed, { nil: undefined }), observed, (from, to) => {
        const current: Document = { model, ...(from ? { observed: from } : {}) };
        const { changes, sentences } = proposeObserved(current, to);
        const next = apply(current, changes);
        expect(canonicalText(next)).toBe(canonicalText({ model, observed: to }));
        expect(proposeObserved(next, to)).toEqual({ changes: [], sentences: [] });
        if (sentences.length > 0) expect(changes.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("thinModel", () => {
  it("names the system, copies nothing and is valid", () => {
    const thin = thinModel(base, { system: "Shop" });
    expect(thin).toEqual({ parapet: 1, system: "Shop", scope: {} });
    expect(layers.model.schema.safeParse(thin).success).toBe(true);
  });
});
