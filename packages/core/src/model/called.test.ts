import { describe, expect, it, test } from "vitest";
import { nameOfCriterion, nameOfValue, several, titleOfThing } from "./called.ts";
import type { Document } from "./document.ts";
import type { Knowledge } from "./knowledge.ts";

const document: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    zones: { inside: { title: "Inside" } },
    elements: { db: { title: "Orders database", kind: "data-store", zone: "inside" }, api: { kind: "process" } },
  },
};

describe("what people call a thing", () => {
  it.each([
    ["db", "Orders database"],
    ["inside", "Inside"],
    ["api", "api"],
    ["gone", "gone"],
    ["model", "Shop"],
  ])("%s: %s", (id, title) => expect(titleOfThing(document, id)).toBe(title));

  test("several: the first five by name", () => {
    expect(several(["a", "b"], (id) => id.toUpperCase())).toBe("A, B");
    expect(several(["a", "b", "c", "d", "e", "f", "g"], (id) => id.toUpperCase())).toBe("A, B, C, D, E and 2 more");
  });

  test("a value of a pool, as the knowledge says it", () => {
    const pools = [{ id: "authentication", values: { none: { say: "not at all" } } }] as unknown as Knowledge["pools"];
    const called = (value: string) => nameOfValue({ pools }, "authentication", value);
    expect([called("none"), called("our-own-way"), called("constructor")]).toEqual([
      "not at all",
      "our own way",
      "constructor",
    ]);
  });

  test("a criterion", () => {
    expect(nameOfCriterion("guessing-stops@sign-in-brake")).toBe("guessing stops");
    expect(nameOfCriterion("alone")).toBe("alone");
  });
});
