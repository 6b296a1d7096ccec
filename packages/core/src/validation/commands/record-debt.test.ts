import { expect, test } from "vitest";
import { runCommand } from "../../model/testing/run-command.ts";
import { smallShop } from "../../testing/small-knowledge.ts";
import { body as recordDebt } from "./record-debt.ts";

const first = runCommand(recordDebt, { gates: { owned: ["b@web", "a@web"], contradictions: [] } }, smallShop).after;

test("writes a dated baseline, sorted, without empty gates", () => {
  expect(first.debt).toEqual({ parapet: 1, recorded: "2026-11-24", by: "ann", gates: { owned: ["a@web", "b@web"] } });
});

test("shrinks and keeps its day", () => {
  const shrunk = runCommand(recordDebt, { gates: { owned: ["a@web"] } }, first).after;
  expect(shrunk.debt).toEqual({ ...first.debt, gates: { owned: ["a@web"] } });
  expect(runCommand(recordDebt, { gates: {} }, shrunk).after.debt?.gates).toEqual({});
});

test.each<[object, string[]]>([
  [{ owned: ["a@web", "c@web"] }, ["not-possible"]],
  [{ coverage: ["x"] }, ["not-possible"]],
  [{ owned: ["a@web", "b@web"] }, []],
])("never grows: %o", (gates, codes) => {
  expect(runCommand(recordDebt, { gates }, first).codes).toEqual(codes);
});
