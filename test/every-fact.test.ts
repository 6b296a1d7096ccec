// Every fact: ids are unique, declared ones are asked and tell things apart, computed ones are no where they mean nothing, all are documented.
// That each declared fact decides an example is proven in packages/knowledge/src/knowledge.test.ts; the values of each computed one in
// packages/core/src/decomposition/facts/derived.test.ts.
import { analyse, answersOf, type Document, derivedFacts } from "@parapet/core";
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
import { filesBelow } from "./architecture/source-files.ts";
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

/** Computed facts that only an organisation's own rules can read so far. One that is read leaves this list; one that a shipped rule reads no more enters it, in sight of a review. */
const onlyForOwnRules = [
  "calls-third-party",
  "carries-card",
  "carries-confidential",
  "carries-credentials",
  "carries-known",
  "carries-personal",
  "carries-restricted",
  "crosses-machine",
  "crosses-process",
  "crosses-third-party",
  "crosses-user",
  "from-untrusted",
  "handles-known",
  "has-children",
  "has-protocol",
  "in-untrusted-zone",
  "is-classified",
  "is-confidential",
  "is-credential",
  "is-health",
  "is-internet",
  "is-restricted",
  "is-special-category",
  "leaves-system",
  "leaves-trust",
  "names-data-store",
  "names-third-party",
  "on-several-zones",
  "opens-known",
  "receives-confidential",
  "segment-allows",
  "takes-confidential",
  "takes-data",
  "version-known",
];

/** What reads facts by id beside the rules: other facts, questions, the analysis. */
const sources = filesBelow("packages", [".ts"])
  .filter((path) => !path.includes(".test.") && !path.includes("/testing/"))
  .map(textOf);
const trees = JSON.stringify([
  knowledge.rules.map(({ applies, except, unless }) => [applies, except, unless]),
  knowledge.facts,
]);

test("every computed fact is read by a rule, by another fact or by the analysis, but for those listed", () => {
  const unread = derivedFacts.filter(({ id }) => {
    const isInTrees = new RegExp(`["\\.]${id}"`).test(trees);
    const mentions = sources.reduce((sum, text) => sum + text.split(`"${id}"`).length - 1, 0);
    return !isInTrees && mentions < 2;
  });
  expect(unread.map(({ id }) => id).sort()).toEqual(onlyForOwnRules);
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
