import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Analysis, analyse, type Document, type Knowledge } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { chosen, matching, queryOf, strangers } from "./query.ts";

const engine = fileURLToPath(new URL("../../../packages/knowledge/dist/engine.json", import.meta.url));
const knowledge = JSON.parse(readFileSync(engine, "utf8")) as Knowledge;
const document: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    zones: {
      internet: { kind: "internet" },
      outer: { kind: "private-network" },
      inner: { kind: "private-network", in: "outer" },
    },
    elements: {
      shopper: { kind: "external-entity", zone: "internet" },
      web: { kind: "process", zone: "outer" },
      db: { kind: "data-store", zone: "inner" },
    },
    flows: { order: { from: "shopper", to: "web", protocol: "https" }, save: { from: "web", to: "db" } },
    "entry-points": { orders: { on: "web", kind: "api", via: ["order"] } },
  },
};
const analysis: Analysis = analyse(document, knowledge, { now: "2026-11-24" });
const subjects = (query: Parameters<typeof matching>[1]): string[] =>
  [...new Set(matching(analysis, query).map(({ subject }) => subject))].sort();

test.each([
  [{ rule: ["clear-text-crosing"] }, ["There is no rule clear-text-crosing. Did you mean clear-text-crossing?"]],
  [
    { rule: ["by-hand", "a-rule-of-nobody"], zone: ["outer", "nowhere-at-all"] },
    [
      "There is no rule a-rule-of-nobody. See parapet rules list.",
      "There is no zone nowhere-at-all. See parapet zone.",
    ],
  ],
  [{ element: ["web", "order", "orders", "inner", "model"], tier: ["low"] }, []],
  [undefined, []],
])("names in %j that there is nothing of", (query, said) => {
  expect(strangers(query, analysis, knowledge).map(({ say, fix }) => `${say} ${fix}`)).toEqual(said);
});

describe("matching", () => {
  test.each([
    [{ element: ["db"] }, ["db", "save"]],
    [{ element: ["web"] }, ["order", "orders", "save", "web"]],
    [{ element: ["save"] }, ["save"]],
    [{ zone: ["inner"] }, ["db", "inner", "save"]],
    [{ zone: ["outer"] }, ["db", "inner", "order", "orders", "outer", "save", "web"]],
    [{ zone: ["internet"] }, ["order", "shopper"]],
    [{ zone: ["inner"], element: ["web"] }, ["save"]],
    [{ zone: ["nowhere"] }, []],
  ])("%j", (query, found) => {
    expect(subjects(query)).toEqual(found);
  });

  test("tier, finding, category and rule narrow further, each value of one key widens", () => {
    const all = matching(analysis, {});
    expect(all).toHaveLength(analysis.threats.length);
    const open = matching(analysis, { finding: ["open"] });
    expect(open.length + matching(analysis, { finding: ["asked"] }).length).toBe(
      matching(analysis, { finding: ["open", "asked"] }).length,
    );
    expect(open.every(({ finding }) => finding === "open")).toBe(true);
    expect(
      matching(analysis, { category: ["spoofing"] }).every(({ categories }) => categories.includes("spoofing")),
    ).toBe(true);
    expect(
      matching(analysis, { rule: [all[0]?.rule ?? ""], tier: [all[0]?.tier ?? ""] }).map(({ id }) => id),
    ).toContain(all[0]?.id);
  });
});

describe("queryOf", () => {
  test("letters name categories", () => {
    const query = queryOf({ category: ["s", "I", "tampering"] });
    expect(query.ok && query.value).toEqual({ category: ["spoofing", "information-disclosure", "tampering"] });
    const none = queryOf({});
    expect(none.ok && none.value).toBeUndefined();
  });

  test.each([[{ tier: ["hihg"] }], [{ status: ["fine"] }], [{ finding: ["lost"] }], [{ category: ["X"] }]])(
    "%j is refused",
    (options) => {
      const query = queryOf(options);
      expect(!query.ok && query.problems.map(({ code }) => code)).toEqual(["not-in-list"]);
    },
  );
});

describe("chosen", () => {
  const codes = (ids: string[], options: object): unknown => {
    const found = chosen(analysis, ids, options as Record<string, unknown>);
    return found.ok ? found.value : found.problems.map(({ code }) => code);
  };
  test("ids stand as they are, each once; nothing, or both, is refused", () => {
    expect(codes(["a@web", "b@web", "a@web"], {})).toEqual(["a@web", "b@web"]);
    expect(codes([], {})).toEqual(["bad-argument"]);
    expect(codes(["a@web"], { tier: ["high"] })).toEqual(["bad-argument"]);
    expect(codes([], { zone: ["nowhere"] })).toEqual(["nothing-matched"]);
  });

  test("a query leaves out what is settled, unless it names it", () => {
    const addressed = matching(analysis, { finding: ["addressed"] }).map(({ id }) => id);
    const unsettled = codes([], { zone: ["outer", "internet"] }) as string[];
    expect(unsettled.length).toBeGreaterThan(5);
    expect(unsettled.filter((id) => addressed.includes(id))).toEqual([]);
    expect(addressed.length).toBeGreaterThan(0);
    expect(codes([], { finding: ["addressed"] })).toEqual(addressed);
  });
});
