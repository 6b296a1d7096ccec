// What stays of what people did when the files contradict it: as much as fits, and the rest is named.
import { apply, type Change, checkDocument, type Document } from "@parapet/core";
import { expect, test } from "vitest";
import { rescue } from "./rescue.ts";

const base: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    zones: { yard: { kind: "private-network" } },
    elements: { web: { kind: "process" }, db: { kind: "data-store" } },
    flows: {},
  },
};
const put = (collection: string, id: string, after: Change["after"]): Change => ({ collection, id, after }) as Change;
const gone = (collection: string, id: string, before: Change["before"]): Change =>
  ({ collection, id, before }) as Change;
const set = (id: string, title: string): Change => ({
  collection: "model.elements",
  id,
  field: ["title"],
  after: title,
});
const web = { kind: "process" };

const rows: readonly (readonly [string, readonly Change[], readonly Change[], readonly string[]])[] = [
  ["different things", [set("web", "Web")], [set("db", "Rows")], []],
  ["the same value, the same way", [set("web", "Web")], [set("web", "Web")], []],
  ["the same value: the files' one", [set("web", "Web")], [set("web", "Site")], ["web"]],
  ["an edit of what the files lost", [set("web", "Web")], [gone("model.elements", "web", web)], ["web"]],
  [
    "a flow to what the files lost, and one that fits",
    [
      put("model.flows", "call", { from: "web", to: "db" }),
      put("model.flows", "loop", { from: "db", to: "app" }),
      put("model.elements", "app", web),
    ],
    [gone("model.elements", "web", web)],
    ["call"],
  ],
  [
    "a thing in a zone that the files lost, and the flow to it",
    [
      put("model.elements", "app", { kind: "process", zone: "yard" }),
      put("model.flows", "call", { from: "app", to: "db" }),
    ],
    [gone("model.zones", "yard", { kind: "private-network" })],
    ["app", "call"],
  ],
];

test.each(rows)("%s", (_name, mine, theirs, leftOut) => {
  const files = apply(base, theirs);
  const saved = rescue(base, files, apply(base, mine));
  expect([...saved.leftOut].sort()).toEqual([...leftOut].sort());
  expect(checkDocument(saved.document)).toEqual([]);
  const kept = mine.filter(({ id }) => !leftOut.includes(id));
  expect(saved.document).toEqual(apply(files, kept));
});
