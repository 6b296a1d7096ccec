// The examples are golden: what analysis says of them today stands in expected/summary.json. A golden file changes only in a commit
// whose message says why the new bytes are right; PARAPET_GOLDEN=write npx vitest run test/examples.test.ts writes them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Analysis, analyse, closedStatuses, type Document, type Knowledge, placeOf, tiers } from "@parapet/core";
import { readDocument } from "@parapet/core/files";
import { describe, expect, test } from "vitest";
import { root } from "./architecture/source-files.ts";

const now = "2026-11-24";
const folder = join(root, "examples");
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "threat-model/model.yaml")));
const knowledge = JSON.parse(readFileSync(join(root, "packages/knowledge/dist/engine.json"), "utf8")) as Knowledge;

/** The document of an example, from its files. */
function documentOf(name: string): Document {
  const at = join(folder, name, "threat-model");
  const paths = readdirSync(at, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  const read = readDocument(new Map(paths.map((path) => [path, readFileSync(join(at, path), "utf8")])));
  if (!read.ok)
    throw new Error(read.problems.map(({ say, where }) => `${where?.file}:${where?.line} ${say}`).join("\n"));
  return read.value;
}

/** What a reviewer looks at first: the counts, the stages, the open threats with their tier, and the questions. */
function summaryOf(analysis: Analysis): string {
  const open = analysis.threats.filter((threat) => placeOf(threat) === "open");
  const lines = (ids: readonly string[]): string => ids.map((id) => `    ${JSON.stringify(id)}`).join(",\n");
  return `{
  "summary": ${JSON.stringify(analysis.summary)},
  "stages": ${JSON.stringify(Object.fromEntries(analysis.stages.map(({ id, missing, more }) => [id, missing.length + more])))},
  "gates": ${JSON.stringify(Object.fromEntries(analysis.gates.map(({ id, failing }) => [id, failing.length])))},
  "open": [
${lines(open.map(({ id, tier, status }) => `${tier} ${status} ${id}`).sort())}
  ],
  "questions": [
${lines(
  analysis.questions
    .filter(({ settles }) => settles > 0)
    .map(({ id }) => id)
    .sort(),
)}
  ]
}
`;
}

test("there are three examples", () => {
  expect(names).toEqual(["assistant", "shop", "tenants"]);
});

describe.each(names)("examples/%s", (name) => {
  const document = documentOf(name);
  const analysis = analyse(document, knowledge, { now });

  test("is what its golden file says", () => {
    const path = join(folder, name, "expected/summary.json");
    if (process.env.PARAPET_GOLDEN === "write") writeFileSync(path, summaryOf(analysis));
    expect(summaryOf(analysis)).toBe(readFileSync(path, "utf8"));
  });

  test("gives the same bytes again", () => {
    expect(JSON.stringify(analyse(documentOf(name), knowledge, { now }))).toBe(JSON.stringify(analysis));
  });

  test("has no tier that holds more than half of what is open or asked", () => {
    const counts = tiers.map((tier) => analysis.summary.byTier[tier].open + analysis.summary.byTier[tier].asked);
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(0);
    expect(Math.max(...counts) / all).toBeLessThanOrEqual(0.5);
  });

  test("proposes nothing critical but where data is classified or criticality declared", () => {
    if (document.model.scope?.criticality !== undefined) return;
    const unclassified = new Set(
      Object.entries(document.model.data ?? {}).flatMap(([id, data]) => (data.classification ? [] : [id])),
    );
    const critical = analysis.threats.filter(
      ({ tier, score }) => tier === "critical" && analysis.scores[score]?.proposed === true,
    );
    expect(
      critical.filter(({ score }) => /not classified|data unknown/.test(analysis.scores[score]?.reasons.damage ?? "")),
    ).toEqual([]);
    expect(critical.length === 0 || unclassified.size < Object.keys(document.model.data ?? {}).length).toBe(true);
  });

  test("examines every cell of the coverage table", () => {
    expect(analysis.summary.notExamined).toBe(0);
  });

  test("refers to nothing that is gone, and contradicts no source", () => {
    expect(analysis.threats.filter(({ status }) => status === "orphaned").map(({ id }) => id)).toEqual([]);
    expect(analysis.questions.filter(({ contradiction }) => contradiction).map(({ id }) => id)).toEqual([]);
  });
});

describe("examples/shop went through all eight stages", () => {
  const analysis = analyse(documentOf("shop"), knowledge, { now });

  test("every status is there that a living model has", () => {
    const statuses = new Set(analysis.threats.map(({ status }) => status));
    for (const status of [
      "accepted",
      "transferred",
      "not-applicable",
      "verified",
      "addressed",
      "claimed",
      "mitigating",
      "asked",
      "assessed",
      "open",
    ] as const) {
      expect(statuses, status).toContain(status);
    }
  });

  test("its mitigations are in every state", () => {
    expect(new Set(analysis.mitigations.map(({ state }) => state))).toEqual(
      new Set(["chosen", "implemented", "verified", "failed", "stale"]),
    );
  });

  test("some of what is open is a quick win", () => {
    const open = analysis.threats.filter((threat) => placeOf(threat) === "open");
    expect(open.filter(({ quickWin }) => quickWin).map(({ id }) => id)).toContain("swapped-component@redis-image");
    expect(open.every(({ quickWin, tier }) => !quickWin || tier === "critical" || tier === "high")).toBe(true);
  });

  test("an acceptance is in force and runs out within a fortnight", () => {
    expect(analysis.acceptances.every(({ state }) => state === "in-force")).toBe(true);
    const later = analyse(documentOf("shop"), knowledge, { now: "2026-12-08" });
    const expired = later.acceptances.filter(({ state }) => state === "expired").map(({ threat }) => threat);
    expect(expired).toHaveLength(1);
    const reopened = later.threats.find(({ id }) => id === expired[0]);
    expect(reopened && closedStatuses.has(reopened.status)).toBe(false);
  });

  test("reviews, questions and ownership are in order; what is left is named", () => {
    const missing = Object.fromEntries(analysis.stages.map(({ id, missing: needs }) => [id, needs.length]));
    expect(missing).toMatchObject({
      scoping: 0,
      decomposition: 0,
      enumeration: 0,
      scoring: 0,
      handoff: 0,
      maintenance: 0,
    });
    expect(missing.mitigation).toBeGreaterThan(0);
    expect(missing.validation).toBeGreaterThan(0);
  });
});
