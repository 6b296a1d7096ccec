import { describe, expect, test } from "vitest";
import type { Model } from "../model/document.ts";
import type { Facts } from "../model/fact.ts";
import type { Rule, Tree } from "../model/knowledge.ts";
import { excludedBy, type Finds, findingsOf, patternOf, type RaisedFinding, raisedFindings } from "./findings.ts";
import { columnsOf, rule, said } from "./testing/small-rules.ts";

const web = (facts: Facts, more: Partial<Model> = {}): Partial<Model> => ({
  elements: { web: { kind: "process", facts } },
  ...more,
});

/** The lists of numbers as plain lists, findings in words. */
const inWords = ({ indices, findings, strengths, latent }: Finds) => ({
  indices: [...indices],
  findings: Array.from(findings, (code) => raisedFindings[code]),
  strengths: [...strengths],
  latent: [...latent],
});

/** What one rule finds in a model. */
function finds(model: Partial<Model>, more: Partial<Rule> = {}): Finds {
  const [found] = findingsOf(columnsOf(model), [rule(more)]);
  if (!found) throw new Error("there is no such thing");
  return found;
}

const yes = said("yes");
const no = said("no");
const unsaid = said("unknown");
const none = said("not-applicable");

describe("what becomes of a rule on a thing", () => {
  /** Facts of the process, and: finding, strength, the leaves that it rests on and those that it asks for. */
  test.each<[string, Facts, RaisedFinding | undefined, number, string, string]>([
    ["a no of the countermeasure", { risky: yes, locked: no }, "open", 0, "risky locked", ""],
    ["nothing is known of the countermeasure", { risky: yes }, "asked", 0, "risky locked", "locked"],
    ["a yes without a person is confirmed first", { risky: "yes", locked: no }, "asked", 0, "risky locked", "risky"],
    ["both open: the countermeasure first", { risky: "yes", locked: unsaid }, "asked", 0, "risky locked", "locked"],
    ["the countermeasure is there", { risky: yes, locked: yes }, "addressed", 3, "risky locked", ""],
    ["addressed: what is assumed is not asked", { risky: "yes", locked: yes }, "addressed", 3, "risky locked", ""],
    ["the countermeasure is assumed", { risky: yes, locked: "yes" }, "addressed", 2, "risky locked", ""],
    ["nobody knows whether it applies", { locked: no }, "latent", 0, "risky", "risky"],
    ["addressed, whether it applies or not", { locked: yes }, "addressed", 3, "locked", ""],
    ["it does not apply", { risky: no, locked: no }, undefined, 0, "", ""],
    ["it cannot apply", { risky: none, locked: no }, undefined, 0, "", ""],
    ["the countermeasure cannot be there", { risky: yes, locked: none }, undefined, 0, "", ""],
    ["structure excepts it", { risky: yes, locked: no, exempt: yes }, undefined, 0, "", ""],
    ["what may except it does not", { risky: yes, locked: no, exempt: unsaid }, "open", 0, "risky locked", ""],
  ])("%s", (_, facts, finding, strength, reasons, asks) => {
    const found = finds(web(facts), { except: "exempt" });
    const words = inWords(found);
    const raised = words.latent.length > 0 ? "latent" : words.findings[0];
    expect(raised).toBe(finding);
    if (!finding) return;
    if (finding === "latent") expect(words).toEqual({ indices: [], findings: [], strengths: [], latent: [0] });
    else expect(words).toEqual({ indices: [0], findings: [finding], strengths: [strength], latent: [] });
    const pattern = patternOf(found.bound, 0, finding);
    expect(
      pattern.reasons
        .filter(({ fact }) => fact !== "exempt")
        .map(({ name }) => name)
        .join(" "),
    ).toBe(reasons);
    expect(pattern.asks.map(({ name }) => name).join(" ")).toBe(asks);
  });

  test("a rule without a countermeasure is open, and asks only what it takes for granted", () => {
    const plain = rule();
    const { unless: _, ...bare } = plain;
    for (const [risky, finding, asks] of [
      [yes, "open", []],
      ["yes", "asked", ["risky"]],
    ] as const) {
      const [found] = findingsOf(columnsOf(web({ risky })), [bare]);
      expect(inWords(found as Finds).findings).toEqual([finding]);
      const pattern = patternOf((found as Finds).bound, 0, finding);
      expect(pattern.asks.map(({ name }) => name)).toEqual(asks);
      expect(pattern.reasons.map(({ name }) => name)).toEqual(["risky"]);
    }
  });

  test("of several yeses only those without a person are confirmed", () => {
    const applies: Tree = { all: ["f0", "f1", "f2"] };
    const found = finds(web({ f0: yes, f1: "yes", f2: yes, locked: no }), { applies });
    expect(inWords(found).findings).toEqual(["asked"]);
    expect(patternOf(found.bound, 0, "asked").asks.map(({ name }) => name)).toEqual(["f1"]);
  });
});

describe("what only a title suggests", () => {
  const admin: Partial<Model> = { elements: { web: { kind: "process", title: "Admin", facts: { risky: yes } } } };

  test.each<[string, Partial<Rule>, readonly RaisedFinding[], readonly number[]]>([
    ["makes a rule apply, to be confirmed", { applies: "named" }, ["asked"], []],
    ["excepts", { except: "named" }, [], []],
    ["is no countermeasure", { unless: "named" }, ["asked"], []],
  ])("%s", (_, more, findings, latent) => expect(inWords(finds(admin, more))).toMatchObject({ findings, latent }));
});

