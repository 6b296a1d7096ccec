// Drawing a system by the command line alone: every kind of thing is added, changed, renamed and removed, and each change says what it did.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Analysis, analyse, type Document, type Model } from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "./shipped.ts";
import { build, Scratch, today } from "./testing/cli.ts";

beforeAll(build, 120_000);

const scratches: Scratch[] = [];
function blank(...calls: readonly (readonly string[])[]): Scratch {
  const made = new Scratch();
  scratches.push(made);
  made.ok("init", "--blank", "--name", "Four elements");
  for (const call of calls) made.ok(...call, "--as", "ann");
  return made;
}
afterAll(() => {
  for (const one of scratches) one.remove();
});
const textOf = (one: Scratch): string => readFileSync(join(one.folder, "threat-model/model.yaml"), "utf8");
function modelOf(one: Scratch): Model {
  const read = readDocument(new Map([["model.yaml", textOf(one)]]));
  if (!read.ok) throw new Error(read.problems.map(({ say }) => say).join("\n"));
  return (read.value as Document).model;
}

/** The system of bench/noise.mjs. */
const drawing: readonly (readonly string[])[] = [
  ["zone", "add", "internet", "--kind", "internet"],
  ["zone", "add", "inside", "--kind", "private-network"],
  ["element", "add", "user", "--kind", "external-entity", "--zone", "internet"],
  ["element", "add", "web", "--kind", "process", "--zone", "inside"],
  ["element", "add", "database", "--kind", "data-store", "--zone", "inside"],
  ["element", "add", "worker", "--kind", "process", "--zone", "inside"],
  ["flow", "add", "user", "web", "--protocol", "https", "--id", "visit"],
  ["flow", "add", "web", "database", "--id", "save"],
  ["flow", "add", "web", "worker", "--id", "hand"],
];
const drawn: Model = {
  parapet: 1,
  system: "Four elements",
  zones: { internet: { kind: "internet" }, inside: { kind: "private-network" } },
  elements: {
    user: { kind: "external-entity", zone: "internet" },
    web: { kind: "process", zone: "inside" },
    database: { kind: "data-store", zone: "inside" },
    worker: { kind: "process", zone: "inside" },
  },
  flows: {
    visit: { from: "user", to: "web", protocol: "https" },
    save: { from: "web", to: "database" },
    hand: { from: "web", to: "worker" },
  },
};

describe("from a blank model to a report", () => {
  const one = blank();

  test("every step says what it adds, and what comes with it", () => {
    for (const call of drawing) {
      const { title, made, threats } = one.json(...call, "--as", "ann");
      expect(title).toMatch(/^Added the (zone|element|flow) /);
      expect(made).toHaveLength(1);
      expect(threats.gone).toEqual([]);
    }
    expect(modelOf(one)).toEqual(drawn);
  });

  test("the analysis is that of the drawing", () => {
    const analysis: Analysis = one.json("analyze");
    const expected = analyse({ model: drawn }, loadKnowledge(), { now: today });
    expect(analysis.summary).toEqual(expected.summary);
    expect(analysis.threats.map(({ id }) => id)).toEqual(expected.threats.map(({ id }) => id));
  });

  test("the lists name what was drawn", () => {
    expect(one.ok("element")).toContain("web       process          inside\n");
    expect(one.ok("flow", "list")).toMatch(/^3 flows\n.*\nsave +web +database +\?/s);
    expect(Object.keys(one.json("zone").zones)).toEqual(["inside", "internet"]);
    expect(one.ok("attacker")).toBe("No attacker is drawn.\n");
  });

  test("report ends it", () => {
    const { out, files } = one.json("report");
    expect(out).toBe("threat-model-report");
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) expect(existsSync(join(one.folder, out, file)), file).toBe(true);
    expect(readFileSync(join(one.folder, out, "diagram.svg"), "utf8")).toContain("database");
  });

  test("undo takes every step back, down to the bytes of init", () => {
    for (const _ of drawing) one.ok("undo", "--as", "ann");
    expect(textOf(one)).toBe(textOf(blank()));
  });
});

