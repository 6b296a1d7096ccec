import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import { canonicalText, inverseOf } from "./changes.ts";
import type { Document } from "./document.ts";
import { edit, put, remove, set, without } from "./edits.ts";

const document: Document = {
  model: { parapet: 1, system: "Shop", elements: { web: { kind: "process", technologies: ["node"] } } },
};

describe("edit", () => {
  test.each([
    [
      "a new thing of a map that is there",
      [put("model.elements", "db", { kind: "data-store", title: undefined })],
      [{ collection: "model.elements", id: "db", after: { kind: "data-store" } }],
    ],
    [
      "a set changes member by member",
      [set("model.elements", "web", ["technologies"], ["express", "node"])],
      [{ collection: "model.elements", id: "web", field: ["technologies", "express"], after: true }],
    ],
    ["what is already so is no change", [set("model.elements", "web", ["kind"], "process")], []],
    [
      "a value taken away",
      [set("model.elements", "web", ["kind"], undefined)],
      [{ collection: "model.elements", id: "web", field: ["kind"], before: "process" }],
    ],
    [
      "a thing removed",
      [remove("model.elements", "web")],
      [{ collection: "model.elements", id: "web", before: { kind: "process", technologies: ["node"] } }],
    ],
    [
      "the first entry of a layer that does not exist",
      [put("register.assignments", "a@web", { owner: "ann" })],
      [{ collection: "register", id: "model", after: { parapet: 1, assignments: { "a@web": { owner: "ann" } } } }],
    ],
    [
      "the first entry of a map that does not exist",
      [set("model.zones", "inner", ["facts", "segmented"], "yes")],
      [{ collection: "model", id: "model", field: ["zones"], after: { inner: { facts: { segmented: "yes" } } } }],
    ],
  ])("%s", (_, operations, changes) => {
    expect(edit(document, operations)).toEqual(changes);
    const after = apply(document, changes);
    expect(canonicalText(apply(after, inverseOf(changes)))).toBe(canonicalText(document));
  });
});

test("without leaves out what is undefined and nothing else", () => {
  expect(without({ a: undefined, b: null, c: 0, d: "", e: false })).toEqual({ b: null, c: 0, d: "", e: false });
});
