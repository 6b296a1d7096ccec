import { describe, expect, test } from "vitest";
import type { Document } from "./document.ts";
import { effective, thingCollections } from "./effective.ts";
import type { Facts } from "./fact.ts";
import type { DeclaredFact, Knowledge, Pool } from "./knowledge.ts";
import { factProblems, mapOf, stateable, subjectKindsOf, thingOf } from "./statements.ts";
import { emptyKnowledge } from "./testing/run-command.ts";

const document = {
  model: {
    parapet: 1,
    system: "Shop",
    zones: { inner: { kind: "private-network" } },
    elements: { web: { kind: "process", was: ["old-web"], state: "planned" }, thing: {}, safe: { kind: "data-store" } },
    flows: { visit: { from: "thing", to: "web" } },
    data: { order: { classification: "internal" } },
    "entry-points": { api: { on: "web", kind: "api" } },
    dependencies: { lib: { kind: "library" } },
    roles: { clerk: { title: "Clerk" } },
  },
} as unknown as Document;
const laid = effective(document);

const fact = (id: string, more: Partial<DeclaredFact> = {}): DeclaredFact => ({
  id,
  on: ["process"],
  sense: "countermeasure",
  say: `{subject} has ${id}`,
  for: "engineer",
  asked: "thing",
  ...more,
});
const pool: Pool = {
  id: "sign-in",
  on: ["process", "data-store"],
  ask: "How?",
  for: "engineer",
  asked: "thing",
  values: { oidc: { say: "oidc", facts: {} }, none: { say: "none", facts: {} } },
};
const knowledge: Knowledge = {
  ...emptyKnowledge,
  facts: [
    fact("locked"),
    fact("sealed", { asked: "zone" }),
    fact("watched", { asked: "model" }),
    fact("walled", { on: ["zone"] }),
    fact("crossing-checked", { on: ["crossing"] }),
  ],
  pools: [pool],
};

describe("things by their id", () => {
  test("of every collection, by an old id too; of no thing, none", () => {
    expect(thingOf(laid, "web")?.state).toBe("planned");
    expect(thingOf(laid, "old-web")).toBe(thingOf(laid, "web"));
    for (const id of ["inner", "visit", "order", "api", "lib"]) expect(thingOf(laid, id)).toBeDefined();
    for (const id of ["nobody", "clerk"]) expect(thingOf(laid, id)).toBeUndefined();
  });

  test("the map of each collection holds its things", () => {
    const ids = Object.fromEntries(
      thingCollections.map((collection) => [collection, [...mapOf(laid, collection).keys()].sort()]),
    );
    expect(ids).toEqual({
      zones: ["inner"],
      elements: ["safe", "thing", "web"],
      flows: ["visit"],
      data: ["order"],
      "entry-points": ["api"],
      dependencies: ["lib"],
    });
  });

  test.each([
    ["model", ["model"]],
    ["inner", ["zone"]],
    ["visit", ["flow", "crossing"]],
    ["api", ["entry-point"]],
    ["order", ["data"]],
    ["lib", ["dependency"]],
    ["web", ["process"]],
    ["old-web", ["process"]],
    ["thing", ["external-entity", "process", "data-store"]],
    ["clerk", undefined],
    ["nobody", undefined],
  ])("kinds of %s", (id, kinds) => expect(subjectKindsOf(laid, id)).toEqual(kinds));
});

test("what a fact and a pool take", () => {
  expect(stateable(knowledge, "sealed")).toEqual({ on: ["process"], asked: "zone", values: ["yes", "no"] });
  expect(stateable(knowledge, "sign-in")).toEqual({
    on: ["process", "data-store"],
    asked: "thing",
    values: ["oidc", "none"],
  });
  expect(stateable(knowledge, "nothing")).toBeUndefined();
});

