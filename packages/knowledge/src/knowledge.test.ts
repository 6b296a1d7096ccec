// The laws over the real knowledge folder, and every example of every rule run against the engine.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Analysis,
  analyse,
  canonicalText,
  cellsOf,
  type Document,
  derivedFacts,
  type Knowledge,
  type Rule,
  type Tree,
  threatsOf,
} from "@parapet/core";
import { describe, expect, it } from "vitest";
import type { KnowledgeText } from "./authoring/read.ts";
import { leavesOf } from "./authoring/tree.ts";
import { compile } from "./compile.ts";
import type { ExampleOutcome } from "./emit.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const now = "2026-11-24";

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : /\.(yaml|json)$/.test(entry.name) ? [path] : [];
  });
}

const folders = ["facts", "pools", "rules", "technologies", "controls", "attackers", "catalogs"];
const files: readonly KnowledgeText[] = [
  join(root, "release.yaml"),
  ...folders.flatMap((name) => filesUnder(join(root, name))),
].map((path) => ({
  path: relative(root, path).split(sep).join("/"),
  text: readFileSync(path, "utf8"),
}));
const compiled = compile(files, { derived: derivedFacts });
const problems = compiled.ok ? [] : compiled.problems.map((one) => `${one.where?.file}:${one.where?.line} ${one.say}`);
const { knowledge, texts, examples, catalogs } = compiled.ok
  ? compiled.value
  : {
      knowledge: {
        version: "",
        facts: [],
        pools: [],
        technologies: [],
        rules: [],
        controls: [],
        attackers: [],
      } as Knowledge,
      texts: undefined,
      examples: {},
      catalogs: [],
    };

describe("the knowledge folder", () => {
  it("keeps the laws of knowledge", () => {
    expect(problems).toEqual([]);
  });

  it("holds what the first release promises", () => {
    expect(knowledge.rules.length).toBeGreaterThanOrEqual(60);
    expect(knowledge.facts.length).toBeGreaterThanOrEqual(50);
    expect(knowledge.technologies.length).toBeGreaterThanOrEqual(40);
    expect(knowledge.controls.length).toBeGreaterThanOrEqual(40);
  });

  it("compiles to the same bytes whatever the order of the files", () => {
    const again = compile([...files].reverse(), { derived: derivedFacts });
    expect(again.ok && JSON.stringify(again.value)).toBe(JSON.stringify(compiled.ok && compiled.value));
  });

  it("has texts for every rule, control, fact and pool", () => {
    const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id).sort();
    expect(Object.keys(texts?.rules ?? {}).sort()).toEqual(ids(knowledge.rules));
    expect(Object.keys(texts?.controls ?? {}).sort()).toEqual(ids(knowledge.controls));
    expect(Object.keys(texts?.facts ?? {}).sort()).toEqual(ids([...knowledge.facts, ...knowledge.pools]));
  });

  it.each([
    ["capec", 559, "94", "Adversary in the Middle (AiTM)"],
    ["cwe", 944, "319", "Cleartext Transmission of Sensitive Information"],
    ["asvs-5.0", 345, "V12.2", "HTTPS Communication with External Facing Services"],
  ])("catalog %s has its %i active records and official titles", (id, records, entry, title) => {
    const catalog = catalogs.find((one) => one.id === id);
    expect(catalog?.records).toBe(records);
    expect(Object.keys(catalog?.levels ?? catalog?.titles ?? {})).toHaveLength(records);
    expect(catalog?.titles[entry]).toBe(title);
  });

  it("links catalogs to records that exist", () => {
    const known = Object.fromEntries(catalogs.map((one) => [one.id, one.levels ?? one.titles]));
    const dangling = (from: string, to: string) =>
      Object.values(catalogs.find((one) => one.id === from)?.links ?? {})
        .flat()
        .filter((id) => !Object.hasOwn(known[to] ?? {}, String(id)));
    expect(dangling("capec", "cwe")).toEqual([]);
    expect(dangling("cwe", "asvs-5.0")).toEqual([]);
  });
});

const lacking = new Map(
  knowledge.rules.map(({ id }) => [id, { ...knowledge, rules: knowledge.rules.filter((one) => one.id !== id) }]),
);

function without(rule: string): Knowledge {
  return lacking.get(rule) as Knowledge;
}

