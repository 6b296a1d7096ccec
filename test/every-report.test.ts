// Every artifact: files on a worked example and on a model of nothing, none empty, the same bytes each time, listed in ARCHITECTURE or guide.
// What each says is read back in packages/reports/src/artifacts.test.ts.
import { analyse, type Document, memberIds } from "@parapet/core";
import { artifacts, reports } from "@parapet/reports";
import { describe, expect, test } from "vitest";
import { exampleDocument, exampleNames, knowledge, now, texts } from "./laws/shipped.ts";

const diagram = { svg: "<svg/>\n", drawio: "<mxfile/>\n" };
const inputOf = (document: Document) => ({
  document,
  analysis: analyse(document, knowledge, { now }),
  knowledge,
  texts,
  diagram,
});
const blank = inputOf({ model: { parapet: 1, system: "Blank" } });
const worked = exampleNames.map((name) => ({ name, input: inputOf(exampleDocument(name)) }));

test("ids are unique, and no two artifacts write the same file", () => {
  expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length);
  for (const { input } of worked) {
    const paths = artifacts(input).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  }
});

test("some file tells a reader of each open critical and high threat", () => {
  for (const { name, input } of worked) {
    const page = artifacts(input, ["register"])
      .map(({ text }) => text)
      .join("\n");
    const severe = input.analysis.threats.filter(({ tier }) => tier === "critical" || tier === "high");
    expect(
      severe.filter(({ id }) => !page.includes(id)).map(({ id }) => id),
      name,
    ).toEqual([]);
  }
});

describe.each(reports.map((report) => ({ id: report.id, report })))("$id", ({ id, report }) => {
  test("is answered for by a member", () => {
    expect(memberIds).toContain(report.member);
    expect(report.title).toMatch(/^[A-Z]/);
  });

  test.each(worked)("says something of $name, twice with the same bytes", ({ input }) => {
    const files = artifacts(input, [id]);
    expect(files).not.toEqual([]);
    expect(files.filter(({ text }) => text.trim() === "").map(({ path }) => path)).toEqual([]);
    expect(files.filter(({ path }) => !/^[a-z0-9][a-z0-9./-]*$/.test(path)).map(({ path }) => path)).toEqual([]);
    expect(
      files.filter(({ text }) => /\bundefined\b|\bNaN\b|\[object Object\]/.test(text)).map(({ path }) => path),
    ).toEqual([]);
    expect(artifacts(structuredClone(input), [id])).toEqual(files);
  });

  test("is there, without a throw and without nonsense, for a model of nothing", () => {
    const files = artifacts(blank, [id]);
    expect(
      files.filter(({ text }) => /\bundefined\b|\bNaN\b|\[object Object\]/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});
