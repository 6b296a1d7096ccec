import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import {
  byCodeUnit,
  type Change,
  canonicalText,
  inverse,
  inverseOf,
  isMapKey,
  isSet,
  isSetKey,
  pathOf,
} from "./changes.ts";
import { difference } from "./difference.ts";
import type { Document } from "./document.ts";
import { merge, rebase } from "./rebase.ts";

const base: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    scope: { purpose: "Sell", in: [{ what: "web" }] },
    elements: {
      web: { kind: "process", technologies: ["node", "express"], facts: { x: { value: "yes", by: "ann" } } },
      db: { kind: "data-store", holds: [] },
    },
  },
};
const model = (changes: Partial<Document["model"]>): Document => ({ ...base, model: { ...base.model, ...changes } });
const elements = base.model.elements ?? {};
const web = elements.web ?? {};

/** What was done to the base → the changes that say it. */
const table: readonly (readonly [string, Document, readonly Change[]])[] = [
  [
    "a scalar of a layer",
    model({ system: "Store" }),
    [{ collection: "model", id: "model", field: ["system"], before: "Shop", after: "Store" }],
  ],
  [
    "a new thing",
    model({ elements: { ...elements, job: { kind: "process" } } }),
    [{ collection: "model.elements", id: "job", after: { kind: "process" } }],
  ],
  [
    "a thing that goes",
    model({ elements: { web } }),
    [{ collection: "model.elements", id: "db", before: { kind: "data-store", holds: [] } }],
  ],
  [
    "a field",
    model({ elements: { ...elements, web: { ...web, kind: "data-store" } } }),
    [{ collection: "model.elements", id: "web", field: ["kind"], before: "process", after: "data-store" }],
  ],
  [
    "a field that is new",
    model({ elements: { ...elements, web: { ...web, zone: "inner" } } }),
    [{ collection: "model.elements", id: "web", field: ["zone"], after: "inner" }],
  ],
  [
    "a value deep down",
    model({ elements: { ...elements, web: { ...web, facts: { x: { value: "no", by: "ann" } } } } }),
    [{ collection: "model.elements", id: "web", field: ["facts", "x", "value"], before: "yes", after: "no" }],
  ],
  [
    "a fact in short form",
    model({ elements: { ...elements, web: { ...web, facts: { x: "no" } } } }),
    [
      {
        collection: "model.elements",
        id: "web",
        field: ["facts", "x"],
        before: { value: "yes", by: "ann" },
        after: "no",
      },
    ],
  ],
  [
    "members of a set",
    model({ elements: { ...elements, web: { ...web, technologies: ["redis", "node"] } } }),
    [
      { collection: "model.elements", id: "web", field: ["technologies", "express"], before: true },
      { collection: "model.elements", id: "web", field: ["technologies", "redis"], after: true },
    ],
  ],
  [
    "a set that only grows",
    model({ elements: { ...elements, web: { ...web, technologies: ["node", "express", "redis"] } } }),
    [{ collection: "model.elements", id: "web", field: ["technologies", "redis"], after: true }],
  ],
  [
    "a set that only shrinks",
    model({ elements: { ...elements, web: { ...web, technologies: ["node"] } } }),
    [{ collection: "model.elements", id: "web", field: ["technologies", "express"], before: true }],
  ],
  ["the order of a set", model({ elements: { ...elements, web: { ...web, technologies: ["express", "node"] } } }), []],
  [
    "a set that was said to be none",
    model({ elements: { ...elements, db: { kind: "data-store" } } }),
    [{ collection: "model.elements", id: "db", field: ["holds"], before: [] }],
  ],
  [
    "a list that is no set, as a whole",
    model({ scope: { purpose: "Sell", in: [{ what: "web" }, { what: "db" }] } }),
    [
      {
        collection: "model.scope",
        id: "model",
        field: ["in"],
        before: [{ what: "web" }],
        after: [{ what: "web" }, { what: "db" }],
      },
    ],
  ],
  [
    "a singleton",
    model({ scope: { purpose: "Give", in: [{ what: "web" }] } }),
    [{ collection: "model.scope", id: "model", field: ["purpose"], before: "Sell", after: "Give" }],
  ],
  [
    "a map that is new",
    model({ zones: { inner: {} } }),
    [{ collection: "model", id: "model", field: ["zones"], after: { inner: {} } }],
  ],
  [
    "a layer that is new",
    { ...base, register: { parapet: 1 } },
    [{ collection: "register", id: "model", after: { parapet: 1 } }],
  ],
  [
    "an empty map is no absent one",
    model({ flows: {} }),
    [{ collection: "model", id: "model", field: ["flows"], after: {} }],
  ],
];