describe("the other kinds of things", () => {
  const one = blank(
    ["role", "customer"],
    ["role", "support"],
    ["element", "add", "Web shop", "--kind", "process", "--technologies", "node,fastify", "--tenancy", "shared"],
    ["element", "add", "store", "--kind", "data-store", "--holds", "none", "--planned"],
    ["data", "add", "Order lines", "--classification", "confidential", "--kinds", "personal,financial"],
    ["flow", "add", "web-shop", "store", "--carries", "order-lines", "--returns", "none", "--opens", "unknown"],
    [
      "dependency",
      "add",
      "sdk",
      "--kind",
      "library",
      "--used-by",
      "web-shop",
      "--version",
      "4.2",
      "--title",
      "Pay SDK",
    ],
    ["attacker", "add", "Card thief", "--starts", "internet", "--capability", "medium", "--motive", "Cards"],
  );

  test("are written as they were said", () => {
    one.ok(
      ...["entry-point", "add", "Place order", "--on", "web-shop", "--kind", "api", "--at", "POST /orders"],
      ...["--authentication", "oidc", "--carries", "order-lines", "--access", "customer=yes,support=when"],
      ...["--when", "on call", "--as", "ann"],
    );
    const { elements, data, flows, dependencies, attackers, "entry-points": points } = modelOf(one);
    expect(elements).toEqual({
      "web-shop": { title: "Web shop", kind: "process", technologies: ["node", "fastify"], tenancy: "shared" },
      store: { kind: "data-store", holds: [], state: "planned" },
    });
    expect(data).toEqual({
      "order-lines": { title: "Order lines", classification: "confidential", kinds: ["personal", "financial"] },
    });
    expect(flows).toEqual({
      "web-shop-to-store": { from: "web-shop", to: "store", opens: "unknown", carries: ["order-lines"], returns: [] },
    });
    expect(dependencies).toEqual({
      sdk: { title: "Pay SDK", kind: "library", "used-by": ["web-shop"], version: "4.2" },
    });
    expect(attackers).toEqual({
      "card-thief": { title: "Card thief", starts: "internet", capability: "medium", motive: "Cards" },
    });
    expect(points).toEqual({
      "place-order": {
        title: "Place order",
        on: "web-shop",
        kind: "api",
        at: "POST /orders",
        authentication: "oidc",
        carries: ["order-lines"],
        access: { customer: "yes", support: { when: "on call" } },
      },
    });
  });

  test("are listed with what is not said as a question mark, and what is known to be empty as a dash", () => {
    expect(one.ok("element")).toBe(
      "2 elements\nstore     data-store  ?  (planned)\nweb-shop  process     ?  Web shop\n",
    );
    expect(one.ok("dependency")).toBe("1 dependency\nsdk  library  web-shop  Pay SDK\n");
    one.ok("set", "order-lines", "kinds", "none", "--as", "ann");
    expect(one.ok("data")).toBe("1 data asset\norder-lines  confidential  –  Order lines\n");
  });
});

describe("changing what is drawn", () => {
  const one = blank(...drawing);

  test.each([
    [["set", "save", "protocol", "postgresql"], "Set protocol of save: postgresql"],
    [["set", "save", "carries", "none"], "Set carries of save: none"],
    [["set", "save", "protocol", "--unset"], "Took protocol of save away"],
    [["set", "save", "crosses", '[{"what":"tenant","why":"Rows of all tenants"}]'], "Set crosses of save: "],
  ])("parapet %j", (call, say) => {
    expect(one.ok(...call, "--as", "ann").startsWith(say)).toBe(true);
  });

  test("stands in the model", () => {
    expect(modelOf(one).flows?.save).toEqual({
      from: "web",
      to: "database",
      carries: [],
      crosses: [{ what: "tenant", why: "Rows of all tenants" }],
    });
  });

  test("a thing that is renamed keeps its threats: none comes, none goes, back and forth", () => {
    const renamed = one.json("rename", "database", "orders-db", "--as", "ann");
    expect([renamed.threats, renamed.effect]).toEqual([{ come: [], gone: [] }, ""]);
    expect(Object.keys(modelOf(one).elements ?? {})).toContain("orders-db");
    const back = one.json("undo", "--as", "ann");
    expect([back.threats, back.effect]).toEqual([{ come: [], gone: [] }, ""]);
  });

  test("what goes takes its threats along, and says which; undo brings them back", () => {
    const before = modelOf(one);
    const removed = one.ok("remove", "hand", "worker", "--as", "ann");
    expect(removed).toMatch(
      /^Removed hand, worker\.\nSettles \d+ threats, .*\nGone:\n {2}· \S.* \S+ \S[\s\S]*\(clear-text-inside@hand\)/,
    );
    expect(one.ok("undo", "--as", "ann")).toMatch(/\nNew:\n {2}· \S[\s\S]*\(clear-text-inside@hand\)[\s\S]* more\n$/);
    expect(modelOf(one)).toEqual(before);
  });
});

