// What each relation reads: which things it leads to, and how their values join.
import { describe, expect, test } from "vitest";
import type { Document } from "../../model/document.ts";
import { valueName } from "../../model/kleene.ts";
import { type DeclaredFact, type Knowledge, type Relation, relations } from "../../model/knowledge.ts";
import { emptyKnowledge } from "../../model/testing/run-command.ts";
import { subjectKinds } from "../../model/vocabulary.ts";
import { graphOf } from "../graph.ts";
import * as codes from "./code.ts";
import { Columns, factIndexOf } from "./columns.ts";
import { readerOf, relationColumn } from "./relations.ts";
import { type Space, spaces, thingsIn } from "./space.ts";

const sound: DeclaredFact = {
  id: "sound",
  on: subjectKinds,
  sense: "countermeasure",
  say: "{subject} is sound",
  for: "engineer",
  asked: "thing",
};
const knowledge: Knowledge = { ...emptyKnowledge, facts: [sound] };

const strengths = ["", "title", "assumed", "declared", "observed", "verified"];
const said = (value: string, more: object = {}) => ({ sound: { value, by: "ann", on: "2026-11-02", ...more } });
const yes = said("yes");
const no = said("no");
const assumed = { sound: "yes" };

const model = {
  zones: {
    land: { facts: yes },
    cell: { in: "land", facts: no },
    nook: { in: "cell" },
    void: {},
  },
  data: { good: { facts: yes }, weak: { facts: assumed }, bad: { facts: no }, open: {} },
  elements: {
    a: { kind: "process", zone: "land", facts: yes },
    b: { kind: "process", zone: "cell", facts: no },
    c: { kind: "data-store", zone: "nook", facts: assumed, holds: ["good", "weak"] },
    d: { kind: "process", zone: "void" },
    e: { kind: "process" },
    mixed: { kind: "data-store", holds: ["good", "bad"] },
    half: { kind: "data-store", holds: ["good", "open"] },
    none: { kind: "data-store", holds: [] },
    mute: { kind: "data-store" },
    silent: { kind: "process", facts: { "entry-points": "no" } },
  },
  flows: {
    ab: { from: "a", to: "b", facts: yes, carries: ["good"], returns: ["bad"] },
    ac: { from: "a", to: "c", facts: assumed, carries: ["weak"] },
    bc: { from: "b", to: "c", facts: no, carries: [], returns: [] },
    da: { from: "d", to: "a", carries: ["open"], returns: ["bad"] },
  },
  "entry-points": {
    api: { on: "b", facts: yes, carries: ["good"], returns: [] },
    web: { on: "c", facts: no, via: ["ac"] },
    adrift: {},
  },
  dependencies: {
    lib: { "used-by": ["d"], element: "c", facts: yes },
    tool: { "used-by": ["a"], facts: no },
  },
} as unknown as Document["model"];

const columnsOf = (more: object, observed?: object): Columns => {
  const document = {
    model: { parapet: 1, system: "Small", ...more },
    ...(observed ? { observed: { parapet: 1, ...observed } } : {}),
  } as unknown as Document;
  return new Columns(graphOf(document), knowledge, factIndexOf(knowledge), [], "2026-11-24");
};

/** `yes declared`; a value that follows from shape alone, or from nothing, is `yes derived`. */
function read(columns: Columns, relation: Relation, space: Space, id: string): string {
  const index = thingsIn(columns.graph, space).index.get(id) as number;
  const byte = relationColumn(columns, relation, "sound", space)[index] as number;
  const how = codes.statementOf(byte) === codes.DERIVED ? "derived" : strengths[codes.strengthOfByte(byte)];
  return `${valueName(codes.valueOf(byte))} ${how}`.trim();
}