describe("a change says", () => {
  test.each(table)("%s", (_, edited, changes) => {
    expect(difference(base, edited)).toEqual(changes);
    expect(canonicalText(apply(base, changes))).toBe(canonicalText(edited));
    expect(difference(edited, base)).toHaveLength(changes.length);
  });

  test("nothing of what both documents share, and does not look into it", () => {
    const untouchable = new Proxy(web, {
      ownKeys: () => {
        throw new Error("looked into");
      },
    });
    const [a, b] = ["A", "B"].map((title) => model({ elements: { web: untouchable, db: { title } } })) as [
      Document,
      Document,
    ];
    expect(difference(a, b)).toHaveLength(1);
  });

  test("what goes and comes under a name that every object inherits", () => {
    const observed = (sources: object) => ({ ...base, observed: { parapet: 1, sources } }) as Document;
    const [without, has] = [observed({}), observed({ toString: { kind: "compose" } })];
    const change = { collection: "observed.sources", id: "toString" };
    expect(difference(without, has)).toEqual([{ ...change, after: { kind: "compose" } }]);
    expect(difference(has, without)).toEqual([{ ...change, before: { kind: "compose" } }]);
  });

  test("what goes and comes under the name of the prototype", () => {
    const parsed = (sources: string) =>
      ({ ...base, observed: JSON.parse(`{"parapet":1,"sources":${sources}}`) }) as Document;
    const [none, one, other] = ["{}", '{"__proto__":{"kind":"compose"}}', '{"__proto__":{"kind":"openapi"}}'].map(
      parsed,
    ) as [Document, Document, Document];
    for (const [a, b] of [
      [none, one],
      [one, other],
      [other, none],
    ] as const) {
      const after = apply(a, difference(a, b));
      expect(JSON.stringify(after)).toBe(JSON.stringify(b));
      expect(canonicalText(after)).toBe(canonicalText(b));
      expect(Object.getPrototypeOf(after.observed?.sources)).toBe(Object.prototype);
    }
    expect(canonicalText(one)).not.toBe(canonicalText(none));
  });

  test("where it is", () => {
    const paths = table.flatMap(([, , changes]) => changes.slice(0, 1).map((change) => pathOf(change).join("/")));
    expect(paths).toEqual([
      "model/system",
      "model/elements/job",
      "model/elements/db",
      "model/elements/web/kind",
      "model/elements/web/zone",
      "model/elements/web/facts/x/value",
      "model/elements/web/facts/x",
      "model/elements/web/technologies/express",
      "model/elements/web/technologies/redis",
      "model/elements/web/technologies/express",
      "model/elements/db/holds",
      "model/scope/in",
      "model/scope/purpose",
      "model/zones",
      "register",
      "model/flows",
    ]);
  });
});

