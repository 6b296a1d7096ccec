import { describe, expect, test } from "vitest";
import { checkDocument } from "./check-document.ts";
import type { Document, Model, Observed } from "./document.ts";

const base: Model = {
  parapet: 1,
  system: "Shop",
  roles: { customer: {} },
  data: { order: {} },
  zones: { lan: {}, rack: { in: "lan" } },
  elements: { web: { kind: "process", zone: "lan" }, db: { kind: "data-store", zone: "rack", holds: ["order"] } },
  flows: { save: { from: "web", to: "db", carries: ["order"], returns: [] } },
  "entry-points": { post: { on: "web", via: ["save"], access: { customer: "yes" } } },
  dependencies: { pay: { "used-by": ["web"], element: "db" } },
  features: { cards: { adds: ["db"], changes: ["save"] } },
  assumptions: {
    laptops: { text: "Managed", facts: { web: { patched: "yes" }, model: { "logged-in-one-place": "yes" } } },
  },
};

/** The problems as `code file path`. */
function problemsOf(model: Partial<Model>, observed?: Omit<Observed, "parapet">): readonly string[] {
  const document: Document = {
    model: { ...base, ...model },
    ...(observed ? { observed: { parapet: 1, ...observed } } : {}),
  };
  return checkDocument(document).map(
    ({ code, where }) => `${code} ${where?.file?.slice(0, -5)} ${where?.path?.join(".")}`,
  );
}

test("a sound document has no problems", () => {
  expect(problemsOf({})).toEqual([]);
});

describe("references", () => {
  const cases: readonly (readonly [string, Partial<Model>, string])[] = [
    ["the zone of an element", { elements: { ...base.elements, x: { zone: "no" } } }, "model elements.x.zone"],
    [
      "a further zone",
      { elements: { ...base.elements, x: { "also-on": ["lan", "no"] } } },
      "model elements.x.also-on.1",
    ],
    ["data that is held", { elements: { ...base.elements, x: { holds: ["no"] } } }, "model elements.x.holds.0"],
    ["the zone round a zone", { zones: { ...base.zones, x: { in: "no" } } }, "model zones.x.in"],
    ["an allowed flow", { zones: { ...base.zones, x: { allows: ["no"] } } }, "model zones.x.allows.0"],
    ["the start of a flow", { flows: { save: { from: "no", to: "db" } } }, "model flows.save.from"],
    ["the end of a flow", { flows: { save: { from: "web", to: "no" } } }, "model flows.save.to"],
    [
      "what a flow carries",
      { flows: { save: { ...base.flows?.save, carries: ["no"] } } },
      "model flows.save.carries.0",
    ],
    [
      "what a flow returns",
      { flows: { save: { ...base.flows?.save, returns: ["no"] } } },
      "model flows.save.returns.0",
    ],
    ["the element of an entry point", { "entry-points": { e: { on: "no" } } }, "model entry-points.e.on"],
    ["the flow of an entry point", { "entry-points": { e: { via: ["no"] } } }, "model entry-points.e.via.0"],
    ["a role", { "entry-points": { e: { access: { no: "yes" } } } }, "model entry-points.e.access.no"],
    ["who uses a dependency", { dependencies: { d: { "used-by": ["no"] } } }, "model dependencies.d.used-by.0"],
    ["the element of a dependency", { dependencies: { d: { element: "no" } } }, "model dependencies.d.element"],
    ["what a feature adds", { features: { f: { adds: ["no"] } } }, "model features.f.adds.0"],
    ["what a feature changes", { features: { f: { changes: ["no"] } } }, "model features.f.changes.0"],
    [
      "what an assumption is about",
      { assumptions: { a: { text: "x", facts: { no: {} } } } },
      "model assumptions.a.facts.no",
    ],
    ["where a fact is missing", { facts: { logged: { value: "yes", partly: ["no"] } } }, "model facts.logged.partly.0"],
    ["where an attacker starts", { attackers: { a: { starts: "no" } } }, "model attackers.a.starts"],
    ["the thing that it is", { elements: { ...base.elements, x: { "same-as": "no" } } }, "model elements.x.same-as"],
  ];
  test.each(cases)("%s dangles", (_, model, at) => {
    expect(problemsOf(model)).toEqual([`dangling-reference ${at}`]);
  });

  test("a thing of another kind is named as what it is", () => {
    const [found] = checkDocument({
      model: { ...base, flows: { save: { from: "lan", to: "db" } }, "entry-points": {}, features: {} },
    });
    expect(found?.say).toBe("save.from names lan, which is a zone, not an element.");
  });

  test("resolve in both files, and through an earlier id", () => {
    const observed = { elements: { cache: { was: ["redis"] } }, roles: { admin: {} } };
    const model = {
      flows: { ...base.flows, f: { from: "web", to: "cache" }, g: { from: "web", to: "redis" } },
      "entry-points": { e: { access: { admin: "no" as const } } },
    };
    expect(problemsOf(model, observed)).toEqual([]);
  });

  test("an attacker may start in a kind of zone", () => {
    expect(problemsOf({ attackers: { a: { starts: "internet" }, b: { starts: "lan" } } })).toEqual([]);
  });

  test("the register may name what is gone", () => {
    const register = {
      parapet: 1,
      decisions: { "r@gone": { decision: "accept" as const, by: "a", on: "2026-01-01" } },
    };
    expect(checkDocument({ model: base, register })).toEqual([]);
  });
});