describe("a relation reads", () => {
  test.each<[Space, string, Relation, string]>([
    ["flow", "ab", "from", "yes declared"],
    ["flow", "ab", "to", "no declared"],
    ["flow", "bc", "from", "no declared"],
    ["flow", "ac", "to", "yes assumed"],
    ["entry-point", "api", "on", "no declared"],
    ["entry-point", "web", "on", "yes assumed"],
    ["entry-point", "adrift", "on", "unknown derived"],
    ["dependency", "lib", "on", "yes assumed"],
    ["dependency", "tool", "on", "unknown derived"],
    ["element", "a", "zone", "yes declared"],
    ["element", "b", "zone", "no declared"],
    ["element", "c", "zone", "unknown"],
    ["element", "e", "zone", "unknown derived"],
    ["flow", "ab", "zone", "no declared"],
    ["flow", "da", "zone", "yes declared"],
    ["entry-point", "api", "zone", "no declared"],
    ["entry-point", "adrift", "zone", "unknown derived"],
    ["dependency", "lib", "zone", "unknown"],
    ["zone", "cell", "zone", "no declared"],
    ["data", "good", "zone", "unknown derived"],
    ["element", "c", "any-data", "yes declared"],
    ["element", "c", "all-data", "yes assumed"],
    ["element", "mixed", "any-data", "yes declared"],
    ["element", "mixed", "all-data", "no declared"],
    ["element", "half", "any-data", "yes declared"],
    ["element", "half", "all-data", "unknown derived"],
    ["element", "none", "any-data", "no derived"],
    ["element", "none", "all-data", "not-applicable derived"],
    ["element", "mute", "any-data", "unknown derived"],
    ["element", "mute", "all-data", "unknown derived"],
    ["element", "b", "any-data", "yes declared"],
    ["element", "b", "all-data", "no declared"],
    ["element", "d", "any-data", "unknown derived"],
    ["element", "d", "all-data", "no declared"],
    ["flow", "ab", "any-data", "yes declared"],
    ["flow", "ab", "all-data", "no declared"],
    ["flow", "ac", "any-data", "yes assumed"],
    ["flow", "ac", "all-data", "unknown derived"],
    ["flow", "bc", "any-data", "no derived"],
    ["flow", "da", "any-data", "unknown derived"],
    ["entry-point", "api", "all-data", "yes declared"],
    ["entry-point", "web", "any-data", "yes assumed"],
    ["dependency", "lib", "any-data", "yes assumed"],
    ["dependency", "lib", "all-data", "yes assumed"],
    ["element", "c", "any-flow-in", "yes assumed"],
    ["element", "c", "all-flow-in", "no declared"],
    ["element", "a", "any-flow-in", "unknown derived"],
    ["element", "a", "any-flow-out", "yes declared"],
    ["element", "a", "all-flow-out", "yes assumed"],
    ["element", "e", "any-flow-in", "no derived"],
    ["element", "e", "all-flow-out", "not-applicable derived"],
    ["element", "c", "any-sender", "yes declared"],
    ["element", "c", "all-senders", "no declared"],
    ["element", "a", "any-sender", "unknown derived"],
    ["element", "a", "any-receiver", "yes assumed"],
    ["element", "a", "all-receivers", "no declared"],
    ["element", "d", "all-receivers", "yes declared"],
    ["element", "b", "any-entry-point", "yes declared"],
    ["element", "c", "any-entry-point", "no derived"],
    ["element", "a", "any-entry-point", "unknown derived"],
    ["element", "silent", "any-entry-point", "no derived"],
    ["element", "a", "any-dependency", "no derived"],
    ["element", "b", "any-dependency", "unknown derived"],
    ["element", "d", "any-dependency", "yes declared"],
    ["zone", "land", "any-member", "yes declared"],
    ["zone", "cell", "any-member", "yes assumed"],
    ["zone", "nook", "any-member", "yes assumed"],
    ["zone", "void", "any-member", "unknown derived"],
    ["data", "good", "any-member", "yes assumed"],
    ["data", "bad", "any-member", "unknown derived"],
  ])("%s %s: %s is %s", (space, id, relation, expected) => {
    expect(read(columnsOf(model), relation, space, id)).toBe(expected);
  });

  test("no in a space where it does not exist", () => {
    const columns = columnsOf(model);
    const exists: Readonly<Record<string, readonly Space[]>> = {
      from: ["flow"],
      to: ["flow"],
      zone: spaces,
      on: ["entry-point", "dependency"],
      data: ["element", "flow", "entry-point", "dependency"],
      member: ["data", "zone"],
    };
    for (const relation of relations) {
      const here = exists[relation.replace(/^(any|all)-/, "")] ?? ["element"];
      for (const space of spaces) {
        const reader = readerOf(columns.graph, relation, space);
        expect(`${relation} ${space} ${reader !== undefined}`).toBe(`${relation} ${space} ${here.includes(space)}`);
        if (!reader) {
          const column = relationColumn(columns, relation, "sound", space);
          expect([...column]).toEqual(thingsIn(columns.graph, space).ids.map(() => codes.D_NO));
        }
      }
    }
  });
});