describe("apply", () => {
  const at = (field: readonly string[], after?: Change["after"]): Change => ({
    collection: "model.elements",
    id: "web",
    field,
    ...(after === undefined ? {} : { after }),
  });

  test("makes what is missing on the way", () => {
    const document = apply(base, [
      { collection: "register.decisions", id: "r@web", field: ["by"], after: "ann" },
      at(["facts", "y", "value"], "no"),
    ]);
    expect(document.register?.decisions).toEqual({ "r@web": { by: "ann" } });
    expect(document.model.elements?.web?.facts).toEqual({ x: { value: "yes", by: "ann" }, y: { value: "no" } });
  });

  test("a member that is there already stands once; one that is not there goes without a trace", () => {
    const twice = apply(base, [at(["technologies", "node"], true), at(["technologies", "perl"])]);
    expect(twice.model.elements?.web?.technologies).toEqual(["express", "node"]);
  });

  test("a set that loses its last member is none, not unknown", () => {
    const document = apply(base, [at(["technologies", "node"]), at(["technologies", "express"])]);
    expect(document.model.elements?.web?.technologies).toEqual([]);
  });

  test("a first member makes the set", () => {
    expect(apply(base, [at(["holds", "order"], true)]).model.elements?.web?.holds).toEqual(["order"]);
  });

  test("changes come in order: a later one wins", () => {
    expect(apply(base, [at(["zone"], "a"), at(["zone"], "b")]).model.elements?.web?.zone).toBe("b");
  });

  test("takes a layer, a singleton, a thing away", () => {
    const gone = apply({ ...base, register: { parapet: 1 } }, [
      { collection: "register", id: "model", before: { parapet: 1 } },
      { collection: "model.scope", id: "model" },
      { collection: "model.elements", id: "db" },
    ]);
    expect(gone).toStrictEqual({ model: { parapet: 1, system: "Shop", elements: { web } } });
  });

  test("a key that names a set elsewhere may name a map: what lies deeper is no member", () => {
    const threat: Change = { collection: "register", id: "model", field: ["threats", "t", "title"], after: "T" };
    expect(apply(base, [threat]).register?.threats).toEqual({ t: { title: "T" } });
  });
});

test("the inverse of a put is a removal, of a set the old value", () => {
  expect(inverse({ collection: "model.roles", id: "a", after: {} })).toEqual({
    collection: "model.roles",
    id: "a",
    before: {},
  });
  expect(inverse({ collection: "model.roles", id: "a", field: ["title"], before: "A", after: "B" })).toEqual({
    collection: "model.roles",
    id: "a",
    field: ["title"],
    before: "B",
    after: "A",
  });
  expect(inverse({ collection: "model.data", id: "a", field: ["kinds", "secret"], after: true })).toEqual({
    collection: "model.data",
    id: "a",
    field: ["kinds", "secret"],
    before: true,
  });
});

test("a batch is taken back from its end: the same field twice, a thing and what is in it", () => {
  const at = { collection: "model.elements", id: "web" };
  const batch: readonly Change[] = [
    { ...at, field: ["title"], after: "A" },
    { ...at, field: ["title"], before: "A", after: "B" },
    { collection: "model.elements", id: "cache", after: {} },
    { collection: "model.elements", id: "cache", field: ["title"], after: "Cache" },
  ];
  expect(canonicalText(apply(apply(base, batch), inverseOf(batch)))).toBe(canonicalText(base));
});

