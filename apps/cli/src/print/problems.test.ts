// Where a problem or note is stands before it once.
import { Writable } from "node:stream";
import type { Problem } from "@parapet/core";
import { expect, test } from "vitest";
import { printNotes, printProblems } from "./problems.ts";

function printed(print: (problems: readonly Problem[], stream: NodeJS.WritableStream) => void, one: Problem): string {
  const parts: string[] = [];
  const stream = new Writable({
    write: (part, _encoding, done) => {
      parts.push(String(part));
      done();
    },
  });
  print([one], stream);
  return parts.join("");
}

const file = "a/compose.yaml";
const about = (say: string, where: Problem["where"]): Problem =>
  ({ code: "not-text", say, fix: "Save it.", where }) as Problem;

test.each([
  ["the sentence begins with it", about(`${file} is not text.`, { file }), `· ${file} is not text.\n`],
  ["the sentence names another thing", about("A secret stands there.", { file }), `· ${file} A secret stands there.\n`],
  ["a line is known too", about(`${file} is odd.`, { file, line: 3 }), `· ${file}:3 ${file} is odd.\n`],
  ["a longer path begins alike", about(`${file}.bak is odd.`, { file }), `· ${file} ${file}.bak is odd.\n`],
])("the path of a note, where %s", (_, note, text) => {
  expect(printed(printNotes, note)).toBe(text);
});

test("the place of a problem is the line above it, for people and editors alike", () => {
  expect(printed(printProblems, about(`${file} is not text.`, { file }))).toBe(
    `${file}\n✗ ${file} is not text.\n  Save it.\n`,
  );
  expect(printed(printProblems, about("It is odd.", { file, line: 2 }))).toBe(`${file}:2\n✗ It is odd.\n  Save it.\n`);
});
