// Every problem code is raised somewhere in the sources, is tried by a test, and is documented; no other is raised.
import { problemCodes } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { filesBelow } from "./architecture/source-files.ts";
import { textOf } from "./laws/shipped.ts";

const files = [...filesBelow("packages", [".ts"]), ...filesBelow("apps", [".ts"])].filter(
  (path) => path !== "packages/core/src/model/problem.ts",
);
const isTest = (path: string): boolean =>
  path.endsWith(".test.ts") || path.includes("/testing/") || path.includes("/samples/") || path.endsWith(".fixture.ts");
const sources = files.filter((path) => !isTest(path)).map(textOf);
const tests = [...files.filter(isTest), ...filesBelow("test", [".ts"])]
  .filter((path) => path !== "test/every-problem.test.ts")
  .map(textOf);
const reference = textOf("docs/reference/problems.md");
const codes = Object.entries(problemCodes);

describe.each(codes)("%s", (code, say) => {
  test("is raised somewhere", () => {
    expect(sources.some((text) => text.includes(`"${code}"`))).toBe(true);
  });

  test("is expected by a test", () => {
    expect(tests.some((text) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text))).toBe(true);
  });

  test("is documented by its sentence", () => {
    expect(reference).toContain(`| \`${code}\` | ${say} |`);
    expect(say).toMatch(/^[A-Z].*\.$/);
  });
});
