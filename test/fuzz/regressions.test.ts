// What broken files once did to a reader: one row each, with what the reader says today. Rows that are about one file of a threat model
// stand in packages/core/src/model/files/read.test.ts.
import { derivedFacts, type Problem } from "@parapet/core";
import { readLayer } from "@parapet/core/files";
import { compile } from "@parapet/knowledge";
import { discover } from "@parapet/sources";
import { describe, expect, test } from "vitest";
import { catalogs, knowledge, texts } from "../laws/shipped.ts";

const base = { knowledge, texts, examples: {}, catalogs: catalogs as never };
const problemsOf = (result: { readonly ok: boolean; readonly problems?: readonly Problem[] }) => result.problems ?? [];

const readers = {
  model: (content: string) => problemsOf(readLayer("model", { file: "model.yaml", content })),
  knowledge: (text: string) => problemsOf(compile([{ path: "rules/own.yaml", text }], { derived: derivedFacts, base })),
  compose: (text: string) => discover([{ path: "compose.yaml", text }], knowledge).problems,
};

interface Row {
  readonly was: string;
  readonly reader: keyof typeof readers;
  readonly text: string;
  /** Code and line of the first problem. */
  readonly says: string;
}

const head = "parapet: 1\nsystem: Shop\n";
const rows: readonly Row[] = [
  {
    was: "said the whole of a long key",
    reader: "model",
    text: `${head}${"k".repeat(5000)}: 1\n`,
    says: "unknown-key 3",
  },
  {
    was: "said the whole of a long id",
    reader: "model",
    text: `${head}zones:\n  ${"k".repeat(5000)}: {kind: x}\n`,
    says: "bad-id 4",
  },
  {
    was: "said the whole of a long value",
    reader: "model",
    text: `${head}elements:\n  a: {holds: ${"k".repeat(5000)}}\n`,
    says: "wrong-type 4",
  },
  {
    was: "said the whole of a long key",
    reader: "knowledge",
    text: `id: own\n${"k".repeat(5000)}: 1\n`,
    says: "bad-knowledge 1",
  },
  { was: "told no line of two documents", reader: "knowledge", text: "id: own\n---\nid: own\n", says: "not-yaml 1" },
  { was: "told no line of an empty file", reader: "knowledge", text: "", says: "not-yaml 1" },
  {
    was: "looked for the place of each of many problems anew",
    reader: "knowledge",
    text: `id: own\nstride: [${"A!, ".repeat(60_000)}]\n`,
    says: "bad-knowledge 1",
  },
  {
    was: "said fifty thousand problems",
    reader: "knowledge",
    text: `id: own\ncontrols: [${"a, ".repeat(50_000)}]\n`,
    says: "bad-knowledge 1",
  },
  {
    was: "went through a million errors",
    reader: "compose",
    text: `      - 80:80\n    volumes:\n      x${": a".repeat(1_000_000)}\n`,
    says: "not-yaml 2",
  },
];

describe("a broken file", () => {
  test.each(rows)("$reader: $was", ({ reader, text, says }) => {
    const started = performance.now();
    const problems = readers[reader](text);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(`${problems[0]?.code} ${problems[0]?.where?.line}`).toBe(says);
    for (const { say, fix } of problems) expect(say.length + fix.length).toBeLessThan(1000);
  });
});
