// Every gate fails on something and holds on something, names what fails it, and lets through what is recorded as debt.
import { type Analysis, analyse, type Document, debtEntry } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { gateIds } from "../packages/core/src/model/policy.ts";
import { gates } from "../packages/core/src/validation/gates.ts";
import { knowledge, now } from "./laws/shipped.ts";

const key = "by-hand-sold@web";
const by = { by: "bo", on: "2026-11-02" };
const high = { damage: 9, reproducibility: 7, exploitability: 7, affected: 6, discoverability: 7 };
const critical = { damage: 9, reproducibility: 9, exploitability: 9, affected: 9, discoverability: 9 };
type Register = Omit<NonNullable<Document["register"]>, "parapet">;

/** One element and one threat by hand, high unless said otherwise. */
function shop(register: Register = {}, factors = high, more: Partial<Document> = {}): Document {
  return {
    model: { parapet: 1, system: "Shop", elements: { web: { kind: "process" } } },
    register: {
      parapet: 1,
      threats: { [key]: { say: "Goods are sold twice", by: "bo", recorded: "2026-01-01" } },
      scores: { [key]: { method: "dread", factors, ...by } },
      ...register,
    },
    ...more,
  };
}

const acceptance = { owner: "bo", why: "Small", review: "2027-01-01", by: "bo", on: "2026-01-01" };
const low = { damage: 1, reproducibility: 1, exploitability: 1, affected: 1, discoverability: 1 };
const mitigation = {
  title: "A gate",
  on: ["web"],
  threats: [key],
  criteria: { shut: "It is shut" },
  by: "bo",
  recorded: "2026-01-01",
};
const passed = { mitigation: "gate", criterion: "shut", verdict: "passed" as const, tool: "junit", ...by };
const seen = { at: "compose.yaml:3" };
const contradicted = (declared: "yes" | "no"): Document => ({
  model: {
    parapet: 1,
    system: "Shop",
    elements: { web: { kind: "process", facts: { "runs-unprivileged": { value: declared, ...by } } } },
  },
  observed: {
    parapet: 1,
    elements: { web: { kind: "process", facts: { "runs-unprivileged": { value: "no", seen: seen.at } } } },
  },
});
const reviewed = (...whats: readonly ("diagram" | "surface" | "threats")[]): Register => ({
  reviews: Object.fromEntries(whats.map((what) => [what, { what, digest: "x", ...by }])),
});
const question = (owner: Register): Document => ({
  model: {
    parapet: 1,
    system: "Shop",
    scope: { criticality: "high" },
    zones: { net: { kind: "internet" }, inside: { kind: "private-network" } },
    data: { card: { classification: "restricted" } },
    elements: {
      user: { kind: "external-entity", zone: "net" },
      web: { kind: "process", zone: "inside" },
      db: { kind: "data-store", zone: "inside", holds: ["card"] },
    },
    flows: {
      pay: { from: "user", to: "web", protocol: "http", carries: ["card"], returns: [] },
      save: { from: "web", to: "db", carries: ["card"], returns: [] },
    },
  },
  register: { parapet: 1, ...owner },
});
/** Every question of the document owned until then. */
function owned(due: string): Document {
  const { questions } = analyse(question({}), knowledge, { now });
  return question({ questions: Object.fromEntries(questions.map(({ id }) => [id, { owner: "bo", due, ...by }])) });
}
const uncovered: Document = { model: { parapet: 1, system: "Shop", elements: { web: { kind: "process" } } } };
const noRules = { ...knowledge, rules: [] };

/** Gate → a document that fails it, and one beside it that does not. */
const cases: Readonly<Record<(typeof gateIds)[number], readonly [fails: Document, holds: Document]>> = {
  owned: [shop(), shop({ assignments: { [key]: { owner: "bo", due: "2027-01-01" } } })],
  "no-open": [shop(), shop({}, low)],
  acceptances: [
    shop({ acceptances: { [key]: { ...acceptance, review: "2026-02-01" } } }, low),
    shop({ acceptances: { [key]: acceptance } }, low),
  ],
  contradictions: [contradicted("yes"), contradicted("no")],
  "evidence-fresh": [
    shop({ mitigations: { gate: mitigation }, evidence: { a: { ...passed, verdict: "failed" } } }),
    shop({ mitigations: { gate: mitigation }, evidence: { a: passed } }),
  ],
  "defence-in-depth": [
    shop({ mitigations: { gate: mitigation } }, critical),
    shop({ mitigations: { gate: mitigation, lock: { ...mitigation, title: "A lock" } } }, critical),
  ],
  coverage: [uncovered, { model: { parapet: 1, system: "Shop" } }],
  questions: [owned("2026-11-23"), owned("2027-01-01")],
  reviews: [shop(reviewed("diagram", "surface")), shop(reviewed("diagram", "surface", "threats"))],
};

