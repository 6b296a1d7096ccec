// How a column comes about: what is stated, what zone and model say, the fallback, and kinds that a fact is not on.
import { describe, expect, test } from "vitest";
import type { Document, Model } from "../../model/document.ts";
import { valueName } from "../../model/kleene.ts";
import type { DeclaredFact, Knowledge } from "../../model/knowledge.ts";
import { emptyKnowledge } from "../../model/testing/run-command.ts";
import { graphOf } from "../graph.ts";
import * as codes from "./code.ts";
import { Columns, factIndexOf } from "./columns.ts";
import { homeZone, kindOf, locate, type Space, spaces, thingsIn } from "./space.ts";

const fact = (id: string, more: Partial<DeclaredFact> = {}): DeclaredFact => ({
  id,
  on: ["process", "data-store"],
  sense: "countermeasure",
  say: `{subject} has ${id}`,
  for: "engineer",
  asked: "thing",
  ...more,
});
const knowledge: Knowledge = {
  ...emptyKnowledge,
  facts: [
    fact("own"),
    fact("zoned", {
      asked: "zone",
      on: ["process", "flow", "entry-point", "dependency"],
      protocols: { https: "yes", http: "no" },
    }),
    fact("wide", { asked: "model", on: ["process", "flow"] }),
    fact("all", { on: ["external-entity", "process", "data-store"] }),
    fact("calling", { fallback: "has-outbound" }),
    fact("both", { on: ["process", "flow"] }),
  ],
};

const said = (value: string) => ({ value, by: "ann", on: "2026-11-02" });
const yes = said("yes");
const no = said("no");

const model = {
  facts: { wide: yes },
  zones: {
    land: { facts: { zoned: yes } },
    cell: { in: "land" },
    nook: { in: "cell", facts: { zoned: no } },
    plain: {},
  },
  elements: {
    person: { kind: "external-entity", zone: "land", facts: { own: yes, all: yes } },
    a: { kind: "process", zone: "cell", facts: { own: yes, both: yes } },
    b: { kind: "process", zone: "nook", facts: { wide: no } },
    c: { kind: "data-store", zone: "plain", facts: { all: no } },
    d: { kind: "process", facts: { zoned: "yes" } },
    f: { kind: "process", zone: "nook", facts: { zoned: said("yes") } },
    g: { kind: "process", zone: "plain", facts: { calling: no } },
  },
  flows: {
    ab: { from: "a", to: "b" },
    ad: { from: "a", to: "d" },
    da: { from: "d", to: "a" },
    dd: { from: "d", to: "d" },
    ga: { from: "g", to: "a", facts: { zoned: no, both: no } },
    "safe-to-nook": { from: "a", to: "b", protocol: "https" },
    "plain-to-nook": { from: "a", to: "b", protocol: "http" },
    "plain-to-land": { from: "d", to: "a", protocol: "http" },
  },
  "entry-points": { api: { on: "a" }, shut: { on: "b" }, adrift: {} },
  dependencies: { lib: { element: "b" }, tool: {} },
  data: { order: {} },
} as unknown as Partial<Model>;

function columnsOf(more: Partial<Model>): Columns {
  const document = { model: { parapet: 1, system: "Small", ...more } } as Document;
  return new Columns(graphOf(document), knowledge, factIndexOf(knowledge), [], "2026-11-24");
}
const at = (here: Columns, space: Space, id: string) => thingsIn(here.graph, space).index.get(id) as number;

function read(here: Columns, fact: string, space: Space, id: string): string {
  const byte = here.column(fact, space)[at(here, space, id)] as number;
  return valueName(codes.valueOf(byte)) + (codes.statementOf(byte) === codes.DERIVED ? " derived" : "");
}

