import { expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import { put, set } from "../model/edits.ts";
import { worsened } from "./index.ts";
import { checkout, edited, revision, today } from "./testing/checkout.ts";

const unowned = "weak-privileged-entry@orders";
const byAnn = { by: "ann", on: today };
const strict = edited(
  checkout,
  set("policy.gates", "model", ["contradictions"], "on"),
  set("policy.gates", "model", ["no-open"], "on"),
);
const gates = (before: Document, after: Document) =>
  worsened(revision(before), revision(after)).map(({ gate, items }) => [gate, items.map(({ id }) => id)]);

test("the checkout fails a gate to begin with", () => {
  expect(revision(checkout).analysis.gates.find(({ id }) => id === "owned")?.failing).toContain(unowned);
});

const seen = { facts: { "validates-input": { value: "no", seen: "app.js:3" } } };
const expired = { owner: "ann", why: "old", review: "2026-11-01", ...byAnn, approved: { by: "bo", on: today } };

test.each<[string, readonly Change[], readonly (readonly [string, readonly string[]])[]]>([
  ["nothing", [], []],
  ["what failed before is no news", [set("model.elements", "api", ["title"], "API")], []],
  [
    "an owner and a date make it better",
    [put("register.assignments", unowned, { owner: "ann", due: "2026-12-01" })],
    [],
  ],
  [
    "an expired acceptance",
    [put("register.acceptances", "unencrypted-store@orders-db", expired)],
    [["acceptances", ["unencrypted-store@orders-db"]]],
  ],
  [
    "a declared fact that a source contradicts",
    [
      set("model.elements", "api", ["facts", "validates-input"], { value: "yes", ...byAnn }),
      put("observed.elements", "api", seen),
    ],
    [["contradictions", ["validates-input@api"]]],
  ],
])("%s", (_, operations, expected) => {
  expect(gates(strict, edited(strict, ...operations))).toEqual(expected);
});

test("a second entry point with the same flaw fails under its own name only", () => {
  const second = put("model.entry-points", "refunds", {
    on: "api",
    kind: "admin",
    via: ["place"],
    authentication: "session",
    access: { anonymous: "no", customer: "no", support: "yes" },
  });
  expect(gates(strict, edited(strict, second))).toEqual([
    ["owned", ["weak-privileged-entry@refunds"]],
    ["no-open", ["weak-privileged-entry@refunds"]],
  ]);
});

test("a renamed subject is no new failure", () => {
  const { orders, ...rest } = strict.model["entry-points"] ?? {};
  const renamed = {
    ...strict,
    model: { ...strict.model, "entry-points": { ...rest, checkout: { ...orders, was: ["orders"] } } },
  };
  expect(revision(renamed).analysis.gates.find(({ id }) => id === "owned")?.failing).toContain(
    "weak-privileged-entry@checkout",
  );
  expect(gates(strict, renamed)).toEqual([]);
});

test("what fails already and rises in tier is worse, what falls is not", () => {
  const scored = (damage: number) =>
    edited(
      strict,
      put("register.scores", unowned, {
        method: "dread",
        factors: { damage, reproducibility: 9, exploitability: 8, affected: 9, discoverability: 10 },
        ...byAnn,
      }),
    );
  const [high, critical] = [revision(scored(4)), revision(scored(9))];
  expect(worsened(high, critical)).toMatchObject([
    { gate: "owned", items: [{ id: unowned, say: `${unowned} rose from high to critical` }] },
    { gate: "no-open", items: [{ id: unowned }] },
  ]);
  expect(worsened(critical, high)).toEqual([]);
});

test("an acceptance that was waiting and is expired now is worse", () => {
  const { approved: _, ...asked } = { ...expired, review: "2027-01-01" };
  const waiting = edited(strict, put("register.acceptances", "unencrypted-store@orders-db", asked));
  const over = edited(waiting, set("register.acceptances", "unencrypted-store@orders-db", ["review"], "2026-11-01"));
  expect(worsened(revision(waiting), revision(over))).toMatchObject([
    {
      gate: "acceptances",
      items: [{ say: "the acceptance of unencrypted-store@orders-db was proposed and is expired" }],
    },
  ]);
});