describe("two sides", () => {
  const set = (id: string, field: string, after: string): Change => ({
    collection: "model.elements",
    id,
    field: [field],
    after,
  });
  const gone = (id: string): Change => ({ collection: "model.elements", id, before: {} });
  const member = (name: string, present: boolean): Change => ({
    collection: "model.elements",
    id: "web",
    field: ["technologies", name],
    ...(present ? { after: true } : { before: true }),
  });
  test.each<[string, Change, Change, "kept" | "done" | "conflict"]>([
    ["other things", set("web", "zone", "a"), set("db", "zone", "b"), "kept"],
    ["other fields of a thing", set("web", "zone", "a"), set("web", "title", "b"), "kept"],
    ["the same value", set("web", "zone", "a"), set("web", "zone", "a"), "done"],
    ["another value", set("web", "zone", "a"), set("web", "zone", "b"), "conflict"],
    ["a field of what the other removes", set("web", "zone", "a"), gone("web"), "conflict"],
    ["a removal of what the other edits", gone("web"), set("web", "zone", "a"), "conflict"],
    ["both remove it", gone("web"), gone("web"), "done"],
    ["other members of a set", member("perl", true), member("node", false), "kept"],
    ["the same member", member("perl", true), member("perl", true), "done"],
    [
      "the whole set against a member",
      { ...set("web", "technologies", "x"), after: [] },
      member("node", false),
      "conflict",
    ],
    [
      "below and above",
      { collection: "model.elements", id: "web", field: ["facts", "x", "value"], after: "no" },
      { collection: "model.elements", id: "web", field: ["facts", "x"], after: "no" },
      "conflict",
    ],
    [
      "the same set in another order",
      { ...set("web", "technologies", "x"), after: ["a", "b"] },
      { ...set("web", "technologies", "x"), after: ["b", "a"] },
      "done",
    ],
    [
      "the same list in another order",
      { ...set("web", "aliases-in-order", "x"), after: ["a", "b"] },
      { ...set("web", "aliases-in-order", "x"), after: ["b", "a"] },
      "conflict",
    ],
    ["an id that begins like the other", set("web", "zone", "a"), set("web-2", "zone", "b"), "kept"],
  ])("%s", (_, mine, theirs, outcome) => {
    const { changes, conflicts } = rebase([mine], [theirs]);
    expect({ changes, conflicts }).toEqual({
      changes: outcome === "kept" ? [mine] : [],
      conflicts: outcome === "conflict" ? [{ mine, theirs }] : [],
    });
  });

  test("a merge takes both; where they contradict the first stands", () => {
    const a = apply(base, [set("web", "zone", "a"), member("perl", true)]);
    const b = apply(base, [set("web", "zone", "b"), member("node", false), set("db", "title", "Orders")]);
    const { document, conflicts } = merge(base, a, b);
    expect(document.model.elements).toEqual({
      web: { ...web, technologies: ["express", "perl"], zone: "a" },
      db: { kind: "data-store", holds: [], title: "Orders" },
    });
    expect(conflicts).toEqual([{ mine: set("web", "zone", "b"), theirs: set("web", "zone", "a") }]);
  });
});

describe("canonical form", () => {
  test.each<[string, unknown, unknown, boolean]>([
    ["keys in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ["a set in another order, with a member twice", { tags: ["b", "a"] }, { tags: ["a", "b", "a"] }, true],
    ["a list in another order", { in: [{ what: "a" }, { what: "b" }] }, { in: [{ what: "b" }, { what: "a" }] }, false],
    ["an absent value", { a: 1 }, { a: 1, b: undefined }, true],
    ["none and not said", { holds: [] }, {}, false],
    ["a number and its text", { a: 1 }, { a: "1" }, false],
  ])("%s", (_, a, b, same) => expect(canonicalText(a) === canonicalText(b)).toBe(same));

  test("orders by code unit, whatever the locale", () => {
    expect(["ä", "b", "B", "a", "Z", "10", "9"].sort(byCodeUnit)).toEqual(["10", "9", "B", "Z", "a", "b", "ä"]);
    expect(byCodeUnit("a", "a")).toBe(0);
    expect(byCodeUnit("a", "b")).toBeLessThan(0);
    expect(byCodeUnit("b", "a")).toBeGreaterThan(0);
  });

  test("knows sets and maps by their key", () => {
    expect(["technologies", "also-on", "threats"].every(isSetKey)).toBe(true);
    expect(isSetKey("in")).toBe(false);
    expect(isSet("technologies", ["node"])).toBe(true);
    expect(isSet("technologies", ["node", 7])).toBe(false);
    expect(isSet("technologies", "node")).toBe(false);
    expect(isSet("in", ["node"])).toBe(false);
    expect(isMapKey("model", "elements")).toBe(true);
    expect(isMapKey("model", "scope")).toBe(false);
    expect(isMapKey("observed", "assumptions")).toBe(false);
    expect(isMapKey("register", "decisions")).toBe(true);
  });
});