describe("a column says", () => {
  test.each<[string, Space, string, string]>([
    ["own", "element", "a", "yes"],
    ["own", "element", "b", "unknown"],
    ["own", "element", "person", "no derived"],
    ["own", "flow", "ab", "no derived"],
    ["own", "zone", "land", "no derived"],
    ["all", "element", "person", "yes"],
    ["all", "element", "c", "no"],
    ["all", "element", "a", "unknown"],
    ["both", "element", "a", "yes"],
    ["both", "element", "c", "no derived"],
    ["both", "flow", "ga", "no"],
    ["both", "flow", "ab", "unknown"],
    ["zoned", "element", "a", "yes"],
    ["zoned", "element", "b", "no"],
    ["zoned", "element", "d", "yes"],
    ["zoned", "element", "f", "yes"],
    ["zoned", "element", "g", "unknown"],
    ["zoned", "element", "person", "no derived"],
    ["zoned", "flow", "ab", "no"],
    ["zoned", "flow", "da", "yes"],
    ["zoned", "flow", "ad", "yes"],
    ["zoned", "flow", "dd", "unknown"],
    ["zoned", "flow", "ga", "no"],
    ["zoned", "flow", "safe-to-nook", "yes"],
    ["zoned", "flow", "plain-to-nook", "no"],
    ["zoned", "flow", "plain-to-land", "yes"],
    ["zoned", "entry-point", "api", "yes"],
    ["zoned", "entry-point", "shut", "no"],
    ["zoned", "entry-point", "adrift", "unknown"],
    ["zoned", "dependency", "lib", "no"],
    ["zoned", "dependency", "tool", "unknown"],
    ["zoned", "zone", "land", "yes"],
    ["zoned", "zone", "nook", "no"],
    ["zoned", "zone", "cell", "unknown"],
    ["wide", "element", "a", "yes"],
    ["wide", "element", "b", "no"],
    ["wide", "flow", "ab", "yes"],
    ["wide", "model", "model", "yes"],
    ["calling", "element", "a", "yes derived"],
    ["calling", "element", "b", "no derived"],
    ["calling", "element", "g", "no"],
    ["no-such-fact", "element", "a", "no derived"],
    ["to-process", "flow", "ab", "yes derived"],
    ["to-process", "element", "a", "no derived"],
    ["handles-known", "model", "model", "no derived"],
  ])("%s of %s %s: %s", (fact, space, id, expected) => expect(read(columnsOf(model), fact, space, id)).toBe(expected));

  test("what the model says where no zone does, and never over what the zone says", () => {
    const here = columnsOf({ ...model, facts: { zoned: no, own: yes } });
    expect(read(here, "own", "element", "b")).toBe("unknown");
    expect(["a", "b", "g"].map((id) => read(here, "zoned", "element", id))).toEqual(["yes", "no", "no"]);
    expect(read(here, "zoned", "flow", "dd")).toBe("no");
    expect(read(here, "zoned", "model", "model")).toBe("no");
  });

  test("the same each time, made once", () => {
    const columns = columnsOf(model);
    expect(columns.column("own", "element")).toBe(columns.column("own", "element"));
    expect(columns.column("to-process", "flow")).toBe(columns.column("to-process", "flow"));
  });

  test("a circle of zones ends", () => {
    const zones = { x: { in: "y" }, y: { in: "x" }, z: { facts: { zoned: yes } } } as Model["zones"];
    const elements = { a: { kind: "process", zone: "x" } } as Model["elements"];
    expect(read(columnsOf({ zones, elements }), "zoned", "element", "a")).toBe("unknown");
  });
});

describe("what is stated", () => {
  const stated = (...writes: readonly (readonly [number, number])[]) => {
    const here = columnsOf(model);
    for (const [value, statement] of writes) here.write("new", "element", 1, value, statement);
    return here.stated("new", "element");
  };

  test("counts when it is at least as strong as what is there, and touches no other thing", () => {
    const only = (byte: number) => [...Array(7).keys()].map((i) => (i === 1 ? byte : codes.BLANK));
    const { YES, NO, DECLARED, OBSERVED, code } = codes;
    expect([...(stated([YES, DECLARED], [NO, OBSERVED]) ?? [])]).toEqual(only(code(NO, OBSERVED)));
    expect([...(stated([YES, OBSERVED], [NO, DECLARED]) ?? [])]).toEqual(only(code(YES, OBSERVED)));
    expect([...(stated([YES, DECLARED], [NO, DECLARED]) ?? [])]).toEqual(only(code(NO, DECLARED)));
    expect(stated()).toBeUndefined();
  });

  test("where something is missing is kept per fact, space and thing", () => {
    const here = columnsOf(model);
    here.writePartly("own", "element", 1, ["ab"]);
    here.writePartly("own", "element", 2, ["ab", "ad"]);
    expect(here.partly("own", "element")).toEqual(
      new Map([
        [1, new Set(["ab"])],
        [2, new Set(["ab", "ad"])],
      ]),
    );
    expect(here.partly("own", "flow")).toBeUndefined();
    expect(here.partly("all", "element")).toBeUndefined();
  });
});

describe("where a thing is", () => {
  test.each<[Space, string, string | undefined]>([
    ["element", "a", "cell"],
    ["element", "d", undefined],
    ["flow", "ab", "nook"],
    ["flow", "ad", "cell"],
    ["flow", "dd", undefined],
    ["entry-point", "api", "cell"],
    ["entry-point", "adrift", undefined],
    ["dependency", "lib", "nook"],
    ["dependency", "tool", undefined],
    ["zone", "nook", "nook"],
    ["data", "order", undefined],
    ["model", "model", undefined],
  ])("%s %s lies in %s", (space, id, zone) => {
    const columns = columnsOf(model);
    const found = homeZone(columns.graph, space, at(columns, space, id));
    expect(found < 0 ? undefined : columns.graph.zones.ids[found]).toBe(zone);
    expect(found).toBeGreaterThanOrEqual(-1);
  });

  test("every thing is found again by its id, with its kind", () => {
    const columns = columnsOf(model);
    for (const space of spaces)
      thingsIn(columns.graph, space).ids.forEach((id, index) => {
        expect(locate(columns.graph, id)).toEqual({ space, index });
        if (space !== "element") expect(kindOf(columns.graph, space, index)).toBe(space);
      });
    expect(locate(columns.graph, "nobody")).toBeUndefined();
    expect(kindOf(columns.graph, "element", at(columns, "element", "c"))).toBe("data-store");
  });
});