describe("what cannot be", () => {
  const one = blank(...drawing);
  test.each([
    [
      "no kind",
      ["element", "add", "queue"],
      "No kind is given. Add --kind, one of external-entity, process, data-store.",
    ],
    ["another kind", ["element", "add", "queue", "--kind", "proces"], "proces is no value of kind."],
    ["a value of a list", ["data", "add", "x", "--kinds", "personal,gold"], "gold is no value of kinds."],
    ["an unquoted name", ["zone", "add", "Inner", "net"], "Several names are given: Inner, net. Quote a name"],
    ["no name", ["zone", "add"], "No name is given."],
    ["one end", ["flow", "add", "web"], "From and to are wanted, in this order; given is web."],
    ["another action", ["flow", "draw"], "Write parapet flow, or parapet flow add FROM TO."],
    ["an end that is not there", ["flow", "add", "web", "databse"], "databse"],
    ["a taken id", ["element", "add", "web", "--kind", "process"], "The id web is taken."],
    [
      "access without a condition",
      ["entry-point", "add", "x", "--on", "web", "--kind", "api", "--access", "a=when"],
      "--when",
    ],
    [
      "access that is none",
      ["entry-point", "add", "x", "--on", "web", "--kind", "api", "--access", "a"],
      '"a" says no access.',
    ],
    ["a field that is none", ["set", "web", "colour", "red"], "web has no field colour."],
    ["no value", ["set", "web", "zone"], "No value is given. Give the value, or --unset"],
    ["a value and --unset", ["set", "web", "zone", "inside", "--unset"], "A value is given, and --unset too."],
    ["broken JSON", ["set", "save", "crosses", "[{"], "begins like JSON and is none"],
    ["a field of another verb", ["set", "web", "was", "x"], "Give it another id (parapet rename)."],
    ["a thing that others name", ["remove", "web"], "web is named by"],
    ["a thing that is not there", ["rename", "wep", "front"], "There is nothing with the id wep. Did you mean web?"],
    ["facts by hand", ["set", "web", "facts", "x"], "Answer the question instead (parapet answer)."],
  ])("%s", (_name, args, say) => {
    const before = textOf(one);
    const { code, out, err } = one.run(...args, "--as", "ann");
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(say);
    expect(textOf(one)).toBe(before);
  });
});

describe("the drawing", () => {
  const one = blank(...drawing);
  const diagramOf = () => {
    const read = readDocument(
      new Map(
        ["model.yaml", "diagram.yaml"].map((file) => [
          file,
          readFileSync(join(one.folder, "threat-model", file), "utf8"),
        ]),
      ),
    );
    return read.ok ? (read.value as Document).diagram : undefined;
  };
  const as = (...call: string[]) => one.ok(...call, "--as", "ann");

  test("things are placed, listed, and laid out automatically again", () => {
    expect(one.ok("diagram")).toContain("Nothing is placed by hand");
    as("diagram", "place", "web=40,60.25", "inside=0,10", "--size", "inside=400,300");
    expect(diagramOf()).toEqual({
      parapet: 1,
      positions: { inside: { x: 0, y: 10 }, web: { in: "inside", x: 40, y: 60.5 } },
      sizes: { inside: { width: 400, height: 300 } },
    });
    expect(one.ok("diagram")).toMatch(/web +40,60\.5 +in inside/);
    as("diagram", "unplace", "--zone", "inside");
    expect(diagramOf()?.positions).toEqual({ inside: { x: 0, y: 10 } });
    expect(one.run("diagram", "place", "web=left").err).toContain('"web=left" is not of its form.');
    expect(one.run("diagram", "place", "--size", "web=0,4").err).toContain("web would have no size.");
  });

  test("moving into another zone says what it does to the threats, and undo takes it back", () => {
    const before = one.json("analyze").threats.length;
    expect(as("move", "web", "--to", "internet")).toContain("Moved web to internet.");
    expect(modelOf(one).elements?.web?.zone).toBe("internet");
    expect(one.json("analyze").threats.length).not.toBe(before);
    as("undo");
    expect(modelOf(one)).toEqual(drawn);
    expect(one.run("move", "inside", "--to", "inside", "--as", "ann").code).toBe(2);
  });

  test("copies, lists and bulk edits", () => {
    as("copy", "web", "worker", "--title", "worker=Mail worker");
    expect(Object.keys(modelOf(one).flows ?? {})).toContain("web-copy-to-mail-worker");
    expect(as("element", "add", "Cart", "Search", "--each", "--kind", "process")).toContain("Added 2 elements");
    as("set", "cart,search", "zone", "inside");
    expect(modelOf(one).elements?.search).toEqual({ title: "Search", kind: "process", zone: "inside" });
    as("set", "cart,search", "zone", "--unset");
    expect(modelOf(one).elements?.cart).toEqual({ title: "Cart", kind: "process" });
  });

  test("views are added, changed, listed and removed", () => {
    as("view", "add", "Front door", "--elements", "user,web", "--hides", "hand");
    as("view", "set", "front-door", "--title", "The front door", "--zones", "internet");
    expect(diagramOf()?.views).toEqual({
      "front-door": { title: "The front door", shows: { zones: ["internet"] }, hides: ["hand"] },
    });
    expect(one.ok("view")).toMatch(/front-door +The front door +internet +without hand/);
    as("view", "remove", "front-door");
    expect(one.ok("view")).toContain("There is no view");
  });
});

