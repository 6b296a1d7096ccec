// Where the question for an unknown fact goes: each kind of way once, and what becomes of it when there is nothing at its end.
import { describe, expect, test } from "vitest";
import { Columns, factIndexOf, graphOf, type Space, thingsIn } from "../decomposition/index.ts";
import type { Document, Model } from "../model/document.ts";
import type { DeclaredFact, Knowledge } from "../model/knowledge.ts";
import { emptyKnowledge } from "../model/testing/run-command.ts";
import { AskRoutes } from "./ask-routes.ts";
import { Asks, QuestionColumn } from "./question-columns.ts";
import { said } from "./testing/small-rules.ts";
import { Binder, type Leaf } from "./tree.ts";

const fact = (id: string, more: Partial<DeclaredFact> = {}): DeclaredFact => ({
  id,
  on: ["external-entity", "process", "data-store", "flow", "entry-point", "data"],
  sense: "countermeasure",
  say: `{subject} has ${id}`,
  for: "engineer",
  asked: "thing",
  ...more,
});
const pool = (id: string, asked: "thing" | "zone") => ({
  id,
  on: ["process", "flow"] as const,
  ask: `Which ${id} has {subject}?`,
  for: "engineer" as const,
  asked,
  values: { good: { say: "good", facts: { [id === "login" ? "logged-in" : "filtered"]: "yes" as const } } },
});
const knowledge: Knowledge = {
  ...emptyKnowledge,
  facts: [
    fact("own"),
    fact("zoned", { asked: "zone" }),
    fact("wide", { asked: "model" }),
    fact("logged-in", { pool: "login", asked: "model" }),
    fact("filtered", { pool: "filter", asked: "thing" }),
    fact("caller-known", { pool: "authentication" }),
    fact("does-mail", { sense: "nature", titles: ["mailer"] }),
    fact("calling", { fallback: "internet-facing" }),
    fact("placed", { fallback: "in-internet-zone" }),
  ],
  pools: [
    pool("login", "thing"),
    pool("filter", "zone"),
    { ...pool("authentication", "thing"), values: { none: { say: "none", facts: { "caller-known": "no" } } } },
  ],
};
const model: Partial<Model> = {
  zones: { inside: { kind: "private-network" }, fog: {} },
  data: { order: {}, note: { classification: "public" } },
  elements: {
    web: { kind: "process", zone: "inside", title: "Mailer" },
    db: { kind: "data-store", zone: "inside", holds: ["order", "note"] },
    mist: { kind: "process", zone: "fog" },
    lost: { kind: "process" },
    sure: { kind: "process", zone: "inside", facts: { own: said("no"), "does-mail": said("no") } },
    meek: { kind: "process", zone: "inside", facts: { own: "yes" } },
    odd: { kind: "process", zone: "inside", facts: { own: said("yes") } },
  },
  flows: {
    save: { from: "web", to: "db" },
    call: { from: "lost", to: "web" },
    ask: { from: "sure", to: "web" },
    tell: { from: "meek", to: "sure" },
  },
  "entry-points": {
    api: { on: "web", via: ["call"], authentication: "none" },
    page: { on: "web", via: ["call"] },
    desk: { on: "mist" },
  },
};
const document: Document = {
  model: { parapet: 1, system: "Small", ...model },
  observed: { parapet: 1, elements: { odd: { kind: "process", facts: { own: "no" }, seen: "a.yaml:3" } } },
};

function asked(name: string, space: Space, id: string, on: Document = document): readonly string[] {
  const columns = new Columns(graphOf(on), knowledge, factIndexOf(knowledge), [], "2026-11-24");
  const known = new Map<string, QuestionColumn>();
  const routes = new AskRoutes(columns, (key, of) => {
    const column = known.get(`${key} ${of}`) ?? new QuestionColumn(columns.graph, key, of);
    known.set(`${key} ${of}`, column);
    return column;
  });
  const leaf = new Binder(columns).bind(name, space, true) as Leaf;
  const asks = new Asks();
  routes.ofLeaf(leaf, space)(thingsIn(columns.graph, space).index.get(id) as number, asks);
  return asks.map((column, i) => column.id(i));
}

