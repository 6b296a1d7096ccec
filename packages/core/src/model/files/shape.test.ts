import { describe, expect, test } from "vitest";
import { layers } from "../document.ts";
import { below, mapShape, sameMeaning, saysNothing, withoutEmpty } from "./shape.ts";

const model = layers.model.schema;

test("a shape is found through records, optional keys, lists and unions", () => {
  const element = below(below(model, "elements"), "web");
  expect(mapShape(element)?.kind === "object" && mapShape(element)).toMatchObject({ kind: "object" });
  expect(mapShape(below(element, "facts"))?.kind).toBe("record");
  expect(mapShape(below(below(element, "facts"), "logged"))).toMatchObject({
    kind: "object",
    required: new Set(["value"]),
  });
  expect(mapShape(below(below(below(model, "scope"), "out"), 0))).toMatchObject({ keys: ["what", "why"] });
  expect(mapShape(below(layers.policy.schema, "gates"))).toMatchObject({ kind: "record" });
  expect(below(model, "nowhere")).toBeUndefined();
  expect(below(undefined, "x")).toBeUndefined();
});

describe("what says nothing", () => {
  test.each([
    ["an empty collection", model, "zones", {}, true],
    ["a filled one", model, "zones", { a: {} }, false],
    ["an empty list says none", below(below(model, "elements"), "web"), "holds", [], false],
    ["a thing without fields is a thing", below(model, "zones"), "a", {}, false],
    ["a required map", layers.people.schema, "people", {}, false],
  ] as const)("%s", (_, schema, key, value, expected) => {
    expect(saysNothing(schema, key, value)).toBe(expected);
  });

  test("is left out, and only that", () => {
    expect(withoutEmpty(model, { zones: {}, roles: { any: {} }, elements: { web: { facts: {}, holds: [] } } })).toEqual(
      {
        roles: { any: {} },
        elements: { web: { holds: [] } },
      },
    );
  });
});

describe("the same meaning", () => {
  const cases: readonly (readonly [string, object, object, boolean])[] = [
    ["keys in another order", { a: { kind: "process", zone: "x" } }, { a: { zone: "x", kind: "process" } }, true],
    ["a set in another order", { a: { holds: ["x", "y"] } }, { a: { holds: ["y", "x"] } }, true],
    ["a set with another member", { a: { holds: ["x", "y"] } }, { a: { holds: ["x", "z"] } }, false],
    ["a list in another order", { a: { seen: ["x:1", "y:2"] } }, { a: { seen: ["y:2", "x:1"] } }, false],
    ["an empty map and none", { a: { facts: {} } }, { a: {} }, true],
    ["none and an empty list", { a: {} }, { a: { holds: [] } }, false],
    ["a field more", { a: {} }, { a: { zone: "x" } }, false],
    ["a field less", { a: { zone: "x" } }, { a: {} }, false],
    ["a thing more", { a: {} }, { a: {}, b: {} }, false],
    ["a value and a map", { a: { facts: { f: "yes" } } }, { a: { facts: { f: { value: "yes" } } } }, false],
  ];
  test.each(cases)("%s", (_, a, b, expected) => {
    expect(sameMeaning(model, { elements: a }, { elements: b })).toBe(expected);
    expect(sameMeaning(model, { elements: b }, { elements: a })).toBe(expected);
  });
});
