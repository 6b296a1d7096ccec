import { describe, expect, it } from "vitest";
import {
  build,
  control,
  drawer,
  edited,
  folder,
  letters,
  problemsOf,
  rule,
  seal,
  sealed,
  sealing,
} from "../small-folder.fixture.ts";

describe("the laws of knowledge", () => {
  const broken: readonly (readonly [law: string, path: string, from: string, to: string, problem: string])[] = [
    [
      "id is the name of its file",
      drawer,
      "id: drawer",
      "id: chest",
      `${drawer}:1 The id "chest" is not the name of its file.`,
    ],
    ["known keys only", drawer, "ports: [42]", "port: 42", `${drawer}:6 Unknown key "port".`],
    ["well-formed YAML", drawer, "ports: [42]", "ports: [42", `${drawer}:7 ${drawer} is not well-formed YAML`],
    [
      "no aliases",
      drawer,
      "images: [drawer]",
      "images: &a [drawer]\npackages: *a",
      `${drawer}:undefined ${drawer} uses YAML aliases.`,
    ],
    [
      "yes and no are words",
      sealing,
      "sealed: yes",
      "sealed: true",
      `${sealing}:8 values.wax.facts.sealed: Invalid option`,
    ],
    ["facts of trees exist", rule, "unless: sealed", "unless: seeled", `${rule}:6 There is no fact "seeled".`],
    ["relations exist", rule, "to.keeps-letters", "too.keeps-letters", `${rule}:5 There is no relation "too".`],
    [
      "one relation at most",
      rule,
      "to.keeps-letters",
      "to.zone.is-private",
      `${rule}:5 applies.all.1: a fact, or one relation`,
    ],
    [
      "facts are read where they are defined",
      rule,
      "to.keeps-letters",
      "keeps-letters",
      `${rule}:5 "keeps-letters" is defined on data-store`,
    ],
    [
      "unless can be met on every kind",
      rule,
      "on: [flow]",
      "on: [flow, data]",
      `${rule}:6 No countermeasure of "unless" is defined for a data.`,
    ],
    [
      "at most two categories",
      rule,
      "[information-disclosure]",
      "[spoofing, tampering, repudiation]",
      `${rule}:3 stride: at most two categories`,
    ],
    ["at most three weaknesses", rule, "cwe: [319]", "cwe: [319, 1, 2, 3]", `${rule}:19 cwe: at most three weaknesses`],
    ["cwe exists", rule, "cwe: [319]", "cwe: [318]", `${rule}:19 cwe 318 is not in the catalog`],
    ["capec exists", rule, "capec: [94]", "capec: [95]", `${rule}:20 capec 95 is not in the catalog`],
    ["asvs exists", rule, "asvs: [V12.2.1]", "asvs: [V12.2.9]", `${rule}:21 asvs V12.2.9 is not in the catalog`],
    [
      "controls exist",
      rule,
      "[notice, wax-seal]",
      "[notice, wax-seal, lock]",
      `${rule}:18 There is no control "lock".`,
    ],
    [
      "a control can address the rule",
      rule,
      "[notice, wax-seal]",
      "[notice]",
      `${rule}:18 None of its controls establishes a fact that "unless" reads (sealed)`,
    ],
    ["placeholders are known", rule, '"{data} can', '"{letter} can', `${rule}:7 There is no placeholder {letter}.`],
    [
      "an example of each outcome",
      rule,
      "  addresses: [{model: {flows: {post: {}}}, at: post}]\n",
      "",
      `${rule}:22 No example shows the threat addressed`,
    ],
    [
      "examples name a thing of their model",
      rule,
      "{flows: {post: {}}}, at: post}]\n  addresses",
      "{flows: {post: {}}}, at: mail}]\n  addresses",
      `${rule}:23 The example has no "mail".`,
    ],
    [
      "examples are models",
      rule,
      "{desk: {kind: process}}",
      "{desk: {kind: desk}}",
      `${rule}:25 examples.passes.0.model.elements.desk.kind: Invalid option`,
    ],
    [
      "every fact is read by a rule",
      rule,
      "{all: [crosses-border, to.keeps-letters]}",
      "crosses-border",
      `${letters}:1 No rule reads "keeps-letters".`,
    ],
    [
      "every countermeasure is established",
      seal,
      "establishes: [sealed]",
      "establishes: []",
      `${sealed}:3 No control establishes "sealed".`,
    ],
    ["pools exist", sealed, "pool: sealing", "pool: ceiling", `${sealed}:5 There is no pool "ceiling".`],
    ["a fact is asked", sealed, "pool: sealing\n", "", `${sealed}:1 ask: a fact needs \`ask\` or a \`pool\` that asks`],
    [
      "facts of technologies exist",
      drawer,
      "keeps-letters: yes",
      "keeps-wax: yes",
      `${drawer}:4 "keeps-wax" is neither a declared fact nor a pool.`,
    ],
    [
      "values of technologies exist",
      drawer,
      "keeps-letters: yes",
      "keeps-letters: wax",
      `${drawer}:4 "wax" is no value of "keeps-letters".`,
    ],
    [
      "technologies state facts of their kind",
      drawer,
      "kind: data-store",
      "kind: process",
      `${drawer}:4 "keeps-letters" is not on a process.`,
    ],
    [
      "controls establish countermeasures",
      seal,
      "[sealed]",
      "[sealed, keeps-letters]",
      `${seal}:8 "keeps-letters" is no countermeasure`,
    ],
    [
      "controls work where their facts are",
      seal,
      "on: [flow]",
      "on: [zone]",
      `${seal}:8 "sealed" is on flow, where this control does not work.`,
    ],
    [
      "a control comes after the others where known facts say so",
      seal,
      "on: [flow]",
      "on: [flow]\nafter: seeled",
      `${seal}:6 There is no fact "seeled".`,
    ],
    [
      "a control comes after the others where its facts are defined",
      seal,
      "on: [flow]",
      "on: [flow]\nafter: keeps-letters",
      `${seal}:6 "keeps-letters" is defined on data-store, but this control reads it on flow: it is always no.`,
    ],
    [
      "stacks are technologies",
      seal,
      "{default: {",
      "{oak: {configuration: x y z}, default: {",
      `${seal}:10 There is no technology "oak".`,
    ],
    [
      "every control says what to do elsewhere",
      seal,
      "{default: {",
      "{drawer: {",
      `${seal}:10 There is no specification for any other stack.`,
    ],
    [
      "a criterion is required",
      seal,
      "required: yes",
      "required: no",
      `${seal}:11 criteria: at least one criterion is required`,
    ],
  ];

  it.each(broken)("%s", (_law, path, from, to, problem) => {
    const found = problemsOf(build({ [path]: edited(path, from, to) }));
    expect(found.filter((one) => one.startsWith(problem))).toHaveLength(1);
  });

  it("a pool settles the facts that name it", () => {
    const settlesNothing = (folder[sealing] as string).replaceAll(/\{sealed: (yes|no)\}/g, "{}");
    expect(problemsOf(build({ [sealing]: settlesNothing }))).toEqual([
      `${sealed}:5 No value of the pool "sealing" settles "sealed".`,
    ]);
  });

  it("reports rules that are one rule", () => {
    const twin = edited(rule, "id: open-letter", "id: read-letter").replace(
      "[crosses-border, to.keeps-letters]",
      "[to.keeps-letters, crosses-border]",
    );
    expect(problemsOf(build({ "rules/transit/read-letter.yaml": twin }))).toEqual([
      'rules/transit/read-letter.yaml:5 It has the applies, unless, controls and kinds of "open-letter": the two are one rule.',
    ]);
  });

  it("reports a default attacker that stands twice or starts nowhere", () => {
    const attacker = (id: string, starts: string) =>
      `id: ${id}\ntitle: A thief\ndescription: Takes letters.\nstarts: ${starts}\ncapability: low\nmotive: Letters\nsource: A book\n`;
    const found = problemsOf(
      build({
        "attackers/thief.yaml": attacker("thief", "internet"),
        "attackers/again/thief.yaml": attacker("thief", "internet"),
        "attackers/ghost.yaml": attacker("ghost", "nowhere"),
      }),
    );
    expect(found.join("\n")).toContain('The id "thief" is taken.');
    expect(found.join("\n")).toMatch(/attackers\/ghost\.yaml:4 starts: Invalid option/);
  });

  it("reports a control that no rule names, a pool that no fact names and a taken alias", () => {
    const problems = problemsOf(
      build({
        "controls/lock.yaml": control("lock", "preventive", "[sealed]"),
        "pools/waiting.yaml": (folder[sealing] as string).replace("id: sealing", "id: waiting"),
        [rule]: edited(rule, "id: open-letter", "id: open-letter\naliases: [open-letter]"),
      }),
    );
    expect(problems).toEqual([
      'controls/lock.yaml:1 No rule names the control "lock".',
      'pools/waiting.yaml:1 No fact names the pool "waiting".',
      `${rule}:2 The id "open-letter" is taken.`,
    ]);
  });
});
