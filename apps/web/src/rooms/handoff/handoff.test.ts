// Handoff: groups, what is missing and signatures as tables; the answers on the shop, and again after a changed fact.
import { type Document, type Specification, threatsOf } from "@parapet/core";
import type { TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { after, type Example, example, knowledge, texts, withAnalysis, words } from "../../testing/examples.ts";
import { isAddress } from "./address.ts";
import { answers } from "./answers.ts";
import { completenessOf } from "./completeness.ts";
import { everything, groupsOf, kindOfGroup, nameOfGroup } from "./groups.ts";
import { handedOver, worstFirst } from "./handed-over.ts";
import { canBeSigned, signaturesOf, signersOf } from "./signatures.ts";

const shop = example("shop");
const full = (model: Example) => ({ ...model, knowledge, texts });
const groups = (model: Example) =>
  groupsOf(model.document, handedOver(full(model)).specifications, model.analysis.model.system);
const lacking = (model: Example, id: string) => {
  const group = groups(model).find((one) => one.id === id);
  if (!group) throw new Error(`no group ${id}`);
  return completenessOf(group, { ...model, threats: threatsOf(model.analysis) });
};
const lacks = (model: Example, id: string) => lacking(model, id).missing.map(({ lack, count }) => [lack, count]);
const tests = (mitigation: string, criteria: readonly string[]) =>
  criteria.map((criterion) => ({
    name: "record-evidence",
    input: { criterion: `${criterion}@${mitigation}`, verdict: "passed", tool: "integration-tests", commit: "1234567" },
  }));

describe("the answers", () => {
  let t: TFunction;
  beforeAll(async () => {
    t = await words();
  });
  const said = (model: Example) => answers.map(({ answer }) => answer(full(model), t));

  test("on the shop", () => {
    expect(said(shop)).toEqual([
      "19 tickets are to be built. Each has an owner, a date and a link. 1 draft waits for a choice. 0 of 18 features and components are security-complete.",
      "11 of 55 required criteria met; 1 draft waits for a choice; 1 required criterion failed; 2 required criteria were shown too long ago; 41 required criteria were never shown to be met; 17 critical and high threats wait for an answer; 111 critical and high threats rest on somebody's word.",
    ]);
    for (const { question } of answers) expect(question(t)).toMatch(/\?$/);
  });

  test("a choice makes a ticket of the draft, and somebody has to take it", async () => {
    const chosen = await after(shop, [
      {
        name: "choose-mitigation",
        input: {
          control: "message-signing",
          threats: ["unsigned-message@checkout-api-to-queue", "unsigned-message@mail-worker-to-queue"],
        },
      },
    ]);
    expect(said(chosen)[0]).toMatch(/^20 tickets are to be built\. 1 lacks an owner, a date or a link\. \d+ of/);
    expect(said(chosen)[1]).toContain("the criteria changed since it was signed off");
  });

  test("with nothing chosen and nothing severe there is nothing to hand over", () => {
    const bare = withAnalysis({ model: { parapet: 1, system: "New", assumptions: {} } } as Document);
    expect(said(bare)[0]).toMatch(/^There is nothing to hand over/);
  });
});

describe("groups", () => {
  test("everything, then features, then the components with most to do", () => {
    const found = groups(shop);
    expect(found.slice(0, 3).map(({ kind, id }) => [kind, id])).toEqual([
      ["all", everything],
      ["feature", "saved-cards"],
      ["component", expect.any(String)],
    ]);
    const open = found
      .filter(({ kind }) => kind === "component")
      .map(({ specifications }) => specifications.filter(({ state }) => state !== "verified").length);
    expect(open).toEqual([...open].sort((a, b) => b - a));
    const feature = found[1];
    expect([...(feature?.things ?? [])].sort()).toEqual([
      "card-vault",
      "checkout-api",
      "save-and-list-cards",
      "save-card",
      "storefront",
    ]);
    expect(feature?.specifications.map(({ id }) => id)).toContain("order-checks");
  });

  test("what lies on several components stands with each of them", () => {
    const one = (id: string, components: readonly string[]) =>
      ({
        id,
        state: "chosen",
        components: components.map((name) => ({ id: name, title: name })),
        on: components.map((name) => ({ id: `${name}-flow`, title: name, component: name })),
      }) as unknown as Specification;
    const found = groupsOf(shop.document, [one("a", ["x", "y"]), one("b", ["y"])], "Shop").filter(
      ({ kind }) => kind === "component",
    );
    expect(
      found.map(({ id, specifications, things }) => [id, specifications.map((own) => own.id), [...(things ?? [])]]),
    ).toEqual([
      ["y", ["a", "b"], ["y", "y-flow"]],
      ["x", ["a"], ["x", "x-flow"]],
    ]);
  });
});

test("no two groups are called alike", async () => {
  const t = await words();
  const names = groups(shop).map((group) => `${nameOfGroup(group, t)}, ${kindOfGroup(group, t)}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("Everything, Online shop");
  expect(names).toContain("Online shop as a whole, Component");
});

describe("what is missing", () => {
  test("before the orders database is security-complete, and how that is worked off", async () => {
    expect(lacks(shop, "orders-db").slice(0, 2)).toEqual([
      ["stale", 2],
      ["untested", expect.any(Number)],
    ]);
    const shown = await after(shop, tests("safe-queries", ["hostile-values-are-data", "joined-text-fails-the-build"]));
    expect(lacks(shown, "orders-db").map(([lack]) => lack)).not.toContain("stale");
    expect(lacking(shown, "orders-db").met).toBe(lacking(shop, "orders-db").met + 2);
  });

  test("owner, date, ticket, criteria and signature of what was just chosen", async () => {
    const chosen = await after(shop, [
      { name: "choose-mitigation", input: { control: "egress-filtering", threats: ["open-egress@app"], id: "egress" } },
    ]);
    const found = lacking(chosen, "app").missing;
    expect(found.slice(0, 3)).toEqual([
      { lack: "owner", count: 1, about: [expect.any(String)] },
      { lack: "due", count: 1, about: [expect.any(String)] },
      { lack: "ticket", count: 1, about: [expect.any(String)] },
    ]);
    expect(found.at(-1)?.lack).toBe("signature");
    const taken = await after(chosen, [
      { name: "set-mitigation", input: { id: "egress", owner: "mikkel", due: "2027-01-15" } },
      { name: "link-ticket", input: { id: "egress", ticket: "https://tickets.shop.example/SHOP-500" } },
      { name: "sign-off", input: { what: "app" } },
    ]);
    expect(lacks(taken, "app").map(([lack]) => lack)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/owner|due|ticket|signature/)]),
    );
  });

  test("through a planned feature more is missing than without", () => {
    const through = withAnalysis(shop.document, "saved-cards");
    const count = (model: Example) => lacks(model, "saved-cards").reduce((sum, [, n]) => sum + Number(n), 0);
    expect(count(through)).toBeGreaterThan(count(shop));
  });
});

describe("signatures", () => {
  test("one that saw other criteria, one that was only said, one that counts", async () => {
    expect(signaturesOf(shop.document, shop.analysis, everything)).toMatchObject([
      { by: "ann", current: true, counts: true, recordedBy: undefined },
    ]);
    const changed = await after(shop, [
      {
        name: "set-mitigation",
        input: { id: "order-checks", criteria: { "own-orders-only": "Another user's order is refused" } },
      },
    ]);
    expect(signaturesOf(changed.document, changed.analysis, everything)).toMatchObject([
      { by: "ann", current: false, counts: false },
    ]);
    expect(lacks(changed, everything)).toContainEqual(["signature-old", 1]);
    const said = await after(changed, [{ name: "sign-off", input: { what: everything, "said-by": "ravi" } }]);
    expect(lacks(said, everything)).toContainEqual(["signature-said", 1]);
    const stranger = await after(changed, [{ name: "sign-off", input: { what: everything } }], "noor");
    expect(signaturesOf(stranger.document, stranger.analysis, everything)[0]).toMatchObject({
      by: "noor",
      current: true,
      counts: false,
    });
    const signed = await after(said, [{ name: "sign-off", input: { what: everything } }], "ravi");
    expect(lacks(signed, everything).map(([lack]) => lack)).not.toEqual(
      expect.arrayContaining([expect.stringContaining("signature")]),
    );
  });

  test("who may, and what there is to sign", () => {
    expect(signersOf(shop.document)).toEqual(["Ann", "Ravi"]);
    expect(canBeSigned(shop.document, shop.analysis, "checkout-api")).toBe(true);
    expect(canBeSigned(shop.document, shop.analysis, "support-desk")).toBe(false);
  });
});

test("the worst ticket first", () => {
  const sorted = worstFirst(handedOver(full(shop)).tickets);
  expect(sorted.map(({ tier }) => tier?.[0]).join("")).toMatch(/^c*h*m*l*$/);
  expect(sorted).toHaveLength(20);
});

test("only addresses of the web are followed", () => {
  const rows = [
    ["https://tickets.shop.example/SHOP-1", true],
    ["http://10.0.0.1:8080/browse/A-1", true],
    ["SHOP-430", false],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ["https://", false],
    ["https://a b", false],
  ] as const;
  for (const [text, is] of rows) expect(isAddress(text), text).toBe(is);
});
