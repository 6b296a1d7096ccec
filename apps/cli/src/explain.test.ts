// explain: what people decided of a threat, and whether the approval of it stands.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, compose, Scratch } from "./testing/cli.ts";

const scratch = new Scratch();
const register = "threat-model/register.yaml";

beforeAll(() => {
  build();
  scratch.write("compose.yaml", compose);
  scratch.ok("init", "--name", "Shop");
}, 120_000);
afterAll(() => scratch.remove());

test("a decision is approved as it was approved, and not after it changed", () => {
  const { threats } = scratch.json("threats");
  const id: string = threats.find((threat: { tier: string }) => threat.tier === "high").id;
  const decided = ["--to", "the insurer", "--contract", "C-1", "--owner", "olga", "--review", "2027-01-01"];
  scratch.ok("--as", "ann", "decide", id, "transfer", ...decided);
  expect(scratch.ok("explain", id)).toContain("ann decided on 2026-11-24: transfer.");
  scratch.ok("--as", "cem", "approve", id);
  expect(scratch.ok("explain", id)).toContain("transfer; cem approved it.");
  scratch.write(
    register,
    readFileSync(join(scratch.folder, register), "utf8").replace("contract: C-1", "contract: C-2"),
  );
  const text = scratch.ok("explain", id);
  expect(text).toContain("transfer; it changed after cem approved it.");
  expect(text).not.toContain("; cem approved it");
});

test("who confirms a score confirms the tier that was shown", () => {
  const tiers = (): Record<string, string> =>
    Object.fromEntries(scratch.json("threats").threats.map(({ id, tier }: { id: string; tier: string }) => [id, tier]));
  const before = tiers();
  expect(Object.values(before)).toContain("high");
  scratch.ok("--as", "ann", "score", "--tier", "high", "--confirm");
  expect(tiers()).toEqual(before);
});