describe("which things a rule looks at", () => {
  const model: Partial<Model> = {
    zones: { outer: { kind: "internet" }, inner: { kind: "private-network" } },
    elements: {
      person: { kind: "external-entity", zone: "outer", facts: { risky: yes, locked: no } },
      web: { kind: "process", zone: "inner", facts: { risky: yes, locked: no } },
      job: { kind: "process", zone: "inner", facts: { risky: no } },
      safe: { kind: "data-store", zone: "inner", facts: { risky: yes, locked: no } },
      stray: { kind: "process", facts: { risky: yes, locked: no } },
    },
    flows: Object.fromEntries(
      [
        ["visit", "person", "web"],
        ["store", "web", "safe"],
        ["drift", "stray", "web"],
      ].map(([id, from, to]) => [id, { from, to, facts: { risky: yes, locked: no } }]),
    ) as Model["flows"],
    data: { order: { classification: "internal", facts: { risky: yes, locked: no } } } as Model["data"],
  };
  const columns = columnsOf(model);
  const found = (on: Rule["on"]) =>
    findingsOf(columns, [rule({ on })]).map(({ bound, indices }) => {
      const { graph } = columns;
      const ids =
        bound.space === "element" ? graph.elements.ids : bound.space === "data" ? graph.data.ids : graph.flows.ids;
      return `${bound.kind}: ${[...indices].map((i) => ids[i]).join(" ")}`;
    });

  test.each<[Rule["on"], readonly string[]]>([
    [["process"], ["process: stray web"]],
    [
      ["external-entity", "data-store"],
      ["external-entity: person", "data-store: safe"],
    ],
    [["flow"], ["flow: drift store visit"]],
    [["crossing"], ["crossing: drift visit"]],
    [["data"], ["data: order"]],
    [["entry-point", "process"], ["process: stray web"]],
  ])("on %s", (on, expected) => {
    expect(
      found(on).map((line) => line.split(" ").slice(0, 1).concat(line.split(" ").slice(1).sort()).join(" ")),
    ).toEqual(expected);
  });

  test("rules keep their order and know their number", () => {
    const all = findingsOf(columns, [rule({ id: "a" }), rule({ id: "b", on: ["flow", "process"] })]);
    expect(all.map(({ bound }) => `${bound.number} ${bound.rule.id} ${bound.kind} ${bound.space}`)).toEqual([
      "0 a process element",
      "1 b flow flow",
      "1 b process element",
    ]);
  });
});

describe("patterns", () => {
  const three: Partial<Model> = {
    elements: {
      a: { kind: "process", facts: { risky: yes, locked: no } },
      b: { kind: "process", facts: { risky: yes, locked: no } },
      c: { kind: "process", facts: { risky: yes, locked: yes } },
    },
  };

  test("things with the same facts share one, others do not", () => {
    const { bound } = finds(three);
    expect(patternOf(bound, 1, "open")).toBe(patternOf(bound, 0, "open"));
    expect(patternOf(bound, 2, "addressed")).not.toBe(patternOf(bound, 0, "open"));
    expect(bound.patterns.size).toBe(2);
  });

  test.each([
    [8, 1],
    [9, 0],
  ])("of %d leaves, %d are kept", (leaves, kept) => {
    const all = Array.from({ length: leaves - 1 }, (_, i) => `f${i}`);
    const { bound } = finds(three, { applies: { all } });
    expect(bound.leaves).toHaveLength(leaves);
    patternOf(bound, 0, "open");
    expect(bound.patterns.size).toBe(kept);
  });

  test("each leaf counts once, and what excepts is none", () => {
    const { bound } = finds(three, { applies: { all: ["risky", { any: ["risky", "f0"] }] }, except: "exempt" });
    expect(bound.leaves.map(({ name }) => name)).toEqual(["risky", "f0", "locked"]);
  });
});

describe("the recorded facts that keep a rule from applying", () => {
  test.each<[string, Facts, Partial<Rule>, readonly string[]]>([
    ["a no of what it is about", { risky: no }, {}, ["risky"]],
    ["what excepts it", { risky: yes, exempt: yes }, { except: "exempt" }, ["exempt"]],
    ["nothing where it applies", { risky: yes }, { except: "exempt" }, []],
    ["a countermeasure that cannot be there", { risky: yes, locked: none }, {}, ["locked"]],
    ["a countermeasure that is there is no such reason", { risky: yes, locked: yes }, {}, []],
    [
      "a countermeasure of which a part cannot be there is none either",
      { risky: no, f0: none, f1: no },
      { unless: { any: ["f0", "f1"] } },
      ["risky"],
    ],
    [
      "all of a countermeasure that cannot be there, not what the others say",
      { risky: yes, f0: none, f1: none },
      { unless: { any: ["f0", { all: ["f1"] }] } },
      ["f0", "f1"],
    ],
    ["shape alone is no record", { locked: no }, { applies: "in-internet-zone" }, []],
    ["what people record of data is one", {}, { applies: { all: ["handles-personal"] } }, ["handles-personal"]],
  ])("%s", (_, facts, more, expected) => {
    const { bound } = finds(
      {
        zones: { inner: { kind: "private-network" } },
        data: { order: { classification: "internal", kinds: ["business"] } } as Model["data"],
        elements: { web: { kind: "process", zone: "inner", holds: ["order"], facts } },
      },
      more,
    );
    expect(excludedBy(bound, 0)).toEqual(expected);
  });
});
