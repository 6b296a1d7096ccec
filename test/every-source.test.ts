// Every source: samples that it alone takes for its own and that show something with file and line, a field map, no throw on anything.
import { discover, sources } from "@parapet/sources";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filesBelow } from "./architecture/source-files.ts";
import { knowledge, textOf } from "./laws/shipped.ts";

const { technologies } = knowledge;
const context = { technologies, file: () => undefined };
const folderOf = (id: string): string => `packages/sources/src/${id}`;

/** The samples of a source, with paths from its samples folder. */
function samplesOf(id: string): readonly { readonly path: string; readonly text: string }[] {
  const folder = `${folderOf(id)}/samples/`;
  return filesBelow(folder, [""])
    .filter((path) => !path.endsWith(".ts"))
    .map((path) => ({ path: path.slice(folder.length), text: textOf(path) }));
}

test("ids are unique", () => {
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  expect(sources.length).toBeGreaterThanOrEqual(2);
});

describe.each(sources.map((source) => ({ id: source.id, source })))("$id", ({ id, source }) => {
  const samples = samplesOf(id);
  const own = samples.filter(({ path, text }) => source.detects(path, text.slice(0, 4096)));

  test("has a field map that says what is lost", () => {
    expect(textOf(`${folderOf(id)}/README.md`)).toMatch(/\blost\b/i);
  });

  test("has samples that it takes for its own, and no other source does", () => {
    expect(own).not.toEqual([]);
    for (const { path, text } of own)
      expect(sources.filter((other) => other.detects(path, text.slice(0, 4096))).map((other) => other.id)).toEqual([
        id,
      ]);
  });

  test("shows things of its samples, each with file and line, and the same each time", () => {
    const { observed, notes, problems } = discover(samples, { technologies });
    expect(problems).toEqual([]);
    expect(notes.filter(({ code, where }) => code !== "source-note" || where?.file === undefined)).toEqual([]);
    const { parapet: _, ...collections } = observed;
    const things = Object.entries(collections).flatMap(([collection, all]) =>
      ["roles", "facts", "sources"].includes(collection) ? [] : Object.entries(all as object),
    ) as [string, { readonly seen?: string | readonly string[] }][];
    expect(things.length).toBeGreaterThan(5);
    const lost = things.filter(([, { seen }]) => ![seen ?? []].flat().some((at) => /^[^:]+:\d+$/.test(at)));
    expect(lost.map(([thing]) => thing)).toEqual([]);
    expect(discover([...samples].reverse(), { technologies }).observed).toEqual(observed);
  });

  test("never throws, whatever its file holds", () => {
    const sample = own[0]?.text ?? "";
    const broken = fc
      .record({ from: fc.nat(sample.length), length: fc.nat(40), put: fc.string() })
      .map(({ from, length, put }) => sample.slice(0, from) + put + sample.slice(from + length));
    fc.assert(
      fc.property(fc.oneof(fc.string(), broken), (text) => {
        const { reading, problems } = source.read({ path: own[0]?.path ?? "x", text }, context);
        if (!reading) expect(problems).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