describe("where there may be more than is drawn", () => {
  test("what only sources show is a lower bound: a yes stands, a no does not", () => {
    const seen = columnsOf(
      { data: { good: { facts: yes }, bad: { facts: no } } },
      { elements: { good: { kind: "data-store", holds: ["good"] }, bad: { kind: "data-store", holds: ["bad"] } } },
    );
    const found = (id: string, relation: Relation) => read(seen, relation, "element", id);
    expect([found("good", "any-data"), found("bad", "any-data")]).toEqual(["yes declared", "unknown derived"]);
    expect([found("good", "all-data"), found("bad", "all-data")]).toEqual(["unknown derived", "no declared"]);
  });

  test.each([
    ["nothing is said", {}, "unknown derived"],
    ["there are said to be none", { "entry-points": {}, dependencies: {} }, "no derived"],
    [
      "another thing has some",
      { "entry-points": { api: { on: "b" } }, dependencies: { lib: { "used-by": ["b"] } } },
      "unknown derived",
    ],
  ])("entry points and dependencies: %s", (_, more, expected) => {
    const here = columnsOf({ elements: { a: { kind: "process" }, b: { kind: "process" } }, ...more });
    for (const relation of ["any-entry-point", "any-dependency"] as const)
      expect(read(here, relation, "element", "a")).toBe(expected);
  });
});

test("a countermeasure that is partly missing is no where it is missing, and yes read from elsewhere", () => {
  const here = columnsOf({
    elements: {
      a: { kind: "process" },
      b: { kind: "process" },
      c: { kind: "data-store", facts: said("yes", { partly: ["ac", "a"] }) },
    },
    flows: { ac: { from: "a", to: "c" }, bc: { from: "b", to: "c" } },
  });
  expect(["ac", "bc"].map((flow) => read(here, "to", "flow", flow))).toEqual(["no declared", "yes declared"]);
  expect(["a", "b"].map((id) => read(here, "any-receiver", "element", id))).toEqual(["no derived", "yes declared"]);
});

test("a zone's members are those of its zones too, however deep, and whatever the order of their names", () => {
  for (const [top, middle, inmost] of [
    ["a", "b", "c"],
    ["c", "b", "a"],
    ["b", "c", "a"],
  ] as const) {
    const zones = { [top]: {}, [middle]: { in: top }, [inmost]: { in: middle } };
    const here = columnsOf({ zones, elements: { web: { kind: "process", zone: inmost, facts: yes } } });
    for (const zone of [top, middle, inmost]) expect(read(here, "any-member", "zone", zone)).toBe("yes declared");
  }
});

test("of several yeses, any is as strong as the strongest and all as the weakest, in whatever order", () => {
  for (const holds of [
    ["a", "b"],
    ["b", "a"],
  ]) {
    const [first, second] = holds as [string, string];
    const data = { [first]: { facts: yes }, [second]: { facts: assumed } };
    const here = columnsOf({ data, elements: { web: { kind: "data-store", holds } } });
    expect(read(here, "any-data", "element", "web")).toBe("yes declared");
    expect(read(here, "all-data", "element", "web")).toBe("yes assumed");
  }
});