function gateOf(id: string, document: Document, day = now): Analysis["gates"][number] | undefined {
  const on = { ...document, policy: { parapet: 1, ...document.policy, gates: { [id]: "on" as const } } };
  // Only without rules is a cell left unexamined: the shipped ones speak to every cell.
  const known = id === "coverage" ? noRules : knowledge;
  return analyse(on, known, { now: day }).gates.find((gate) => gate.id === id);
}

test("the gates are those that policy.yaml can switch", () => {
  expect(gates.map(({ id }) => id).sort()).toEqual([...gateIds].sort());
});

describe.each(gateIds)("%s", (id) => {
  const [fails, holds] = cases[id];
  const failed = gateOf(id, fails);

  test("fails, and names what fails it", () => {
    expect(failed?.holds).toBe(false);
    expect(failed?.failing.length).toBeGreaterThan(0);
  });

  test("holds on the neighbour", () => {
    expect(gateOf(id, holds)).toMatchObject({ holds: true, failing: [] });
  });

  test("holds when all that fails it is recorded as debt, and says so", () => {
    const failing = failed?.failing.map((item) => debtEntry(failed, item)) ?? [];
    const debt = { parapet: 1, recorded: now, by: "bo", gates: { [id]: failing } };
    const gate = gateOf(id, { ...fails, debt });
    expect(gate).toMatchObject({ holds: true, failing: [], debt: failing });
    expect(gate?.why).toContain(`${failing.length} recorded as debt`);
  });

  test("is silent when the policy switches it off", () => {
    const off = { ...fails, policy: { parapet: 1, gates: { [id]: "off" as const } } };
    expect(analyse(off, knowledge, { now }).gates.map((gate) => gate.id)).not.toContain(id);
  });
});

describe("debt covers what failed when it was recorded, and nothing that time turned since", () => {
  const alone = { policy: { parapet: 1, "second-person": [] } };
  const accepted = (review: string): Document =>
    shop({ acceptances: { [key]: { ...acceptance, review } } }, high, alone);
  const proposed = (review: string): Document => shop({ acceptances: { [key]: { ...acceptance, review } } });
  const transferred = (review: string): Document =>
    shop({ decisions: { [key]: { decision: "transfer", why: "Insured", review, ...by } } }, high, alone);
  const tested = (on: string): Document =>
    shop({ mitigations: { gate: mitigation }, evidence: { a: { ...passed, on } } });
  const failedOn = (on: string): Document =>
    shop({ mitigations: { gate: mitigation }, evidence: { a: { ...passed, verdict: "failed", on } } });

  test.each<[string, (typeof gateIds)[number], Document, string, Document, boolean]>([
    [
      "an acceptance that had expired",
      "acceptances",
      accepted("2026-10-01"),
      "2026-11-01",
      accepted("2026-10-01"),
      true,
    ],
    [
      "one renewed since, and expired again",
      "acceptances",
      accepted("2026-10-01"),
      "2026-11-01",
      accepted("2026-11-20"),
      false,
    ],
    [
      "one proposed then, and expired since",
      "acceptances",
      proposed("2026-11-20"),
      "2026-11-01",
      proposed("2026-11-20"),
      false,
    ],
    [
      "one that expired on the day before",
      "acceptances",
      accepted("2026-10-31"),
      "2026-11-01",
      accepted("2026-10-31"),
      true,
    ],
    ["one proposed then and now", "acceptances", proposed("2026-12-20"), "2026-11-01", proposed("2026-12-20"), true],
    [
      "an open threat, whose acceptance was never in force",
      "owned",
      shop(),
      "2026-11-01",
      proposed("2026-11-20"),
      true,
    ],
    ["an open threat, accepted and expired since", "owned", shop(), "2026-11-01", accepted("2026-11-20"), false],
    ["an open threat, accepted and expired since", "no-open", shop(), "2026-11-01", accepted("2026-11-20"), false],
    [
      "an open threat, transferred for a time that is over",
      "no-open",
      shop(),
      "2026-11-01",
      transferred("2026-11-20"),
      false,
    ],
    ["old evidence", "evidence-fresh", tested("2026-02-01"), "2026-11-01", tested("2026-02-01"), true],
    ["newer evidence, old by now", "evidence-fresh", tested("2026-02-01"), "2026-11-01", tested("2026-05-20"), false],
    [
      "a test that failed, then passed, old by now",
      "evidence-fresh",
      failedOn("2026-02-01"),
      "2026-11-01",
      tested("2026-02-01"),
      false,
    ],
    ["an overdue answer", "questions", owned("2026-10-01"), "2026-11-01", owned("2026-10-01"), true],
    [
      "an answer nobody owned, promised and overdue since",
      "questions",
      question({}),
      "2026-11-01",
      owned("2026-11-20"),
      false,
    ],
  ])("%s (%s)", (_what, id, before, recorded, after, covered) => {
    const then = gateOf(id, before, recorded);
    const gates = { [id]: then?.failing.map((item) => debtEntry(then, item)) ?? [] };
    expect(gates[id]?.length).toBeGreaterThan(0);
    expect(gateOf(id, { ...after, debt: { parapet: 1, recorded, by: "bo", gates } })?.holds).toBe(covered);
  });
});
