// Every fact: ids are unique, declared ones are asked and tell things apart, computed ones are no where they mean nothing, all are documented.
// That each declared fact decides an example is proven in packages/knowledge/src/knowledge.test.ts; the values of each computed one in
// packages/core/src/decomposition/facts/derived.test.ts.
import { analyse, answersOf, type Document, derivedFacts, type Tree } from "@parapet/core";
import { describe, expect, test } from "vitest";
import {
  Columns,
  codes,
  factIndexOf,
  graphOf,
  kindOf,
  spaceOf,
  thingsIn,
} from "../packages/core/src/decomposition/index.ts";
import { exampleDocument, exampleNames, knowledge, now, ruleExamples, textOf } from "./laws/shipped.ts";

const documents: readonly Document[] = [
  ...exampleNames.map(exampleDocument),
  ...Object.values(ruleExamples).flatMap((byOutcome) =>
    Object.values(byOutcome).flatMap((all) => (all ?? []).map(({ model }) => ({ model }))),
  ),
];
const columns = documents.map((document) => new Columns(graphOf(document), knowledge, factIndexOf(knowledge), [], now));
const reference = textOf("docs/reference/facts.md");

/** The values that a fact has somewhere, on things of its kinds and on others. */
function valuesOf({ id, on }: { readonly id: string; readonly on: readonly string[] }) {
  const own = new Set<number>();
  const offKind = new Set<number>();
  for (const one of columns) {
    for (const space of new Set(on.map((kind) => spaceOf(kind as Parameters<typeof spaceOf>[0])))) {
      const column = one.column(id, space);
      thingsIn(one.graph, space).ids.forEach((_, i) => {
        const kind = kindOf(one.graph, space, i);
        const isOwn = on.includes(kind) || (kind === "flow" && on.includes("crossing"));
        (isOwn ? own : offKind).add(codes.valueOf(column[i] as number));
      });
    }
  }
  return { own, offKind };
}

const names = [...knowledge.facts, ...derivedFacts].map(({ id }) => id);

test("ids are unique among declared and computed facts", () => {
  expect(new Set(names).size).toBe(names.length);
});

describe.each(derivedFacts.map((fact) => ({ id: fact.id, fact })))("computed $id", ({ id, fact }) => {
  test("is no of what it is not about", () => {
    const { own, offKind } = valuesOf(fact);
    expect(own.size).toBeGreaterThan(0);
    expect([...offKind].filter((value) => value !== codes.NO)).toEqual([]);
  });

  test("is listed with its sentence", () => {
    expect(reference).toContain(`| \`${id}\` | ${fact.say} |`);
  });
});

/** What reads a computed fact by its name where no tree does: the file that does. A fact that nothing reads is removed. */
const readers: Readonly<Record<string, string>> = {
  "borders-internet": "packages/core/src/decomposition/exposure.ts",
  "names-third-party": "packages/core/src/decomposition/surface.ts",
  "open-to-internet": "packages/core/src/decomposition/exposure.ts",
  "reachable-anonymously": "packages/core/src/decomposition/exposure.ts",
};

/** The facts that the trees of rules and controls read, without their relations, and those that facts fall back on. */
const inTrees = new Set([
  ...knowledge.rules.flatMap(({ applies, except, unless }) => [applies, except, unless].flatMap(factsOf)),
  ...knowledge.controls.flatMap(({ after }) => factsOf(after)),
  ...knowledge.facts.flatMap(({ fallback }) => fallback ?? []),
]);

function factsOf(tree: Tree | undefined): readonly string[] {
  if (tree === undefined) return [];
  if (typeof tree === "string") return [tree.slice(tree.indexOf(".") + 1)];
  return [...(tree.all ?? []), ...(tree.any ?? []), ...(tree.none ?? [])].flatMap(factsOf);
}

test("every computed fact is read by a rule or a control, or by the code that is listed for it", () => {
  const unread = derivedFacts.filter(({ id }) => !inTrees.has(id)).map(({ id }) => id);
  expect(unread.sort()).toEqual(Object.keys(readers).sort());
});

test.each(Object.entries(readers))("%s is read in %s", (id, path) => {
  expect(textOf(path)).toMatch(new RegExp(`\\.column\\("${id}"`));
});

/** What is asked of the documents: facts and pools, and the natures that one question lists. */
const asked = new Set(
  documents.flatMap((document) => {
    const analysis = analyse(document, knowledge, { now });
    return analysis.questions.flatMap((question) =>
      question.fact === "natures" ? answersOf(analysis, question) : [question.fact],
    );
  }),
);

describe.each(knowledge.facts.map((fact) => ({ id: fact.id, fact })))("declared $id", ({ id, fact }) => {
  test("is yes somewhere and not yes elsewhere", () => {
    const { own } = valuesOf(fact);
    expect([...own]).toContain(codes.YES);
    expect(own.size).toBeGreaterThan(1);
  });

  test("is asked, itself or by its pool", () => {
    expect(asked.has(fact.pool ?? id)).toBe(true);
  });

  test("is documented", () => {
    expect(reference).toContain(`\n### ${id}\n\nYes: ${fact.say}.\n`);
  });
});