test("comments are made, answered, resolved and taken back", () => {
  const one = blank(...drawing);
  const say = (...call: string[]) => one.json("comment", "add", ...call).made;
  one.ok("comment", "add", "web", "Why public?", "--as", "ann");
  const [first] = one.json("comment", "list", "web").comments as { id: string; by: string }[];
  expect(first).toMatchObject({ by: "ann", on: "web", at: today, text: "Why public?" });
  const id = (first as { id: string }).id;
  say("web", "Marketing wants it", "--reply-to", id, "--as", "bo");
  expect(one.ok("comment")).toMatch(/Why public\?\n.*ann, 2026-11-24\n {2}↳ Marketing wants it/);
  expect(one.run("comment", "remove", id, "--as", "ann").err).toContain("bo answered it.");
  one.ok("comment", "resolve", id, "--as", "cy");
  expect(one.ok("comment")).toContain("Nothing is said that waits.");
  expect(one.ok("comment", "--all")).toContain("resolved by cy");
  one.ok("comment", "reopen", id, "--as", "cy");
  expect(one.ok("comment", "list", "web")).toContain("Why public?");
  expect(one.run("comment", "add", "wep", "x", "--as", "ann").err).toContain("Did you mean web?");
});

test("what was only said waits for the person, and status names the command", () => {
  const one = blank(...drawing);
  one.ok("participant", "ann", "--job", "engineer", "--as", "bo");
  one.ok("review", "diagram", "--said-by", "ann", "--as", "bo");
  const needs = (): { id: string; command: string }[] =>
    one.json("analyze").stages.flatMap(({ missing }: { missing: { id: string; command: string }[] }) => missing);
  expect(needs().find(({ id }) => id === "review-diagram")?.command).toBe("parapet review diagram --as ann");
  one.ok("review", "diagram", "--as", "ann");
  expect(needs().map(({ id }) => id)).not.toContain("review-diagram");
  one.ok("threat", "add", "A courier reads the label", "--said-by", "cy", "--as", "bo");
  expect(readFileSync(join(one.folder, "threat-model/register.yaml"), "utf8")).toMatch(
    /by: cy\n +recorded-by: bo\n +recorded: 2026-11-24/,
  );
});

test("features are rated by the intake, and ranked", () => {
  const one = blank(...drawing);
  one.ok("feature", "Save a card", "--as", "ann");
  one.ok("feature", "Dark mode", "--as", "ann");
  one.ok("feature", "dark-mode", "--rate", "sensitive-data=no,open-to-anyone=no", "--as", "ann");
  one.ok("feature", "save-a-card", "--rate", "sensitive-data=yes", "--as", "ann");
  const ranked = one.json("feature", "--rank").features as { id: string; score: number }[];
  expect(ranked.map(({ id, score }) => [id, score])).toEqual([
    ["save-a-card", 57],
    ["dark-mode", 37],
  ]);
  expect(one.ok("feature", "--rank")).toMatch(/57 +13–100 +save-a-card +Save a card +9 of 10 unknown/);
  expect(one.run("feature", "save-a-card", "--rate", "colour=yes", "--as", "ann").code).toBe(2);
  expect(one.run("feature", "save-a-card", "--rate", "sensitive-data", "--as", "ann").err).toContain(
    "is not of its form",
  );
});

test("views of the threats are saved, read and removed", () => {
  const one = blank(...drawing);
  expect(one.ok("threats", "--views")).toContain("No view is saved.");
  one.ok("threats", "--element", "web", "--tier", "high,medium", "--save", "The front", "--as", "ann");
  expect(one.ok("threats", "--views")).toMatch(/the-front +The front +tiers high,medium · subjects web/);
  expect(one.json("threats", "--view", "the-front")).toEqual(
    one.json("threats", "--element", "web", "--tier", "high,medium"),
  );
  expect(one.json("threats", "--view", "the-front", "--tier", "low")).toEqual(
    one.json("threats", "--element", "web", "--tier", "low"),
  );
  expect(one.run("threats", "--view", "the-frond").err).toContain("Did you mean the-front?");
  one.ok("threats", "--forget", "the-front", "--as", "ann");
  expect(one.ok("threats", "--views")).toContain("No view is saved.");
});
