// What several things of the shop have in common, and what the same step says of all of them.
import { describe, expect, test } from "vitest";
import type { Selection } from "../../data/selection.ts";
import { viewsOf } from "../../data/views.ts";
import { after, example, knowledge } from "../../testing/examples.ts";
import { factRows, fieldRows, kindOf, sharedOf, sharedQuestions } from "./several-things.ts";

const shop = example("shop");
const views = viewsOf(shop.analysis);
const of = (kind: Selection["kind"], ...ids: readonly string[]): readonly Selection[] =>
  ids.map((id) => ({ kind, id }));
const stores = of("element", "orders-db", "sessions");

describe("in common", () => {
  test.each([
    [["a", "a"], { value: "a", differ: false }],
    [["a", "b"], { value: undefined, differ: true }],
    [["a", undefined], { value: undefined, differ: true }],
    [[undefined, undefined], { value: undefined, differ: false }],
  ])("%o is %o", (values, is) => {
    expect(sharedOf(values)).toEqual(is);
  });

  test("two stores are of one kind in one zone; with a process they differ", () => {
    const rows = (some: readonly Selection[]) =>
      Object.fromEntries(
        fieldRows(some, shop.document, views).map(({ field, value, differ }) => [field, differ ? "?" : value]),
      );
    expect(rows(stores)).toMatchObject({ kind: "data-store", zone: "data" });
    expect(rows([...stores, ...of("element", "edge")])).toMatchObject({ kind: "?", zone: "?" });
    expect(kindOf([...stores, ...of("zone", "data")])).toBeUndefined();
    expect(rows([...stores, ...of("zone", "data")])).toEqual({});
  });

  test("a zone is not offered to lie in itself", () => {
    const [, home] = fieldRows(of("zone", "data", "app"), shop.document, views);
    const offered = home?.choices.map(([id]) => id);
    expect(offered).toContain("dmz");
    expect(offered).not.toContain("data");
  });
});

describe("one step for all", () => {
  test("says a fact of all of them", async () => {
    const both = of("element", "orders-db", "sessions");
    const rows = (model: typeof shop) => factRows(both, model.document, model.analysis.questions, knowledge);
    const [first] = rows(shop).filter(({ asked }) => asked.length === 2);
    const value = first?.choices.at(-1) ?? "";
    const then = await after(shop, [{ name: "answer-question", input: { ids: first?.asked, value } }]);
    expect(rows(then).find(({ fact }) => fact === first?.fact)).toMatchObject({ value, differ: false });
  });

  test("answers what is asked about several, most of them first", () => {
    const all = shop.analysis.elements.map(({ id }) => ({ kind: "element", id }) as const);
    const shared = sharedQuestions(all, shop.analysis.questions);
    const sizes = shared.map(({ others }) => others.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const ids = shared.flatMap(({ first, others }) => [first.id, ...others]);
    const about = new Set(all.map(({ id }): string => id));
    expect([...ids].sort()).toEqual(
      shop.analysis.questions.flatMap(({ id, about: thing }) => (about.has(thing) ? [id] : [])).sort(),
    );
  });
});
