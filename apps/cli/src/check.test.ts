// check --start: the debt covers what it covered on its day; what time turned since fails, and does not stay recorded.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Scratch } from "./testing/cli.ts";

const scratch = new Scratch();
const debt = (): string => readFileSync(join(scratch.folder, "threat-model/debt.yaml"), "utf8");

beforeAll(() => {
  build();
  scratch.write("threat-model/model.yaml", "parapet: 1\nsystem: Shop\nelements:\n  web: {kind: process}\n");
  scratch.write("threat-model/policy.yaml", "parapet: 1\ngates: {owned: off, contradictions: off}\n");
}, 120_000);
afterAll(() => scratch.remove());

test("an acceptance that is debt as proposed fails once it has expired", () => {
  const id = "by-hand-sold@web";
  scratch.ok(
    "--as",
    "ann",
    "threat",
    "add",
    "Goods are sold twice",
    "--on",
    "web",
    "--slug",
    "sold",
    "--category",
    "T",
  );
  const factors = ["damage", "affected", "exploitability", "reproducibility"];
  const reasons = factors.flatMap((factor) => [`--${factor}`, "9", "--reason", `${factor}=seen`]);
  scratch.ok("--as", "ann", "score", id, ...reasons);
  scratch.ok("--as", "ann", "accept", id, "--owner", "ann", "--why", "Small", "--review", "2026-12-01");
  expect(scratch.run("check").code).toBe(1);
  scratch.ok("--as", "ann", "check", "--start");
  expect(debt()).toContain(`${id} (proposed)`);

  expect(scratch.run("check", "--now", "2026-12-01")).toMatchObject({
    code: 0,
    out: expect.stringContaining("beside 1 recorded"),
  });
  const later = scratch.run("check", "--now", "2026-12-02");
  expect(later.code).toBe(1);
  expect(later.out.replace(/\s+/g, " ")).toContain(`${id}: its review date 2026-12-01 is past`);

  scratch.ok("--as", "ann", "check", "--start", "--now", "2026-12-02");
  expect(debt()).not.toContain(id);
  expect(debt()).toContain("recorded: 2026-11-24");
});
