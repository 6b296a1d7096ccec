// What entry points ask of their callers, read from the flows that arrive there.
import { expect, test } from "vitest";
import type { Document } from "../../model/document.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import { valueName } from "../../model/kleene.ts";
import type { DeclaredFact, Knowledge } from "../../model/knowledge.ts";
import { emptyKnowledge } from "../../model/testing/run-command.ts";
import { graphOf } from "../graph.ts";
import * as codes from "./code.ts";
import { Columns, factIndexOf } from "./columns.ts";

const fact = (id: string, sense: DeclaredFact["sense"]): DeclaredFact => ({
  id,
  on: ["entry-point", "flow"],
  sense,
  say: `{subject} has ${id}`,
  for: "engineer",
  asked: "thing",
  pool: "authentication",
});
const knowledge: Knowledge = {
  ...emptyKnowledge,
  facts: [fact("proves", "countermeasure"), fact("by-cookie", "nature")],
  pools: [
    {
      id: "authentication",
      on: ["entry-point", "flow"],
      ask: "How?",
      for: "engineer",
      asked: "thing",
      values: {
        session: { say: "session", facts: { proves: "yes", "by-cookie": "yes" } },
        key: { say: "key", facts: { proves: "yes", "by-cookie": "no" } },
        none: { say: "none", facts: { proves: "no", "by-cookie": "no" } },
        odd: { say: "odd", facts: { "by-cookie": "no" } },
      },
    },
  ],
};

/** The two facts of the flow, and whether something contradicts. */
function ofFlow(
  declared: Readonly<Record<string, EntryPoint>>,
  observed: Readonly<Record<string, EntryPoint>>,
): string {
  const via = (points: Readonly<Record<string, EntryPoint>>) =>
    Object.fromEntries(Object.entries(points).map(([id, point]) => [id, { on: "web", via: ["call"], ...point }]));
  const document: Document = {
    model: {
      parapet: 1,
      system: "Small",
      elements: { user: { kind: "external-entity" }, web: { kind: "process" } },
      flows: { call: { from: "user", to: "web" } },
      "entry-points": via(declared),
    },
    observed: { parapet: 1, "entry-points": via(observed) },
  };
  const columns = new Columns(graphOf(document), knowledge, factIndexOf(knowledge), [], "2026-11-24");
  const value = (id: string) => valueName(codes.valueOf(columns.column(id, "flow")[0] as number));
  return `${value("proves")} ${value("by-cookie")} ${columns.contradictions.length}`;
}

const open: EntryPoint = { authentication: "none", access: { anonymous: "yes" } };

test.each<[string, Record<string, EntryPoint>, Record<string, EntryPoint>, string]>([
  ["one entry point tells", {}, { orders: { authentication: "session" } }, "yes yes 0"],
  [
    "pages for everybody beside it tell nothing",
    { pages: open },
    { orders: { authentication: "session" } },
    "yes yes 0",
  ],
  ["pages for everybody alone do", { pages: open }, {}, "no no 0"],
  [
    "an open one that is not meant for everybody counts",
    { a: { authentication: "none" } },
    { b: { authentication: "session" } },
    "no yes 0",
  ],
  [
    "a cookie at one of them is a cookie on the flow",
    { a: { authentication: "key" } },
    { z: { authentication: "session" } },
    "yes yes 0",
  ],
  ["in any order", { z: { authentication: "key" } }, { a: { authentication: "session" } }, "yes yes 0"],
  [
    "what one of them does not tell is unknown",
    { a: { authentication: "key" } },
    { z: { authentication: "odd" } },
    "unknown no 0",
  ],
])("%s", (_, declared, observed, expected) => {
  expect(ofFlow(declared, observed)).toBe(expected);
});
