import { describe, expect, test } from "vitest";
import {
  isTaken,
  missingEntry,
  missingThings,
  needsFuture,
  needsOwner,
  needsReason,
  needsSome,
  newId,
  notPast,
} from "./checks.ts";
import type { Document } from "./document.ts";
import { effective } from "./effective.ts";

const document: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    zones: { inner: {} },
    elements: { web: { was: ["site"] }, debug: { ignore: "not in production" } },
    features: { "saved-cards": {} },
  },
  observed: { parapet: 1, elements: { db: {}, debug: {} } },
};
const laid = effective(document);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

test.each([
  ["web", true],
  ["db", true],
  ["inner", true],
  ["site", true],
  ["debug", true],
  ["saved-cards", true],
  ["constructor", false],
  ["cache", false],
])("isTaken %s: %s", (id, taken) => {
  expect(isTaken(document, laid, id)).toBe(taken);
});

describe("newId", () => {
  const taken = (id: string) => ["orders", "orders-inner"].includes(id);
  test.each([
    [{ id: "cache" }, "cache"],
    [{ title: "Cache" }, "cache"],
    [{ title: "Orders" }, "orders-data-store"],
    [{ id: "Cache" }, "bad-id"],
    [{ id: "model" }, "bad-id"],
    [{ id: "orders" }, "duplicate-id"],
    [{ title: "!!" }, "duplicate-id"],
    [{ title: "漢字" }, "n95ae5bc0"],
    [{ title: "Склад" }, "n2815d45f"],
    [{}, "missing-key"],
  ])("%o → %s", (input, expected) => {
    const result = newId(input, { zone: "inner", kind: "data-store" }, taken);
    expect(result.ok ? result.value : result.problems[0]?.code).toBe(expected);
  });
});

describe("missingThings", () => {
  test.each<[string | readonly string[] | undefined, ("zones" | "elements")[], string[]]>([
    [undefined, ["zones"], []],
    ["inner", ["zones"], []],
    ["site", ["elements"], []],
    [["web", "db"], ["elements"], []],
    ["iner", ["zones"], ["There is no zone iner. Did you mean inner?"]],
    ["web", ["zones"], ["web is an element, not a zone. Add web first, or name another zone."]],
    [
      ["web", "nowhere"],
      ["elements", "zones"],
      ["There is no thing nowhere. Add nowhere first, or name another thing."],
    ],
  ])("%s of %s", (ids, collections, said) => {
    expect(missingThings(laid, "zone", ids, collections).map(({ say, fix }) => `${say} ${fix}`)).toEqual(said);
  });
});

test("missingEntry names the nearest", () => {
  expect(missingEntry("assumption", { "managed-laptops": {} }, "managed-laptops")).toEqual([]);
  expect(missingEntry("assumption", { "managed-laptops": {} }, "managed-laptop")).toEqual([
    {
      code: "dangling-reference",
      say: "There is no assumption managed-laptop.",
      fix: "Did you mean managed-laptops?",
      where: { path: ["id"] },
    },
  ]);
  expect(codes(missingEntry("assumption", undefined, "constructor"))).toEqual(["dangling-reference"]);
  expect(codes(missingEntry("assumption", {}, "constructor"))).toEqual(["dangling-reference"]);
});

test("dates, owners, reasons", () => {
  expect(codes(needsFuture(undefined, "2026-11-24"))).toEqual(["needs-review-date"]);
  expect(codes(needsFuture("2026-11-24", "2026-11-24"))).toEqual(["needs-review-date"]);
  expect(needsFuture("2026-11-25", "2026-11-24")).toEqual([]);
  expect(codes(notPast("2026-11-23", "2026-11-24"))).toEqual(["bad-argument"]);
  expect(notPast("2026-11-24", "2026-11-24")).toEqual([]);
  expect(codes(needsOwner(" "))).toEqual(["needs-owner"]);
  expect(needsOwner("ann")).toEqual([]);
  expect(codes(needsReason(undefined, "it"))).toEqual(["needs-rationale"]);
  expect(needsReason("because", "it")).toEqual([]);
  expect(codes(needsSome({ id: "a" }, ["owner", "due"]))).toEqual(["bad-argument"]);
  expect(needsSome({ due: "2026-11-24" }, ["owner", "due"])).toEqual([]);
});
