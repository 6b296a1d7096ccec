import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Change, canonicalText } from "../changes.ts";
import type { Decision, Register } from "../register.ts";
import { editText } from "./edit.ts";
import { readLayer } from "./read.ts";
import { newFile } from "./write.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parapet-merge-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** git's plain line merge of three texts: the text, and whether it held no conflict. */
function merge(base: string, ours: string, theirs: string): { readonly text: string; readonly clean: boolean } {
  const paths = { ours, base, theirs };
  for (const [name, text] of Object.entries(paths)) writeFileSync(join(folder, name), text);
  const { status } = spawnSync("git", ["merge-file", "ours", "base", "theirs"], { cwd: folder });
  return { text: readFileSync(join(folder, "ours"), "utf8"), clean: status === 0 };
}

const decision = (by: string): Decision => ({ decision: "mitigate", by, on: "2026-11-24", why: "Because" });
const decided = (ids: readonly string[], by: string): Record<string, Decision> =>
  Object.fromEntries(ids.map((id) => [id, decision(by)]));
const puts = (ids: readonly string[], by: string): readonly Change[] =>
  ids.map((id) => ({
    collection: "register.decisions",
    id,
    after: { decision: "mitigate", by, on: "2026-11-24", why: "Because" },
  }));

function edited(text: string, changes: readonly Change[]): string {
  const result = editText("register", text, changes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const key = (n: number) => `rule-${String(n).padStart(3, "0")}@web`;

test.runIf(hasGit)("decisions that two branches add at different places merge to the union", () => {
  // Base entries have the even numbers; each gap between two of them is taken by one branch at most.
  const sides = fc.array(fc.constantFrom("ours", "theirs", "none"), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(sides, (gaps) => {
      const baseIds = gaps.map((_, index) => key(2 * index));
      const idsOf = (side: string) => gaps.flatMap((gap, index) => (gap === side ? [key(2 * index + 1)] : []));
      const base = newFile("register", { parapet: 1, decisions: decided(baseIds, "base") });
      const { text, clean } = merge(
        base,
        edited(base, puts(idsOf("ours"), "ann")),
        edited(base, puts(idsOf("theirs"), "bob")),
      );
      expect(clean, text).toBe(true);
      const read = readLayer("register", { file: "register.yaml", content: text });
      const union = {
        ...decided(baseIds, "base"),
        ...decided(idsOf("ours"), "ann"),
        ...decided(idsOf("theirs"), "bob"),
      };
      expect(read.ok && canonicalText(read.value)).toBe(canonicalText({ parapet: 1, decisions: union }));
      expect(text).toBe(edited(base, [...puts(idsOf("ours"), "ann"), ...puts(idsOf("theirs"), "bob")]));
    }),
    { numRuns: 25 },
  );
});

test.runIf(hasGit)("a decision and a score, and two fields of one entry with another field between, merge", () => {
  const register: Register = {
    parapet: 1,
    decisions: decided([key(1)], "base"),
    scores: { [key(1)]: { method: "dread", factors: { damage: 5 }, by: "ann", on: "2026-11-24" } },
  };
  const base = newFile("register", register);
  const ours = edited(base, [
    ...puts([key(2)], "ann"),
    { collection: "register.decisions", id: key(1), field: ["decision"], before: "mitigate", after: "avoid" },
  ]);
  const theirs = edited(base, [
    { collection: "register.scores", id: key(2), after: { method: "dread", by: "bob", on: "2026-11-24" } },
    { collection: "register.decisions", id: key(1), field: ["on"], before: "2026-11-24", after: "2026-11-25" },
  ]);
  const { text, clean } = merge(base, ours, theirs);
  expect(clean, text).toBe(true);
  const read = readLayer("register", { file: "register.yaml", content: text });
  expect(read).toMatchObject({
    ok: true,
    value: { decisions: { [key(1)]: { decision: "avoid", on: "2026-11-25" }, [key(2)]: {} }, scores: { [key(2)]: {} } },
  });
});

test.runIf(hasGit)("additions at one place conflict, and the reader says so", () => {
  const base = newFile("register", { parapet: 1, decisions: decided([key(1)], "base") });
  const { text, clean } = merge(base, edited(base, puts([key(2)], "ann")), edited(base, puts([key(3)], "bob")));
  expect(clean).toBe(false);
  expect(readLayer("register", { file: "register.yaml", content: text })).toMatchObject({
    ok: false,
    problems: [{ code: "conflict-markers" }],
  });
});

test("the order in which changes are made leaves no trace", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), (order) => {
      const empty = newFile("register", { parapet: 1 });
      const step = order.reduce((text, n) => edited(text, puts([key(n)], "ann")), empty);
      expect(step).toBe(newFile("register", { parapet: 1, decisions: decided(order.map(key), "ann") }));
    }),
    { numRuns: 20 },
  );
});
