import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import { carryOver } from "./carry-over.ts";
import { canonicalText } from "./changes.ts";
import type { Document } from "./document.ts";
import { connectedDocument } from "./testing/arbitrary-document.ts";

type Element = NonNullable<Document["model"]["elements"]>[string];

/** A document with one element (none when undefined). */
function web(element: Element | undefined, more: Partial<Document> = {}): Document {
  return { model: { parapet: 1, system: "Shop", elements: element ? { web: element } : {} }, ...more };
}
const comments = (ids: readonly string[]): Partial<Document> => ({
  register: {
    parapet: 1,
    comments: Object.fromEntries(ids.map((id) => [id, { on: "web", by: "ann", at: "2026-11-24", text: id }])),
  },
});
const base: Element = { kind: "process", title: "Web", holds: ["order"] };

const renamed: Document = {
  model: { parapet: 1, system: "Shop", elements: { site: { ...base, was: ["web"] } } },
};

/** Seen · what I made of it · what stands now · what comes of it, or the field that contradicts. */
const table: readonly (readonly [string, Document, Document, Document, Document | string])[] = [
  [
    "another field of the same thing",
    web(base),
    web({ ...base, title: "Site" }),
    web({ ...base, zone: "inner" }),
    web({ ...base, title: "Site", zone: "inner" }),
  ],
  [
    "another member of the same set",
    web(base),
    web({ ...base, holds: ["order", "card"] }),
    web({ ...base, holds: ["order", "log"] }),
    web({ ...base, holds: ["order", "log", "card"] }),
  ],
  [
    "the same value",
    web(base),
    web({ ...base, title: "Site" }),
    web({ ...base, title: "Site" }),
    web({ ...base, title: "Site" }),
  ],
  ["another value", web(base), web({ ...base, title: "Site" }), web({ ...base, title: "Shop" }), "title"],
  ["a value of a thing that is gone", web(base), web({ ...base, zone: "inner" }), web(undefined), "zone"],
  [
    "a value of a thing that has another id by now",
    web(base),
    web({ ...base, title: "Site", holds: ["order", "card"] }),
    renamed,
    {
      model: {
        ...renamed.model,
        elements: { site: { ...base, was: ["web"], title: "Site", holds: ["order", "card"] } },
      },
    },
  ],
  ["a thing that has another id by now, removed", web(base), web(undefined), renamed, "web"],
  ["a thing that was edited, removed", web(base), web(undefined), web({ ...base, title: "Shop" }), "web"],
  [
    "a member of a list that is unknown by now",
    web(base),
    web({ ...base, holds: ["order", "card"] }),
    web({ kind: "process", title: "Web" }),
    "card",
  ],
  [
    "the first comment beside the first comment",
    web(base),
    web(base, comments(["mine"])),
    web(base, comments(["theirs"])),
    web(base, comments(["theirs", "mine"])),
  ],
  [
    "the first fact beside the first fact",
    web(base),
    web({ ...base, facts: { logs: "yes" } }),
    web({ ...base, facts: { encrypts: "no" } }),
    web({ ...base, facts: { encrypts: "no", logs: "yes" } }),
  ],
  ["the same thing put by both, otherwise", web(undefined), web(base), web({ ...base, title: "Shop" }), "web"],
];

describe("carryOver", () => {
  test.each(table)("%s", (_, seen, made, present, expected) => {
    const { changes, contradicted } = carryOver(made, seen, present);
    if (typeof expected === "string") {
      expect(contradicted.map(({ id, field }) => field?.at(-1) ?? id)).toEqual([expected]);
    } else {
      expect(contradicted).toEqual([]);
      expect(canonicalText(apply(present, changes))).toBe(canonicalText(expected));
    }
  });

  test("what nobody touched meanwhile is made in full, and what is made already changes nothing", () => {
    fc.assert(
      fc.property(connectedDocument(), connectedDocument(), (seen, made) => {
        const alone = carryOver(made, seen, seen);
        expect(alone.contradicted).toEqual([]);
        expect(canonicalText(apply(seen, alone.changes))).toBe(canonicalText(made));
        expect(carryOver(made, seen, made)).toEqual({ changes: [], contradicted: [] });
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
