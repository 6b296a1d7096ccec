import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonParts } from "./json.ts";

const written = (value: object) => [...jsonParts(value)].join("");

test("is what JSON.stringify gives", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(written(value)).toBe(JSON.stringify(value));
    }),
  );
});

test.each([0, 1, 999, 1000, 1001, 2000, 2001])("a list of %i items too", (length) => {
  const value = { before: undefined, list: Array.from({ length }, (_, i) => ({ i, text: "“”" })), after: [] };
  expect(written(value)).toBe(JSON.stringify(value));
});