describe("ids", () => {
  test("are unique across kinds and files", () => {
    expect(problemsOf({ data: { order: {}, web: {} } })).toEqual(["duplicate-id model data.web"]);
    expect(problemsOf({}, { zones: { db: {} } })).toEqual(["duplicate-id observed zones.db"]);
  });

  test("of the same kind in both files are one thing", () => {
    expect(problemsOf({}, { elements: { db: { kind: "data-store" } } })).toEqual([]);
  });

  test("may equal a role, and may not be model", () => {
    expect(problemsOf({ roles: { customer: {}, web: {} } })).toEqual([]);
    expect(problemsOf({ zones: { ...base.zones, model: {} } })).toEqual(["bad-id model zones.model"]);
  });
});

describe("flows to themselves", () => {
  test("in one file", () => {
    expect(problemsOf({ flows: { save: { from: "web", to: "web" } } })).toEqual(["self-flow model flows.save.to"]);
  });

  test("once both files are laid over each other", () => {
    const observed = { flows: { save: { from: "db" } } };
    expect(problemsOf({ flows: { save: { to: "db" } } }, observed)).toEqual(["self-flow model flows.save.to"]);
  });

  test("through an earlier id", () => {
    const model = {
      elements: { ...base.elements, db: { was: ["store"] } },
      flows: { save: { from: "db", to: "store" } },
    };
    expect(problemsOf(model)).toEqual(["self-flow model flows.save.to"]);
  });
});

test("an earlier id that another thing has now is that thing's", () => {
  const elements = { ...base.elements, web: { was: ["db"] } };
  expect(problemsOf({ elements })).toEqual([]);
});

test("two things that are each other are one", () => {
  const elements = { ...base.elements, a: { "same-as": "b" }, b: { "same-as": "a" } };
  expect(
    problemsOf({ elements, flows: { ...base.flows, f: { from: "a", to: "b" }, g: { from: "b", to: "a" } } }),
  ).toEqual(["self-flow model flows.f.to", "self-flow model flows.g.to"]);
});

describe("zones in a circle", () => {
  test("are told once, from the first by code unit", () => {
    const zones = { ...base.zones, c: { in: "a" }, a: { in: "b" }, b: { in: "c" }, d: { in: "c" } };
    expect(problemsOf({ zones })).toEqual(["zone-cycle model zones.a.in"]);
    expect(checkDocument({ model: { ...base, zones } })[0]?.say).toBe("The zones lie in a circle: a in b in c in a.");
  });

  test("each circle, and a zone in itself", () => {
    const zones = { ...base.zones, a: { in: "b" }, b: { in: "a" }, s: { in: "s" } };
    expect(problemsOf({ zones })).toEqual(["zone-cycle model zones.a.in", "zone-cycle model zones.s.in"]);
  });

  test("across files", () => {
    expect(problemsOf({ zones: { ...base.zones, a: { in: "b" } } }, { zones: { b: { in: "a" } } })).toEqual([
      "zone-cycle model zones.a.in",
    ]);
  });
});

test("grows with the document, not faster", () => {
  const time = (n: number) => {
    const zones = Object.fromEntries(
      Array.from({ length: n }, (_, i) => [`z${i}`, i === 0 ? {} : { in: `z${i - 1}` }]),
    );
    const started = performance.now();
    expect(problemsOf({ zones: { ...base.zones, ...zones } })).toEqual([]);
    return performance.now() - started;
  };
  time(2_000);
  expect(time(40_000)).toBeLessThan(10_000);
});

test("a long chain of things that are others does not stall", () => {
  const n = 30_000;
  const zones = Object.fromEntries(
    Array.from({ length: n }, (_, i) => [`z${i}`, { "same-as": `z${i + 1}`, in: `z${(i * 7919) % n}` }]),
  );
  const started = performance.now();
  checkDocument({ model: { parapet: 1, system: "S", zones: { ...zones, [`z${n}`]: {} } } });
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("the name that was meant is offered", () => {
  const found = checkDocument({ model: { ...base, "entry-points": { e: { on: "wbe", access: { custmer: "yes" } } } } });
  expect(found.map(({ fix }) => fix)).toEqual([
    "Did you mean web? Add wbe as an element, or correct the name.",
    "Did you mean customer? Add custmer to roles, or correct the name.",
  ]);
});

test("another kind's name is offered for a clash", () => {
  const found = checkDocument({ model: { ...base, dependencies: { web: {} } } });
  expect(found.map(({ fix }) => fix)).toEqual(["Rename one of the two, for example to web-dependency."]);
});
