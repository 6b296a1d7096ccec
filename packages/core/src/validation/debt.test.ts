import { describe, expect, test } from "vitest";
import type { GateView } from "../analysis/result.ts";
import { coveringEntry, debtEntry } from "./debt.ts";

/** A gate on which `a` and `b` fail, each in the state that is given. */
const gate = (states?: Readonly<Record<string, string>>, failing = ["a", "b"]): GateView => ({
  id: "acceptances",
  holds: false,
  why: "",
  failing,
  ...(states ? { states } : {}),
});
const debt = (...items: readonly string[]) => ({
  parapet: 1,
  recorded: "2026-11-01",
  by: "ann",
  gates: { acceptances: [...items], owned: ["b"] },
});
const expired = { a: "expired", b: "claimed" };

test("an entry says the state where the gate knows several", () => {
  expect([debtEntry(gate(), "a"), debtEntry(gate(expired), "a")]).toEqual(["a", "a (expired)"]);
});

describe("covers", () => {
  test.each<[string, readonly string[], GateView, GateView | undefined, readonly (string | undefined)[]]>([
    ["what it names, of its own gate", ["a"], gate(), undefined, ["a", undefined]],
    [
      "only the state that it names",
      ["a (proposed)", "b (claimed)"],
      gate(expired),
      undefined,
      [undefined, "b (claimed)"],
    ],
    ["any state, when it names none", ["a", "b"], gate(expired), undefined, ["a", "b"]],
    ["by the entry with the state first", ["a", "a (expired)"], gate(expired), undefined, ["a (expired)", undefined]],
    ["what failed alike on its day", ["a", "b"], gate(expired), gate(expired), ["a", "b"]],
    ["nothing that held on its day", ["a", "b"], gate(), gate(undefined, ["b"]), [undefined, "b"]],
    [
      "nothing that failed otherwise",
      ["a", "b"],
      gate(expired),
      gate({ a: "proposed", b: "claimed" }),
      [undefined, "b"],
    ],
    ["nothing without that gate's failing", ["a"], gate(), { ...gate(), failing: [] }, [undefined, undefined]],
  ])("%s", (_what, items, now, then, expected) => {
    const entry = coveringEntry(debt(...items), now, then && [{ ...gate(), id: "owned" }, then]);
    expect(["a", "b"].map(entry)).toEqual(expected);
  });

  test("nothing without debt", () => {
    expect(["a", "b"].map(coveringEntry(undefined, gate(), undefined))).toEqual([undefined, undefined]);
  });
});
