import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import { type Change, canonicalText, inverse } from "./changes.ts";
import { difference } from "./difference.ts";
import type { Document } from "./document.ts";
import { finer } from "./finer.ts";
import { connectedDocument } from "./testing/arbitrary-document.ts";

const fact = { value: "yes", by: "ann" };
const comment = { on: "web", by: "ann", at: "2026-11-24", text: "Look" };

/** A change that puts something → the parts of it. */
const table: readonly (readonly [string, Change, readonly Change[]])[] = [
  [
    "a layer: its scalars, and each thing of its collections",
    { collection: "register", id: "model", after: { parapet: 1, comments: { c: comment } } },
    [
      { collection: "register", id: "model", field: ["parapet"], after: 1 },
      { collection: "register.comments", id: "c", after: comment },
    ],
  ],
  [
    "a collection: each thing",
    { collection: "register", id: "model", field: ["comments"], after: { c: comment } },
    [{ collection: "register.comments", id: "c", after: comment }],
  ],
  [
    "what stands once in a layer: each field",
    { collection: "model", id: "model", field: ["scope"], after: { purpose: "Sell", team: "shop" } },
    [
      { collection: "model.scope", id: "model", field: ["purpose"], after: "Sell" },
      { collection: "model.scope", id: "model", field: ["team"], after: "shop" },
    ],
  ],
  [
    "facts: each fact, which is a record and stays whole",
    { collection: "model.elements", id: "web", field: ["facts"], after: { x: fact, y: "no" } },
    [
      { collection: "model.elements", id: "web", field: ["facts", "x"], after: fact },
      { collection: "model.elements", id: "web", field: ["facts", "y"], after: "no" },
    ],
  ],
];
const whole: readonly (readonly [string, Change])[] = [
  ["a thing", { collection: "model.elements", id: "web", after: { kind: "process", facts: { x: fact } } }],
  [
    "a record in a thing",
    { collection: "register.mitigations", id: "m", field: ["implemented"], after: { by: "ann" } },
  ],
  ["an empty map", { collection: "model.elements", id: "web", field: ["facts"], after: {} }],
  ["a list", { collection: "model.elements", id: "web", field: ["holds"], after: ["order"] }],
  [
    "one value for another",
    { collection: "model.elements", id: "web", field: ["facts", "x"], before: "no", after: fact },
  ],
];

describe("finer", () => {
  test.each(table)("takes apart %s", (_, change, parts) => {
    expect(finer(change)).toEqual(parts);
    expect(finer(inverse(change))).toEqual(parts.filter(({ field }) => field?.[0] !== "parapet").map(inverse));
  });

  test.each(whole)("leaves whole: %s", (_, change) => {
    expect(finer(change)).toEqual([change]);
  });

  test("parts of what is put make what the whole makes", () => {
    fc.assert(
      fc.property(connectedDocument(), connectedDocument(), (a: Document, b: Document) => {
        const puts = difference(a, b).filter(({ after }) => after !== undefined);
        expect(canonicalText(apply(a, puts.flatMap(finer)))).toBe(canonicalText(apply(a, puts)));
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
