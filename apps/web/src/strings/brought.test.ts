// Law: strings are there before what shows them. Each page that comes by `import()`, and the start, adds the parts of the strings that
// it names itself or by what it imports; what the start adds is there for all.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const start = join(folder, "main.tsx");
const sources = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^testing\//.test(file) && !file.startsWith("guest"))
    .map((file) => [join(folder, file), withoutComments(readFileSync(join(folder, file), "utf8"))]),
);
const pages = [...sources].flatMap(([file, text]) => addressed(file, text, /\bimport\(\s*"(\.[^"]+)"/g));
const atStart = addedBy(reachedFrom(start));

describe("the strings of", () => {
  it("the start are few", () => expect([...atStart].sort()).toEqual(["changes", "frame", "inspector", "words"]));

  it("pages are looked at", () => expect(new Set(pages).size).toBeGreaterThan(20));

  it.each([...new Set([start, ...pages])].map((page) => [page.slice(folder.length), page]))(
    "%s come with it",
    (_, page) => {
      const files = reachedFrom(page);
      const added = new Set([...atStart, ...addedBy(files)]);
      const missing = Object.keys(en).filter((part) => !added.has(part) && files.some((file) => names(part, file)));
      expect(missing, "addStrings({ … }) of these where the page is defined").toEqual([]);
    },
  );
});

/** A file and all that are there when it runs. */
function reachedFrom(page: string): readonly string[] {
  const reached = new Set([page]);
  for (const file of reached)
    for (const next of addressed(
      file,
      sources.get(file) ?? "",
      /^(?:import "|(?:import|export) (?!type\b)[^;"]* from ")(\.[^"]+)"/gm,
    ))
      if (sources.has(next)) reached.add(next);
  return [...reached];
}

function addressed(file: string, text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, path]) => join(dirname(file), path as string));
}

function addedBy(files: readonly string[]): ReadonlySet<string> {
  const calls = files.flatMap((file) => [...(sources.get(file) ?? "").matchAll(/^ *addStrings\(\{([^}]*)\}\)/gm)]);
  return new Set(calls.flatMap(([, parts]) => [...(parts as string).matchAll(/\w+/g)].map(([part]) => part)));
}

function names(part: string, file: string): boolean {
  return new RegExp(`["'\`]${part}\\.[A-Za-z$]`).test(sources.get(file) ?? "");
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
}
