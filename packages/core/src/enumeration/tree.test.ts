import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { and, type FactValue, type Kleene, not, or, valueCode, valueName } from "../model/kleene.ts";
import type { Tree } from "../model/knowledge.ts";
import {
  asked,
  type BoundTree,
  compile,
  decisive,
  type Leaf,
  splitFact,
  strengthOfResult,
  valueAt,
  valueOfResult,
} from "./tree.ts";

/** What is told of a fact: its value, and how strongly (0 nothing … 5 verified). */
interface Told {
  readonly value: FactValue;
  readonly strength: number;
}
type Facts = Readonly<Record<string, Told>>;

const told = (value: FactValue, strength = 4): Told => ({ value, strength });

function leafOf(fact: string, facts: Facts): Leaf {
  const { value, strength } = facts[fact] as Told;
  const result = valueCode(value) | (strength << 2);
  return { type: "leaf", name: fact, fact, column: Uint8Array.of(0), results: Uint8Array.of(result) };
}

/** A tree as the binder makes it, over one thing. */
function bound(tree: Tree, facts: Facts): BoundTree {
  if (typeof tree === "string") return leafOf(tree, facts);
  const parts = (["all", "any", "none"] as const).flatMap((type) => {
    const items = tree[type];
    return items ? [{ type, items: items.map((item) => bound(item, facts)) } as const] : [];
  });
  return parts.length === 1 ? (parts[0] as BoundTree) : { type: "all", items: parts };
}

const resultOf = (tree: Tree, facts: Facts) => compile(bound(tree, facts))(0);
const valueOf = (tree: Tree, facts: Facts) => valueName(valueOfResult(resultOf(tree, facts)));
const leaves = (walk: (out: Leaf[]) => void): readonly string[] => {
  const out: Leaf[] = [];
  walk(out);
  return out.map(({ name }) => name);
};
const asks = (tree: Tree, facts: Facts) => leaves((out) => asked(bound(tree, facts), 0, out));
const decides = (tree: Tree, facts: Facts) => {
  const made = bound(tree, facts);
  return leaves((out) => decisive(made, 0, valueAt(made, 0), out));
};

/** The logic that the trees are held to. */
function kleene(tree: Tree, facts: Facts): Kleene {
  if (typeof tree === "string") return facts[tree]?.value as Kleene;
  const { all, any, none } = tree;
  const value = (item: Tree) => kleene(item, facts);
  return and([
    ...(all ? [and(all.map(value))] : []),
    ...(any ? [or(any.map(value))] : []),
    ...(none ? [not(or(none.map(value)))] : []),
  ]);
}

const values: readonly Kleene[] = ["yes", "no", "unknown"];
const names = ["a", "b", "c", "d"];
const leaf = fc.constantFrom(...names);
const { tree: anyTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .record(
        {
          all: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
          any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
          none: fc.array(tie("tree"), { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: [] },
      )
      .filter((one) => Object.keys(one).length > 0),
  ),
}));
const someTold = fc.record({ value: fc.constantFrom<FactValue>(...values), strength: fc.integer({ min: 0, max: 5 }) });
const anyFacts: fc.Arbitrary<Facts> = fc.record(Object.fromEntries(names.map((name) => [name, someTold])));

