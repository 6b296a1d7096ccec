// The laws over the real knowledge folder, and every example of every rule run against the engine.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Analysis, analyse, canonicalText, derivedFacts, type Document, type Knowledge } from "@parapet/core";
import { describe, expect, it } from "vitest";
import type { KnowledgeText } from "./authoring/read.ts";
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

const folders = ["facts", "pools", "rules", "technologies", "controls", "catalogs"];
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
      knowledge: { version: "", facts: [], pools: [], technologies: [], rules: [], controls: [] } as Knowledge,
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

function without(rule: string): Knowledge {
  return { ...knowledge, rules: knowledge.rules.filter((one) => one.id !== rule) };
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

function threatOf(analysis: Analysis, { rule, at }: Case) {
  return analysis.threats.find((threat) => threat.id === `${rule}@${at}`);
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
    const analysis = analyse(one.document, knowledge, { now });
    expect(threatOf(analysis, one)).toBeUndefined();
  });
});

describe("every declared fact", () => {
  const read = new Set(
    cases.flatMap((one) => {
      const threat = threatOf(analyse(one.document, knowledge, { now }), one);
      return (threat?.because ?? []).map((reason) => reason.fact.slice(reason.fact.indexOf(".") + 1));
    }),
  );

  it.each(knowledge.facts.map((fact) => fact.id))("%s decides an example", (fact) => {
    expect(read).toContain(fact);
  });
});
