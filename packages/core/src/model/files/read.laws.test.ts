import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { layerNames } from "../document.ts";
import { parse } from "./parse.ts";
import { readLayer } from "./read.ts";
import { arbitraryLayer } from "./testing/arbitrary.ts";
import { restyle } from "./testing/restyle.ts";

const bits = [
  "\n",
  "  ",
  ":",
  ": ",
  "- ",
  "#",
  " #",
  "{",
  "}",
  "[",
  "]",
  ",",
  '"',
  "'",
  "|",
  ">",
  "|-\n",
  "? ",
  "&a ",
  "*a",
  "!!str ",
  "%",
  "@",
  "`",
  "\t",
  "\r",
  "\r\n",
  "---\n",
  "...\n",
  "<<: ",
  "__proto__",
  "0x1F",
  "1e5",
  ".5",
  "0o7",
  "-.inf",
  "1_000",
  "~",
  "null",
  "true",
  "yes",
  "é",
  "\u2028",
  "\u0085",
  "\ufeff",
  "e\u0301",
  "\\",
  "\\x41",
  "a: b",
  "\n\n",
  "\n    ",
  "|+\n",
  ">-\n",
  "=",
  "12:30",
  "2001-01-01",
  "-0",
  "00",
  "1.",
  "\u0000",
  "parapet: 1\n",
];
const damage = fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom(...bits));

/** A valid text with some characters put in, taken out or cut off. */
const damaged = fc
  .tuple(
    arbitraryLayer("model"),
    fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
    fc.array(damage, { maxLength: 2 }),
    fc.oneof(fc.constant(100_000), fc.nat(3000)),
  )
  .map(([value, dice, damages, cut]) => {
    let text = restyle(value, dice)
      .replace(/[\ufeff\ufffe\uffff]/g, "x")
      .slice(0, 20 + cut);
    for (const [at, length, put] of damages) {
      const place = at % text.length;
      text = text.slice(0, place) + put + text.slice(place + (length > 6 ? 0 : length));
    }
    return text;
  });

test("whatever is read as plain YAML has the same value for both parsers", () => {
  let accepted = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      const mine = parse("f", text, 100_000);
      if (!mine.ok || typeof mine.value.value !== "object" || mine.value.value === null) return;
      accepted++;
      const theirs = parseDocument(text, { logLevel: "silent" });
      expect(
        theirs.errors.map((error) => error.message),
        text,
      ).toEqual([]);
      expect(JSON.stringify(theirs.toJS()).normalize("NFC"), text).toBe(JSON.stringify(mine.value.value));
    }),
    { numRuns: 200 },
  );
  expect(accepted).toBeGreaterThan(40);
});

test("reading never throws, and each problem names its file and what to do", () => {
  const anything = fc.oneof(damaged, fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 200 }));
  fc.assert(
    fc.property(fc.constantFrom(...layerNames), anything, (layer, content) => {
      const read = readLayer(layer, { file: "f", content });
      if (read.ok) return;
      expect(read.problems.length).toBeGreaterThan(0);
      for (const { say, fix, where } of read.problems) {
        expect(where?.file).toBe("f");
        expect(say.length * fix.length).toBeGreaterThan(0);
        if (where?.column !== undefined) expect(Math.min(where.column, where.line ?? 0)).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});