const findingOf: Readonly<Record<Exclude<ExampleOutcome, "passes">, string>> = {
  flags: "open",
  asks: "asked",
  addresses: "addressed",
};

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly outcome: ExampleOutcome;
  readonly at: string;
  readonly about?: string;
  readonly document: Document;
}

const cases: readonly Case[] = Object.entries(examples).flatMap(([rule, byOutcome]) =>
  Object.entries(byOutcome).flatMap(([outcome, list]) =>
    (list ?? []).map((example, index) => ({
      name: `${rule} ${outcome} ${index + 1}`,
      rule,
      outcome: outcome as ExampleOutcome,
      at: example.at,
      ...(example.about === undefined ? {} : { about: example.about }),
      document: { model: example.model },
    })),
  ),
);

function leavesOfTrees(rule: Rule) {
  return [...leavesOf(rule.applies), ...leavesOf(rule.except), ...leavesOf(rule.unless)];
}

function threatOf(analysis: Analysis, { rule, at }: Case) {
  return threatsOf(analysis).find((threat) => threat.id === `${rule}@${at}`);
}

describe("every example of every rule", () => {
  it.each(cases.filter((one) => one.outcome !== "passes"))("$name", (one) => {
    const analysis = analyse(one.document, knowledge, { now });
    const threat = threatOf(analysis, one);
    expect(threat?.finding).toBe(findingOf[one.outcome as keyof typeof findingOf]);
    if (one.about !== undefined) {
      expect(threat?.asks).toContain(one.about);
      expect(analysis.questions.map((question) => question.id)).toContain(one.about);
    }
    const off = analyse(one.document, without(one.rule), { now });
    expect(threatOf(off, one)).toBeUndefined();
    expect(canonicalText(off.threats)).not.toBe(canonicalText(analysis.threats));
  });

  it.each(cases.filter((one) => one.outcome === "passes"))("$name", (one) => {
    const rule = knowledge.rules.find((other) => other.id === one.rule) as Rule;
    const analysis = analyse(one.document, { ...knowledge, rules: [rule] }, { now });
    expect(threatOf(analysis, one)).toBeUndefined();
    // Not latent either, which would show as a cell that waits for an answer.
    const rows = analysis.coverage.filter((row) => row.subject === one.at);
    expect(
      rows.flatMap((row) => cellsOf(row).flatMap(([category, cell]) => (rule.stride.includes(category) ? [cell] : []))),
    ).not.toContain("asked");
  });
});

describe("every declared fact", () => {
  /** A fact that is no everywhere: it is defined on nothing, and nobody states it. */
  const never = { ...knowledge.facts[0], id: "never", on: [] } as unknown as Knowledge["facts"][number];
  const facts = [...knowledge.facts, never];

  /** The rule with one fact of its trees always no. */
  function denied(rule: Rule, fact: string): Rule {
    const deny = (tree: Tree): Tree =>
      typeof tree === "string"
        ? tree.slice(tree.indexOf(".") + 1) === fact
          ? "never"
          : tree
        : (Object.fromEntries(Object.entries(tree).map(([key, branches]) => [key, branches.map(deny)])) as Tree);
    const { applies, except, unless } = rule;
    return {
      ...rule,
      applies: deny(applies),
      ...(except ? { except: deny(except) } : {}),
      ...(unless ? { unless: deny(unless) } : {}),
    };
  }

  /** The findings of examples when the knowledge holds this rule alone. */
  const findingsOfAlone = (rule: Rule): ((one: Case) => string) => {
    const alone = { ...knowledge, facts, controls: [], rules: [rule] };
    return (one) => threatOf(analyse(one.document, alone, { now }), one)?.finding ?? "none";
  };

  it.each(knowledge.facts.map((fact) => fact.id))(
    "%s decides an example: were it always no, one would end otherwise",
    (fact) => {
      const reading = knowledge.rules.filter((rule) => leavesOfTrees(rule).some((leaf) => leaf.fact === fact));
      const deciding = reading.flatMap((rule) => {
        const before = findingsOfAlone(rule);
        const after = findingsOfAlone(denied(rule, fact));
        return cases.filter((one) => one.rule === rule.id && before(one) !== after(one));
      });
      expect(deciding).not.toEqual([]);
    },
  );
});
