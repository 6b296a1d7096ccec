// Who attacks: what a model names, completed by the defaults; else the defaults that have where to start.
import { expect, test } from "vitest";
import type { Model } from "../model/document.ts";
import type { DefaultAttacker } from "../model/knowledge.ts";
import { attackersOf } from "./attackers.ts";
import { graphOf } from "./graph.ts";

const one = (id: string, starts: DefaultAttacker["starts"]): DefaultAttacker => ({
  id,
  title: `The ${id}`,
  description: `It comes as ${id}.`,
  starts,
  capability: "medium",
  motive: "Gain",
  source: "A book",
});
const defaults = [one("insider", "office-network"), one("stranger", "internet"), one("supplier", "third-party")];

const model: Model = {
  parapet: 1,
  system: "Small",
  zones: {
    outside: { kind: "internet" },
    bureau: { kind: "office-network" },
    desk: { kind: "office-network", in: "bureau" },
    inside: { kind: "private-network" },
  },
  elements: {
    user: { kind: "external-entity", zone: "outside" },
    clerk: { kind: "external-entity", zone: "desk" },
    web: { kind: "process", zone: "inside" },
    lost: { kind: "process" },
  },
  flows: {
    visit: { from: "user", to: "web" },
    manage: { from: "clerk", to: "web" },
    talk: { from: "lost", to: "web" },
  },
  "entry-points": {
    pages: { on: "web", via: ["visit"] },
    "desk-pages": { on: "web", via: ["manage"] },
    any: { on: "web" },
  },
} as unknown as Model;

const found = (attackers?: Model["attackers"]) =>
  attackersOf(graphOf({ model: { ...model, ...(attackers ? { attackers } : {}) } }), defaults);

test("of a model that names none, the defaults that have where to start in it, with what they meet first", () => {
  expect(found().map(({ id, from, starts, meets }) => [id, from, starts, meets])).toEqual([
    ["insider", "knowledge", "office-network", ["any", "desk-pages"]],
    ["stranger", "knowledge", "internet", ["any", "pages"]],
  ]);
});

test("what a named one does not say, the default of its id does", () => {
  expect(found({ supplier: {}, insider: { starts: "desk", capability: "high" } })).toEqual([
    {
      id: "insider",
      title: "The insider",
      description: "It comes as insider.",
      starts: "desk",
      capability: "high",
      motive: "Gain",
      from: "model",
      meets: ["any", "desk-pages"],
    },
    {
      id: "supplier",
      title: "The supplier",
      description: "It comes as supplier.",
      starts: "third-party",
      capability: "medium",
      motive: "Gain",
      from: "model",
      meets: [],
    },
  ]);
});

test.each<[string, string | undefined, readonly string[]]>([
  ["an element", "user", ["any", "pages"]],
  ["a zone, with those in it", "bureau", ["any", "desk-pages"]],
  ["a kind of zone", "internet", ["any", "pages"]],
  ["a kind of zone that the model has not", "third-party", []],
  ["nobody says", undefined, []],
])("one of its own starts at %s", (_, starts, meets) => {
  const [own] = found({ thief: { ...(starts ? { starts } : {}) } });
  expect(own).toEqual({ id: "thief", title: "thief", ...(starts ? { starts } : {}), from: "model", meets });
});

test("one that is a tenant counts where several share something", () => {
  const tenant = [{ ...one("tenant", "internet"), tenancy: "shared" as const }];
  const shared = { ...model.elements, web: { kind: "process", zone: "inside", tenancy: "shared" } };
  const ids = (elements: object) =>
    attackersOf(graphOf({ model: { ...model, elements } as Model }), tenant).map(({ id }) => id);
  expect(ids(model.elements ?? {})).toEqual([]);
  expect(ids(shared)).toEqual(["tenant"]);
});

test("a model that says there is none has none", () => {
  expect(found({})).toEqual([]);
});
