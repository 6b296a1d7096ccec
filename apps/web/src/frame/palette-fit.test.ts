import { describe, expect, test } from "vitest";
import { fit } from "./palette-fit.ts";

const best = (typed: string, ...texts: readonly string[]) =>
  texts.filter((text) => fit(text, typed) > 0).sort((a, b) => fit(b, typed) - fit(a, typed));

describe("the palette", () => {
  test.each([
    ["redis", ["Decomposition", "Redis redis"], ["Redis redis"]],
    [
      "report",
      ["Whoever reports a flaw is not heard", "Report: Summary"],
      ["Report: Summary", "Whoever reports a flaw is not heard"],
    ],
    ["store order", ["Orders database", "Orders of the store"], ["Orders of the store"]],
    ["code", ["Decode", "Code signing"], ["Code signing", "Decode"]],
  ])("%s", (typed, texts, expected) => expect(best(typed, ...texts)).toEqual(expected));

  test("nothing typed shows everything", () => expect(fit("Scoping", "")).toBe(1));
});