describe("an unknown fact is asked", () => {
  test.each<[string, string, Space, string, readonly string[]]>([
    ["of the thing", "own", "element", "web", ["own@web"]],
    ["of its zone", "zoned", "element", "web", ["zoned@inside"]],
    ["of the zone where a flow arrives", "zoned", "flow", "call", ["zoned@inside"]],
    ["of the model where no zone is known", "zoned", "element", "lost", ["zoned@model"]],
    ["of the model", "wide", "flow", "save", ["wide@model"]],
    ["by its pool, where the pool says", "logged-in", "element", "web", ["login@web"]],
    ["by its pool of the zone", "filtered", "element", "web", ["filter@inside"]],
    ["as what an element does, all at once", "does-mail", "element", "mist", ["natures@mist"]],
    ["by itself, where a title suggests it", "does-mail", "element", "web", ["does-mail@web"]],
    ["by itself on flows", "does-mail", "flow", "save", ["does-mail@save"]],
    ["by itself, where what is declared and what is seen differ", "own", "element", "odd", ["own@odd"]],
    [
      "at the entry point where callers arrive that does not say",
      "caller-known",
      "flow",
      "call",
      ["authentication@page"],
    ],
    ["of the flow where it arrives at none", "caller-known", "flow", "ask", ["authentication@ask"]],
    ["as the drawing, of which its fallback is made", "placed", "element", "lost", ["zone@lost"]],
    ["as the kind of its zone", "placed", "element", "mist", ["kind@fog"]],
    ["by itself, once the drawing says all", "placed", "element", "web", ["placed@web"]],
    ["as the drawing, when it is made from it", "in-internet-zone", "element", "lost", ["zone@lost"]],
  ])("%s", (_, name, space, id, expected) => {
    expect(asked(name, space, id)).toEqual(expected);
  });
});

describe("through a relation", () => {
  test.each<[string, string, Space, string, readonly string[]]>([
    ["to one thing", "to.own", "flow", "save", ["own@db"]],
    ["to one thing whose zone answers", "to.zoned", "flow", "save", ["zoned@inside"]],
    ["to one that is only assumed: to confirm it", "from.own", "flow", "tell", ["own@meek"]],
    ["to one that is known: nothing", "to.own", "flow", "tell", []],
    ["any of several: the first unknown one", "any-sender.own", "element", "web", ["own@lost"]],
    ["all of several: every unknown one", "all-data.own", "element", "db", ["own@note", "own@order"]],
    ["to none: nothing", "any-sender.own", "element", "lost", []],
    ["to a zone that is not known: where it runs", "zone.zoned", "element", "lost", ["zone@lost"]],
    [
      "to entry points of which there are none: which there are",
      "any-entry-point.own",
      "element",
      "lost",
      ["entry-points@lost"],
    ],
    ["to data that nobody listed: the list", "any-data.is-confidential", "flow", "save", ["carries@save"]],
    ["that does not exist there: nothing", "from.own", "element", "web", []],
  ])("%s", (_, name, space, id, expected) => {
    expect([...asked(name, space, id)].sort()).toEqual([...expected].sort());
  });

  test("of many at the other end the first eight are asked at once", () => {
    const data = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`d${String(i).padStart(2, "0")}`, {}]));
    const many: Document = {
      model: {
        ...document.model,
        data,
        elements: { db: { kind: "data-store", holds: Object.keys(data) } },
        flows: {},
        "entry-points": {},
      },
    };
    expect(asked("all-data.own", "element", "db", many)).toEqual(Array.from({ length: 8 }, (_, i) => `own@d0${i}`));
  });
});
