import { intakeQuestions } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { after, day, example, knowledge, withAnalysis, words } from "../../testing/examples.ts";
import { scopeAnswer } from "./answers.ts";
import { type Assumption, boardOrder, restingOn, stateOfAssumption, suppositionsOf } from "./assumptions.ts";
import { nextOpen } from "./intake-order.ts";
import { editItem } from "./scope-items.ts";

const shop = example("shop");
const t = await words();

describe("the answer of the room", () => {
  test("on the shop", () => {
    expect(scopeAnswer.question(t)).toBe("What do we protect, how far does it go, and what do we take for granted?");
    expect(scopeAnswer.answer(shop, t)).toBe(
      "4 in scope, 3 out, each with a reason · 4 things are taken for granted, 1 of them is in doubt · Model next: Save a card for the next order.",
    );
  });

  test("after an assumption was refuted and something was left out without a reason", async () => {
    const refuted = await after(shop, [{ name: "refute-assumption", input: { id: "host-disks", why: "an audit" } }]);
    expect(scopeAnswer.answer(refuted, t)).toContain("4 things are taken for granted, 2 of them are in doubt");
    const { scope } = shop.document.model;
    const out = [...(scope?.out ?? []), { what: "The weather" }];
    const careless = withAnalysis({
      ...shop.document,
      model: { ...shop.document.model, scope: { ...scope, out } },
    });
    expect(scopeAnswer.answer(careless, t)).toContain("4 out, 1 of them without a reason");
  });

  test("of nothing", () => {
    const blank = withAnalysis({ model: { parapet: 1, system: "Nothing yet" } });
    expect(scopeAnswer.answer(blank, t)).toBe(
      "Nobody has written down what the system is for · 0 in scope, 0 out · nothing is taken for granted.",
    );
  });
});

describe("assumptions", () => {
  const { assumptions = {} } = shop.document.model;
  const title = (id: string) => ({ "support-desk": "Support desk", data: "Data network" })[id] ?? id;

  test.each([
    [{ text: "x" }, "holds"],
    [{ text: "x", review: day }, "holds"],
    [{ text: "x", review: "2026-11-23" }, "past"],
    [{ text: "x", state: "challenged", review: "2026-11-23" }, "challenged"],
    [{ text: "x", state: "refuted" }, "refuted"],
  ] as const)("%o %s", (assumption, state) => {
    expect(stateOfAssumption(assumption as Assumption, day)).toBe(state);
  });

  test("what rests on one is a sentence about the thing", () => {
    const say = (id: string) => restingOn(assumptions[id] as Assumption, knowledge, title).map((one) => one.say);
    expect(say("support-laptops")).toEqual(["The device of Support desk is managed, patched and locked"]);
    expect(say("host-disks")).toHaveLength(1);
    expect(restingOn({ text: "x", facts: { data: { "made-up-fact": "no" } } }, knowledge, title)).toEqual([
      { about: "data", say: "Data network: made up fact no" },
    ]);
  });

  test("the one in doubt stands first, then the one on which most rests", () => {
    const rests = (id: string) => ({ "host-disks": 4, "support-laptops": 1 })[id] ?? 0;
    expect(boardOrder(assumptions, day, rests)).toEqual([
      "engineer-laptops",
      "host-disks",
      "support-laptops",
      "provider-attested",
    ]);
  });

  test("one that holds is supposed refuted, one that does not is supposed to hold", () => {
    const supposed = suppositionsOf(assumptions, day);
    expect(supposed["host-disks"]?.changes?.[0]?.after).toBe("refuted");
    expect(supposed["engineer-laptops"]?.changes?.[0]?.after).toBe("holds");
  });
});

describe("the intake", () => {
  const plan = (title: string) => ({ name: "plan-feature", input: { title } });
  const rate = (feature: string, answers: object) => ({ name: "rate-feature", input: { feature, answers } });

  test("the next one to model is the riskiest that is planned", async () => {
    const rated = await after(shop, [
      plan("Gift cards"),
      rate("gift-cards", { "moves-value": "yes", "open-to-anyone": "yes", "sensitive-data": "yes" }),
    ]);
    expect(scopeAnswer.answer(rated, t)).toContain("Model next: Gift cards.");
  });

  test("goes on to the next question that nobody answered", () => {
    expect(nextOpen({}, "sensitive-data")).toBe("open-to-anyone");
    expect(nextOpen({ "open-to-anyone": "no", "sign-in-or-rights": "unknown" }, "sensitive-data")).toBe(
      "sign-in-or-rights",
    );
    expect(nextOpen({}, "first-of-its-kind")).toBe("sensitive-data");
    const all = Object.fromEntries(intakeQuestions.map((id) => [id, "no" as const]));
    expect(nextOpen(all, "moves-value")).toBeUndefined();
  });
});

describe("an item of the scope is edited where it stands", () => {
  const { scope } = shop.document.model;

  test.each([
    ["in", 0],
    ["in", 3],
    ["out", 1],
  ] as const)("%s %i", async (side, index) => {
    const items = scope?.[side] ?? [];
    const next = { what: "Something else", why: "it was put badly" };
    const calls = editItem(side, items, index, next);
    const then = (await after(shop, calls)).document.model.scope?.[side];
    expect(then?.[index]).toEqual(next);
    expect(then?.map(({ what }) => what)).toEqual(items.map(({ what }, i) => (i === index ? "Something else" : what)));
  });

  test("a new reason alone is one command", () => {
    expect(editItem("out", scope?.out ?? [], 0, { what: scope?.out?.[0]?.what ?? "", why: "x" })).toHaveLength(1);
  });
});
