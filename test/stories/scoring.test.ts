// Scoring: a reason per factor, proposed until confirmed, lowered only with a second person, tiers, owners, another method.
import type { Threat } from "@parapet/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let story: Story;
beforeAll(() => {
  build();
  story = new Story("tenants");
  story.as = "lena";
});
afterAll(() => story.end());

const severe = (threat: Pick<Threat, "tier">) => threat.tier === "critical" || threat.tier === "high";
const listed = (...query: readonly string[]) => story.ok<{ threats: readonly Threat[] }>("threats", ...query).threats;

test("a proposed score gives a reason for each factor and follows from them", () => {
  const { score, likelihood, impact, inherent, tier } = story.threat("hostile-file@api");
  expect(score).toMatchObject({ method: "dread", proposed: true });
  expect(Object.keys(score.factors).sort()).toEqual([
    "affected",
    "damage",
    "discoverability",
    "exploitability",
    "reproducibility",
  ]);
  const printed = story.call("explain", "hostile-file@api").out;
  for (const factor of [
    "Damage 7:",
    "Reproducibility 8:",
    "Exploitability 6:",
    "Affected users 9:",
    "Discoverability 10:",
  ]) {
    expect(printed).toMatch(new RegExp(`${factor} \\S`));
  }
  const { damage, reproducibility, exploitability, affected, discoverability } = score.factors as Record<
    string,
    number
  >;
  const mean = (...values: readonly (number | undefined)[]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
  expect(likelihood).toBeCloseTo(mean(reproducibility, exploitability, discoverability), 1);
  expect(impact).toBeCloseTo(mean(damage, affected), 1);
  expect(inherent).toBeCloseTo(likelihood * impact, 0);
  expect(tier).toBe("critical");
});

test("confirming in bulk covers what the query named then", () => {
  const open = (threat: Threat) => threat.status === "open" && severe(threat) && threat.score.proposed;
  const before = listed("--all").filter(open);
  expect(before.length).toBeGreaterThan(5);
  expect(story.missing("scoring")).toContain("score-hostile-file@api");
  story.ok("score", "--status", "open", "--tier", "critical,high", "--confirm");
  expect(listed("--all").filter(open)).toEqual([]);
  expect(story.missing("scoring")).toEqual([]);
  story.ok("threat", "add", "A leaver keeps a token that never ends", "--on", "api", "--category", "spoofing");
  expect(story.threat("by-hand-a-leaver-keeps-a-token-that-never-ends@api").score.proposed).toBe(true);
});

test("a factor changes only with a reason, and within its scale", () => {
  const id = "hostile-file@api";
  expect(story.refused("score", id, "--damage", "9")).not.toEqual([]);
  expect(story.refused("score", id, "--damage", "11", "--reason", "damage=Everything")).not.toEqual([]);
  story.ok("score", id, "--damage", "9", "--reason", "damage=The API runs as one user for all companies");
  expect(story.threat(id).score).toMatchObject({ proposed: false, factors: { damage: 9 } });
});

test("lowering the tier of a critical or high threat waits for another person", () => {
  const id = "noisy-tenant@cache";
  const before = story.threat(id).tier;
  expect(before).toBe("high");
  story.ok(
    "score",
    id,
    "--damage",
    "1",
    "--reason",
    "damage=Answers come a second later",
    "--affected",
    "1",
    "--reason",
    "affected=Nobody notices",
  );
  expect(story.threat(id).tier).toBe("high");
  expect(story.refused("approve", id)).toEqual(["needs-second-person"]);
  story.as = "tom";
  expect(story.refused("approve", id)).toEqual(["not-permitted"]);
  story.as = "yara";
  story.ok("approve", id);
  expect(severe(story.threat(id))).toBe(false);
  story.as = "lena";
});

test("an owner and a day are set for what a query names, and the gate sees it", () => {
  const owned = () => story.analysis().gates.find(({ id }) => id === "owned");
  expect(owned()?.holds).toBe(false);
  expect(story.refused("assign", "--tier", "critical", "--owner", "tom", "--due", "2026-11-23")).not.toEqual([]);
  story.ok("assign", "--finding", "open", "--tier", "critical,high", "--owner", "tom", "--due", "2027-01-29");
  expect(owned()).toMatchObject({ holds: true, failing: [] });
  expect(story.threat("hostile-file@api")).toMatchObject({ owner: "tom", due: "2027-01-29" });
});

test("risks lists the backlog in four tiers", () => {
  const { tiers } = story.ok<{ tiers: readonly { readonly tier: string }[] }>("risks");
  expect(tiers.map(({ tier }) => tier)).toEqual(["critical", "high", "medium", "low"]);
});

test("when what a score rests on changes, it is to be looked at again", () => {
  const id = "mixed-tenant-data@files";
  expect(story.threat(id).score).toMatchObject({ proposed: false });
  expect(story.threat(id).score.rescore).not.toBe(true);
  story.edit(
    "threat-model/model.yaml",
    "title: Time sheet export, classification: confidential",
    "title: Time sheet export, classification: restricted",
  );
  expect(story.threat(id).score.rescore).toBe(true);
  expect(story.missing("scoring")).toContain(`score-${id}`);
  story.ok("score", id, "--confirm");
  expect(story.missing("scoring")).not.toContain(`score-${id}`);
});

test("the method of record can be likelihood × impact by hand", () => {
  story.ok("score", "--method", "matrix");
  expect(story.analysis().model.method).toBe("matrix");
  story.ok(
    "score",
    "hostile-file@api",
    "--likelihood",
    "8",
    "--impact",
    "9",
    "--reason",
    "likelihood=Every customer may upload",
    "--reason",
    "impact=All companies",
  );
  expect(story.threat("hostile-file@api")).toMatchObject({ likelihood: 8, impact: 9, inherent: 72, tier: "critical" });
});
