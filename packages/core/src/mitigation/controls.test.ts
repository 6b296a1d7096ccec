// A control that comes after the others where its card says so, whatever its level.
import { expect, test } from "vitest";
import { Columns, factIndexOf, graphOf } from "../decomposition/index.ts";
import type { Document } from "../model/document.ts";
import type { Control } from "../model/knowledge.ts";
import { emptyKnowledge } from "../model/testing/run-command.ts";
import { ControlOrder } from "./controls.ts";

const document: Document = {
  model: {
    parapet: 1,
    system: "Small",
    zones: { internet: { kind: "internet" }, inside: { kind: "private-network" } },
    elements: {
      user: { kind: "external-entity", zone: "internet" },
      web: { kind: "process", zone: "inside" },
      worker: { kind: "process", zone: "inside" },
    },
    flows: { visit: { from: "user", to: "web" }, hand: { from: "web", to: "worker" } },
  },
};
const card = (id: string, more: Partial<Control>): [string, Control] => [
  id,
  {
    id,
    title: id,
    level: "structural",
    effort: "small",
    on: ["flow"],
    establishes: [],
    caps: {},
    criteria: [],
    ...more,
  },
];
const controls = new Map([
  card("both-ends", { after: "from-external" }),
  card("one-end", {}),
  card("elsewhere", { after: "to-external" }),
]);
const graph = graphOf(document);
const order = new ControlOrder(
  new Columns(graph, emptyKnowledge, factIndexOf(emptyKnowledge), [], "2026-11-24"),
  controls,
);
const on = (list: readonly string[], flow: string) => order.of(list, "flow")(graph.flows.index.get(flow) as number);

test.each([
  [["both-ends", "one-end"], "visit", ["one-end", "both-ends"]],
  [["both-ends", "one-end"], "hand", ["both-ends", "one-end"]],
  [["both-ends"], "visit", ["both-ends"]],
  [["both-ends", "elsewhere", "one-end"], "visit", ["elsewhere", "one-end", "both-ends"]],
  [["both-ends", "unknown"], "visit", ["unknown", "both-ends"]],
])("%j on %s: %j", (list, flow, expected) => {
  expect(on(list, flow)).toEqual(expected);
});

test("what stays in order is the list itself, and what moves is made once", () => {
  const list = ["both-ends", "one-end"];
  expect(on(list, "hand")).toBe(list);
  expect(on(["one-end", "both-ends"], "visit")).toEqual(["one-end", "both-ends"]);
  const orders = order.of(list, "flow");
  const visit = graph.flows.index.get("visit") as number;
  expect(orders(visit)).toBe(orders(visit));
});

test("on a kind of thing where nothing of it is defined, nothing comes after", () => {
  const list = ["both-ends", "one-end"];
  expect(order.of(list, "element")(0)).toBe(list);
});
