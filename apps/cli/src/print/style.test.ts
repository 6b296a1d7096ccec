import { expect, test } from "vitest";
import { columns, fitted, isCommandLine } from "./style.ts";

const long = "word ".repeat(20).trim();
const id = "x".repeat(90);

test.each([
  ["what fits stays", "short\n  lines", "short\n  lines"],
  ["a paragraph goes on where it began", long, `${"word ".repeat(16).trim()}\n${"word ".repeat(4).trim()}`],
  ["a line further in goes on deeper", `  ${long}`, `  ${"word ".repeat(15).trim()}\n    ${"word ".repeat(5).trim()}`],
  ["a command stays whole", `  parapet answer ${long}`, `  parapet answer ${long}`],
  ["so does a word that has no place to break", id, id],
])("%s", (_name, text, said) => {
  expect(fitted(text)).toBe(said);
  expect(fitted(said)).toBe(said);
});

test("a command is told by its first word", () => {
  expect(["  parapet run", "parapet", "Run parapet run", "parapets run"].map(isCommandLine)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("the last column is broken under itself, unless it has no room", () => {
  expect(columns([["a", long]])).toBe(`a  ${"word ".repeat(15).trim()}\n   ${"word ".repeat(5).trim()}`);
  expect(columns([["a".repeat(70), "one two three"]])).toBe(`${"a".repeat(70)}  one two three`);
});
