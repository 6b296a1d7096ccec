import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { literalText, readsAsString, scalarText } from "./scalars.ts";

describe("plain where that is safe", () => {
  const plain = [
    "checkout-api",
    "2026-11-24",
    "POST /orders",
    "it's fine",
    "yes",
    "https://example.org/a?b=c#d",
    "Zürich – Altstadt",
    "a#b",
    "postgres:16",
  ];
  const quoted = [
    "",
    " a",
    "a ",
    "a: b",
    "a #b",
    "a:",
    "null",
    "~",
    "true",
    "1",
    "-1",
    "0x1F",
    "1e3",
    ".5",
    "1_000",
    "12:30",
    "- a",
    "#a",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "[a]",
    "{a}",
    "'a'",
    '"a"',
    "a\tb",
    "a\nb",
    "|",
    ">",
    "?",
    "\u2028",
    "---",
  ];
  test.each(plain)("%j", (value) => {
    expect(scalarText(value, { flow: true })).toBe(value);
  });
  test.each(quoted)("%j is quoted", (value) => {
    expect(scalarText(value, { flow: false })).toMatch(/^"/);
  });
  test.each([...plain, ...quoted, "a, b", "a]", "\ud83d", "\u0007\u007f\ufeff"])(
    "%j reads back by both parsers, in block and flow",
    (value) => {
      const block = `k: ${scalarText(value, { flow: false })}\n`;
      const flow = `{k: ${scalarText(value, { flow: true })}, l: [${scalarText(value, { flow: true })}]}\n`;
      for (const read of [load, parse]) {
        expect(read(block)).toEqual({ k: value });
        expect(read(flow)).toEqual({ k: value, l: [value] });
      }
    },
  );
});

describe("lines as a literal block", () => {
  test.each(["a\nb", "a\nb\n", "a\n\nb", "a\n  b # c\n- d"])("%j", (value) => {
    const text = literalText(value, "  ");
    expect(text).toBeDefined();
    for (const read of [load, parse]) expect(read(`k: ${text}\nl: 1\n`)).toEqual({ k: value, l: 1 });
  });
  test.each(["a", "a\n", " a\nb", "a \nb", "a\nb\n\n", "a\n\tb", "a\r\nb", "\na"])("%j is none", (value) => {
    expect(literalText(value, "  ")).toBeUndefined();
  });
});

test.each([
  ["", false],
  ["~", false],
  ["null", false],
  ["Null", false],
  ["true", false],
  ["FALSE", false],
  ["12", false],
  ["-1.5e3", false],
  ["0o7", false],
  [".inf", false],
  ["-.INF", false],
  [".nan", false],
  ["yes", true],
  ["no", true],
  ["on", true],
  ["2026-11-24", true],
  ["1_000", true],
  ["nullable", true],
  ["0b1", true],
] as const)("%j reads as a text: %s", (word, expected) => {
  expect(readsAsString(word)).toBe(expected);
  expect(
    typeof load(`k: ${word}\n`) === "object" && typeof (load(`k: ${word}\n`) as { k: unknown }).k === "string",
  ).toBe(expected);
});
