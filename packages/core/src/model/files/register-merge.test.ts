import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
      expect(read.ok && canonicalText(read.value.decisions)).toBe(canonicalText(union));
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

/** A new entry of a section, with other lines than any other. */
interface Added {
  readonly section: "decisions" | "acceptances";
  readonly id: string;
  readonly by: string;
}
const adding = ({ section, id, by }: Added): Change => ({
  collection: `register.${section}`,
  id,
  after:
    section === "decisions"
      ? { decision: "mitigate", by, on: "2026-11-24", why: "Because" }
      : { owner: by, why: "Small", review: "2027-01-01", on: "2026-11-24", by },
});

/** How a register is laid out: its text with some decisions, and with one entry more. */
interface Layout {
  readonly start: (ids: readonly string[]) => string | undefined;
  readonly add: (text: string | undefined, added: Added) => string;
}
const asWritten: Layout = {
  start: (ids) => newFile("register", { parapet: 1, decisions: decided(ids, "base") }),
  add: (text, added) => edited(text ?? "", [adding(added)]),
};
/** As files began before: no file until the first entry, no section until its first entry. */
const sectionsOnDemand: Layout = {
  start: (ids) => (ids.length === 0 ? undefined : asWritten.start(ids)?.replace(/^[a-z-]+: \{\}\n\n?/gm, "")),
  add: (text, added) => edited(text ?? "parapet: 1\n", [adding(added)]),
};
/** As a list that every entry is appended to. */
const atTheEnd: Layout = {
  start: (ids) => ids.map((id) => `- ${id}\n  by: base\n  why: because\n`).join(""),
  add: (text, { section, id, by }) => `${text}- ${id}\n  in: ${section}\n  by: ${by}\n  why: because\n`,
};

/** How many of 100 pairs of branches conflict, by git's own merge: each adds one entry to a register with so many decisions. */
function conflicts(layout: Layout, size: number, sections: readonly Added["section"][]): number {
  const repository = mkdtempSync(join(folder, "repository-"));
  const git = (args: readonly string[], input?: string) =>
    spawnSync("git", ["-C", repository, ...args], { input, encoding: "utf8" });
  git(["init", "-q"]);
  let seed = 11;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const commit = (ref: string, text: string | undefined, from?: string) =>
    `commit refs/heads/${ref}\ncommitter a <a@b> 1764000000 +0000\ndata 1\nx\n${from ? `from refs/heads/${from}\n` : ""}` +
    (text === undefined ? "" : `M 644 inline register.yaml\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  let stream = "";
  for (let pair = 0; pair < 100; pair++) {
    const ids = new Set<string>();
    while (ids.size < size + 2) ids.add(`rule-${random(100)}@thing-${random(20)}`);
    const [mine, theirs, ...there] = [...ids] as [string, string, ...string[]];
    const base = layout.start(there);
    stream += commit(`base-${pair}`, base);
    [mine, theirs].forEach((id, side) => {
      const added = { section: sections[side] as Added["section"], id, by: side === 0 ? "ann" : "bob" };
      stream += commit(`side-${pair}-${side}`, layout.add(base, added), `base-${pair}`);
    });
  }
  const made = git(["fast-import", "--quiet"], stream);
  if (made.status !== 0) throw new Error(made.stderr);
  const pairs = Array.from({ length: 100 }, (_, pair) => `side-${pair}-0 side-${pair}-1\n`);
  const merged = git(["merge-tree", "--write-tree", "--no-messages", "--stdin"], pairs.join(""));
  // Of each pair first 1 where it merged and 0 where it did not, then trees and files, which are longer.
  const outcomes = merged.stdout.split("\0").filter((part) => part === "0" || part === "1");
  if (outcomes.length !== pairs.length) throw new Error(`git merge-tree ended with ${merged.status}: ${merged.stderr}`);
  return outcomes.filter((outcome) => outcome === "0").length;
}

const canMergeTrees = spawnSync("git", ["merge-tree", "-h"], { encoding: "utf8" }).stdout?.includes("--stdin");

/**
 * Of 100 random pairs of additions to a register with so many decisions, how many conflict: appended at the end, sorted with
 * sections on demand, and as it is: sorted, with all sections from the start. Two decisions in the same gap always conflict,
 * which happens to about 2 in n + 2 pairs.
 */
describe.runIf(canMergeTrees)("of 100 pairs of branches that each add an entry, git's merge finds conflicts in", () => {
  test.each<[string, readonly Added["section"][], number, readonly [number, number, number]]>([
    ["two decisions", ["decisions", "decisions"], 0, [100, 100, 100]],
    ["two decisions", ["decisions", "decisions"], 5, [100, 36, 36]],
    ["two decisions", ["decisions", "decisions"], 20, [100, 9, 9]],
    ["two decisions", ["decisions", "decisions"], 100, [100, 2, 2]],
    ["a decision and an acceptance", ["decisions", "acceptances"], 0, [100, 100, 0]],
  ])("%s (%s), %i there before", (_, sections, size, expected) => {
    expect([atTheEnd, sectionsOnDemand, asWritten].map((layout) => conflicts(layout, size, sections))).toEqual(
      expected,
    );
  });
});