describe("the strong Kleene tables", () => {
  const pairs = values.flatMap((a) => values.map((b) => [a, b] as const));
  test.each(pairs)("of %s and %s", (a, b) => {
    const facts = { a: told(a), b: told(b) };
    expect(valueOf({ all: ["a", "b"] }, facts)).toBe(and([a, b]));
    expect(valueOf({ any: ["a", "b"] }, facts)).toBe(or([a, b]));
    expect(valueOf({ none: ["a", "b"] }, facts)).toBe(not(or([a, b])));
  });

  test("keys side by side are joined by and", () => {
    const facts = { a: told("yes"), b: told("no"), c: told("no") };
    expect(valueOf({ all: ["a"], none: ["b"] }, facts)).toBe("yes");
    expect(valueOf({ all: ["a"], any: ["b", "c"] }, facts)).toBe("no");
    expect(valueOf({ any: ["a"], none: ["b"], all: ["a"] }, { ...facts, b: told("unknown") })).toBe("unknown");
  });

  test("nothing at all: all holds, any does not, none holds", () => {
    expect(valueOf({ all: [] }, {})).toBe("yes");
    expect(valueOf({ any: [] }, {})).toBe("no");
    expect(valueOf({ none: [] }, {})).toBe("yes");
  });

  test("hold for every tree over every facts", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, (tree, facts) => {
        expect(valueOf(tree, facts)).toBe(kleene(tree, facts));
      }),
      { numRuns: 500 },
    );
  });

  test("what is stated as not applicable is left out", () => {
    const facts = { a: told("yes"), n: told("not-applicable"), b: told("no"), u: told("unknown") };
    expect(valueOf({ all: ["a", "n"] }, facts)).toBe("yes");
    expect(valueOf({ all: ["b", "n"] }, facts)).toBe("no");
    expect(valueOf({ all: ["u", "n"] }, facts)).toBe("unknown");
    expect(valueOf({ any: ["b", "n"] }, facts)).toBe("no");
    expect(valueOf({ any: ["a", "n"] }, facts)).toBe("yes");
    expect(valueOf({ none: ["b", "n"] }, facts)).toBe("yes");
    expect(valueOf("n", facts)).toBe("not-applicable");
  });
});

describe("strength", () => {
  const strengthOf = (tree: Tree, facts: Facts) => strengthOfResult(resultOf(tree, facts));
  test.each<[string, Tree, Facts, number]>([
    ["a yes of all is as strong as its weakest", { all: ["a", "b"] }, { a: told("yes", 5), b: told("yes", 2) }, 2],
    ["a yes of any is as strong as its strongest", { any: ["a", "b"] }, { a: told("yes", 2), b: told("yes", 5) }, 5],
    ["of any only what is yes counts", { any: ["a", "b"] }, { a: told("yes", 2), b: told("no", 5) }, 2],
    ["a no of all is as strong as the first no", { all: ["a", "b"] }, { a: told("yes", 2), b: told("no", 3) }, 3],
    ["a no of any is as strong as its weakest", { any: ["a", "b"] }, { a: told("no", 4), b: told("no", 3) }, 3],
    ["none holds as strongly as its weakest no", { none: ["a", "b"] }, { a: told("no", 4), b: told("no", 2) }, 2],
    [
      "a yes over trees: the weakest of the strongest",
      { all: [{ any: ["a", "b"] }, "c"] },
      { a: told("yes", 3), b: told("yes", 5), c: told("yes", 4) },
      4,
    ],
    ["what is left out weakens nothing", { all: ["a", "n"] }, { a: told("yes", 4), n: told("not-applicable", 1) }, 4],
  ])("%s", (_, tree, facts, strength) => expect(strengthOf(tree, facts)).toBe(strength));

  test("of a yes lies within the strengths of what is told", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, (tree, facts) => {
        if (kleene(tree, facts) !== "yes") return;
        const strengths = Object.values(facts).map(({ strength }) => strength);
        expect(strengthOf(tree, facts)).toBeGreaterThanOrEqual(Math.min(...strengths));
        expect(strengthOf(tree, facts)).toBeLessThanOrEqual(5);
      }),
    );
  });

  test("more strength of a fact never weakens a tree without none", () => {
    const plain = anyTree.filter((tree) => !JSON.stringify(tree).includes('"none"'));
    fc.assert(
      fc.property(plain, anyFacts, leaf, (tree, facts, name) => {
        if (kleene(tree, facts) !== "yes") return;
        const stronger = { ...facts, [name]: { ...(facts[name] as Told), strength: 5 } };
        expect(strengthOf(tree, stronger)).toBeGreaterThanOrEqual(strengthOf(tree, facts));
      }),
    );
  });
});