describe("problems of a statement", () => {
  const problems = (subject: string, facts: Facts) =>
    factProblems({ document, knowledge }, subject, facts, "facts").map(
      ({ code, say, fix, where }) => `${code} at ${where?.path?.join("/")}: ${say} ${fix}`,
    );

  test.each<[string, string, Facts]>([
    ["a yes", "web", { locked: "yes" }],
    ["a no", "web", { locked: { value: "no", by: "ann" } }],
    ["an unknown", "web", { locked: "unknown" }],
    ["a value of a pool", "safe", { "sign-in": "oidc" }],
    ["not applicable with its reason", "web", { locked: { value: "not-applicable", why: "No door" } }],
    ["of a thing whose kind nobody said", "thing", { locked: "yes" }],
    ["of a flow what is on crossings", "visit", { "crossing-checked": "yes" }],
    ["of a zone what is asked per zone", "inner", { sealed: "yes" }],
    ["of a zone what is on zones", "inner", { walled: "yes" }],
    ["of the model what is asked per zone", "model", { sealed: "yes" }],
    ["of the model what is asked per model", "model", { watched: "yes" }],
    ["nothing", "web", {}],
  ])("none: %s", (_, subject, facts) => expect(problems(subject, facts)).toEqual([]));

  test.each<[string, string, Facts, readonly string[]]>([
    [
      "no such thing",
      "nobody",
      { locked: "yes", sealed: "yes" },
      [
        "dangling-reference at facts: There is no thing nobody to state facts of. Add it first, or name a thing that the model has.",
      ],
    ],
    [
      "a role is no thing to state facts of",
      "clerk",
      { locked: "yes" },
      [
        "dangling-reference at facts: There is no thing clerk to state facts of. Add it first, or name a thing that the model has.",
      ],
    ],
    [
      "a slip of a fact's name",
      "web",
      { loked: "yes" },
      [
        "dangling-reference at facts: There is no fact or pool loked. Did you mean locked? parapet questions lists what is asked.",
      ],
    ],
    [
      "a slip of a pool's name",
      "web",
      { "sing-in": "oidc" },
      [
        "dangling-reference at facts: There is no fact or pool sing-in. Did you mean sign-in? parapet questions lists what is asked.",
      ],
    ],
    [
      "no such fact",
      "web",
      { "quite-another": "yes" },
      ["dangling-reference at facts: There is no fact or pool quite-another. parapet questions lists what is asked."],
    ],
    [
      "not on this kind",
      "safe",
      { locked: "yes" },
      ["not-possible at facts: locked is a fact about process; safe is data-store. State it of a thing of that kind."],
    ],
    [
      "not on a thing of several kinds, on several kinds",
      "visit",
      { "sign-in": "oidc" },
      [
        "not-possible at facts: sign-in is a fact about process, data-store; visit is flow or crossing. State it of a thing of that kind.",
      ],
    ],
    [
      "of a zone what is asked per model or thing",
      "inner",
      { watched: "yes", locked: "yes" },
      [
        "not-possible at facts: watched is a fact about process; inner is zone. State it of a thing of that kind.",
        "not-possible at facts: locked is a fact about process; inner is zone. State it of a thing of that kind.",
      ],
    ],
    [
      "of the model what is asked per thing",
      "model",
      { locked: "yes" },
      ["not-possible at facts: locked is a fact about process; model is model. State it of a thing of that kind."],
    ],
    [
      "of a thing of another kind what is asked per zone",
      "safe",
      { sealed: "yes" },
      ["not-possible at facts: sealed is a fact about process; safe is data-store. State it of a thing of that kind."],
    ],
    [
      "no such value of a fact",
      "web",
      { locked: "oidc" },
      ["not-in-list at value: oidc is no answer to locked@web. Answer yes, no, not-applicable."],
    ],
    [
      "no such value of a pool",
      "web",
      { "sign-in": { value: "yes" } },
      ["not-in-list at value: yes is no answer to sign-in@web. Answer oidc, none, not-applicable."],
    ],
    [
      "not applicable without a reason",
      "web",
      { locked: "not-applicable", "sign-in": { value: "not-applicable", why: "  " } },
      [
        "needs-rationale at why: No reason is given why locked does not apply to web. Say why, in one sentence.",
        "needs-rationale at why: No reason is given why sign-in does not apply to web. Say why, in one sentence.",
      ],
    ],
  ])("%s", (_, subject, facts, expected) => expect(problems(subject, facts)).toEqual(expected));
});
