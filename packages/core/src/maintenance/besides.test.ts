import { describe, expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import { put, remove } from "../model/edits.ts";
import { besidesOf } from "./besides.ts";
import { isEmptyDiff } from "./index.ts";
import { checkout, compared, edited, revision } from "./testing/checkout.ts";

const comment = { on: "orders-db", by: "ann", at: "2026-11-02", text: "Who reads it?" };
const talked = edited(checkout, put("register.comments", "c-1", comment), put("register.comments", "c-2", comment));

describe("what a diff leaves out", () => {
  test.each<[string, readonly Change[], readonly string[]]>([
    ["nothing", [], []],
    ["a thing, which the diff tells", [put("model.zones", "edge", { kind: "dmz" })], []],
    [
      "comments",
      [
        put("register.comments", "c-3", comment),
        put("register.comments", "c-1", { ...comment, text: "Who?" }),
        remove("register.comments", "c-2"),
      ],
      ["Comment: 1 added, 1 changed, 1 removed."],
    ],
    ["a place", [put("diagram.positions", "orders-db", { x: 1, y: 2 })], ["Place on the diagram: 1 added."]],
    ["a view", [put("diagram.views", "edge", { title: "Edge", of: [] })], ["View of the diagram: 1 added."]],
    [
      "a refusal",
      [put("register.refused", "r", { title: "A", by: "ann", on: "2026-11-02" })],
      ["Refused proposal: 1 added."],
    ],
  ])("%s", (_, changes, sentences) => {
    expect(besidesOf(talked, edited(talked, ...changes))).toEqual(sentences);
    if (sentences.length > 0)
      expect(isEmptyDiff(compared(revision(talked), revision(edited(talked, ...changes))).diff)).toBe(true);
  });
});