describe("what decides", () => {
  test.each<[string, Tree, Facts, readonly string[]]>([
    ["every yes of all", { all: ["a", "b"] }, { a: told("yes"), b: told("yes") }, ["a", "b"]],
    ["the first no of all", { all: ["a", "b", "c"] }, { a: told("yes"), b: told("no"), c: told("no") }, ["b"]],
    ["the first yes of any", { any: ["a", "b", "c"] }, { a: told("no"), b: told("yes"), c: told("yes") }, ["b"]],
    ["every no of any", { any: ["a", "b"] }, { a: told("no"), b: told("no") }, ["a", "b"]],
    ["every no of none", { none: ["a", "b"] }, { a: told("no"), b: told("no") }, ["a", "b"]],
    ["the first yes of none", { none: ["a", "b"] }, { a: told("no"), b: told("yes") }, ["b"]],
    [
      "every unknown of an unknown",
      { all: ["a", "b", "c"] },
      { a: told("unknown"), b: told("yes"), c: told("unknown") },
      ["a", "c"],
    ],
    [
      "through trees",
      { all: ["a", { any: ["b", "c"] }] },
      { a: told("yes"), b: told("no"), c: told("yes") },
      ["a", "c"],
    ],
  ])("%s", (_, tree, facts, expected) => expect(decides(tree, facts)).toEqual(expected));

  test("is enough: whatever the other facts are, a yes stays yes and a no stays no", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, anyFacts, (tree, facts, others) => {
        const value = kleene(tree, facts);
        if (value === "unknown") return;
        const kept = Object.fromEntries(decides(tree, facts).map((name) => [name, facts[name] as Told]));
        expect(kleene(tree, { ...others, ...kept })).toBe(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is asked", () => {
  test.each<[string, Tree, Facts, readonly string[]]>([
    [
      "every unknown of all",
      { all: ["a", "b", "c"] },
      { a: told("unknown"), b: told("yes"), c: told("unknown") },
      ["a", "c"],
    ],
    [
      "the first unknown of any",
      { any: ["a", "b", "c"] },
      { a: told("unknown"), b: told("unknown"), c: told("no") },
      ["a"],
    ],
    ["the next after a no", { any: ["a", "b", "c"] }, { a: told("no"), b: told("unknown"), c: told("unknown") }, ["b"]],
    ["the first unknown of none", { none: ["a", "b"] }, { a: told("unknown"), b: told("unknown") }, ["a"]],
    ["nothing of what is decided", { all: ["a", "b"] }, { a: told("unknown"), b: told("no") }, []],
    [
      "nothing of a part that is decided",
      { all: [{ any: ["a", "b"] }, "c"] },
      { a: told("unknown"), b: told("yes"), c: told("unknown") },
      ["c"],
    ],
    [
      "through trees",
      { any: [{ all: ["a", "b"] }, "c"] },
      { a: told("unknown"), b: told("unknown"), c: told("unknown") },
      ["a", "b"],
    ],
  ])("%s", (_, tree, facts, expected) => expect(asks(tree, facts)).toEqual(expected));

  test("is something exactly while the tree is unknown, and only what is unknown", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, (tree, facts) => {
        const found = asks(tree, facts);
        expect(found.length > 0).toBe(kleene(tree, facts) === "unknown");
        for (const name of found) expect(facts[name]?.value).toBe("unknown");
      }),
      { numRuns: 300 },
    );
  });

  test("settles the tree when it is answered, round by round, before the facts run out", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, anyFacts, (tree, facts, answers) => {
        let known = facts;
        for (let round = 0; kleene(tree, known) === "unknown"; round++) {
          expect(round).toBeLessThan(names.length);
          const answered = asks(tree, known).map((name) => [name, told(answers[name]?.value === "yes" ? "yes" : "no")]);
          known = { ...known, ...Object.fromEntries(answered) };
        }
        expect(asks(tree, known)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test("a fact may carry one relation; anything else with a dot is a name", () => {
  expect(splitFact("to.encrypted-at-rest")).toEqual({ relation: "to", fact: "encrypted-at-rest" });
  expect(splitFact("all-data.is-personal")).toEqual({ relation: "all-data", fact: "is-personal" });
  expect(splitFact("encrypted-at-rest")).toEqual({ fact: "encrypted-at-rest" });
  expect(splitFact("nowhere.encrypted")).toEqual({ fact: "nowhere.encrypted" });
});
