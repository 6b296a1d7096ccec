import { describe, expect, test } from "vitest";
import { listOfRecords as listOf } from "../analysis/numbered-threats.ts";
import type { AcceptanceView, MitigationView, Question, ThreatRecord } from "../analysis/result.ts";
import type { Document } from "../model/document.ts";
import type { GateId } from "../model/policy.ts";
import { statuses, tiers } from "../model/vocabulary.ts";
import { questionsAsList as asked } from "../testing/lists.ts";
import { type GateInput, gates, gatesOf } from "./gates.ts";
import { closedStatuses } from "./status.ts";

const document: Document = { model: { parapet: 1, system: "Shop" } };
const nothing: GateInput = {
  document,
  threats: listOf([]),
  questions: asked([]),
  unexamined: [],
  acceptances: [],
  mitigations: [],
};

type Threat = Partial<ThreatRecord> & { readonly id: string };
/** A critical open threat that nobody owns, unless said otherwise. */
const threats = (...list: readonly Threat[]): GateInput => ({
  ...nothing,
  threats: listOf(list.map((one) => ({ tier: "critical", finding: "open", status: "open", ...one }) as ThreatRecord)),
});
const questions = (...list: readonly (Partial<Question> & { readonly id: string })[]): GateInput => ({
  ...nothing,
  questions: asked(list.map((one) => ({ settles: 1, hides: "high", ...one }) as Question)),
});
const failing = (id: GateId, input: GateInput): readonly string[] | undefined =>
  gates.find((gate) => gate.id === id)?.failing(input);
const owned = { owner: "ann", due: "2027-01-01" };

describe("failing", () => {
  test("owned: critical and high ones that are open and not settled, without both owner and date", () => {
    const input = threats(
      ...tiers.map((tier) => ({ id: tier, tier })),
      { id: "owned", ...owned },
      { id: "no-date", owner: "ann" },
      { id: "no-owner", due: "2027-01-01" },
      { id: "asked", finding: "asked", status: "asked" },
      { id: "addressed", finding: "addressed", status: "claimed" },
    );
    expect(failing("owned", input)).toEqual(["critical", "high", "no-date", "no-owner"]);
  });

  test.each(["owned", "no-open"] as const)("%s: a threat of a closed status fails nothing, any other does", (id) => {
    const input = threats(...statuses.map((status) => ({ id: status, status })));
    expect(failing(id, input)).toEqual(statuses.filter((status) => !closedStatuses.has(status)));
  });

  test.each([
    [undefined, ["critical", "high"]],
    ["low", ["critical", "high", "medium"]],
    ["high", ["critical"]],
    ["critical", []],
  ] as const)("no-open with the appetite %s: open ones above it", (appetite, expected) => {
    const policy = { parapet: 1, ...(appetite ? { appetite } : {}) };
    const asked = { id: "asked", finding: "asked" as const };
    const input = threats(...tiers.map((tier) => ({ id: tier, tier })), asked);
    expect(failing("no-open", { ...input, document: { ...document, policy } })).toEqual(expected);
    if (!appetite) expect(failing("no-open", input)).toEqual(expected);
  });

  test("acceptances: all that are not in force", () => {
    const states = ["in-force", "proposed", "claimed", "expired"] as const;
    const acceptances = states.map((state) => ({ threat: state, state }) as AcceptanceView);
    expect(failing("acceptances", { ...nothing, acceptances })).toEqual(["proposed", "claimed", "expired"]);
  });

  test("contradictions: questions of which two sources say different things", () => {
    const contradiction = { declared: "yes", observed: "no", where: "compose.yaml:3" };
    expect(failing("contradictions", questions({ id: "a@x", contradiction }, { id: "b@x" }))).toEqual(["a@x"]);
  });

  test("evidence-fresh: mitigations whose evidence failed or aged", () => {
    const states = ["chosen", "implemented", "verified", "failed", "stale"] as const;
    const mitigations = states.map((state) => ({ id: state, state }) as MitigationView);
    expect(failing("evidence-fresh", { ...nothing, mitigations })).toEqual(["failed", "stale"]);
  });

  test("defence-in-depth: critical threats on exactly one mitigation", () => {
    const input = threats(
      { id: "none" },
      { id: "one", mitigations: ["a"] },
      { id: "two", mitigations: ["a", "b"] },
      { id: "high", tier: "high", mitigations: ["a"] },
    );
    expect(failing("defence-in-depth", input)).toEqual(["one"]);
  });

  test("coverage: each cell that is not examined, a flow's apart from its crossing's", () => {
    const unexamined = [
      { subject: "pay", kind: "flow", category: "spoofing" },
      { subject: "pay", kind: "crossing", category: "elevation-of-privilege" },
    ] as const;
    expect(failing("coverage", { ...nothing, unexamined })).toEqual([
      "spoofing@pay",
      "elevation-of-privilege@pay (crossing)",
    ]);
  });

  test("questions: those that hide critical or high risk and that nobody owns, or whose date is past", () => {
    const input = questions(
      ...tiers.map((hides) => ({ id: hides, hides })),
      { id: "settles-nothing", settles: 0 },
      { id: "owned", ...owned },
      { id: "overdue", ...owned, overdue: true },
    );
    expect(failing("questions", input)).toEqual(["critical", "high", "overdue"]);
  });

  test("reviews: what nobody reviewed", () => {
    const review = { what: "surface" as const, by: "ann", on: "2026-11-02", digest: "x" };
    expect(failing("reviews", nothing)).toEqual(["diagram", "surface", "threats"]);
    const register = { parapet: 1, reviews: { one: review } };
    expect(failing("reviews", { ...nothing, document: { ...document, register } })).toEqual(["diagram", "threats"]);
  });
});

describe("gatesOf", () => {
  test("gives the gates that are on by default, each with its sentence", () => {
    expect(gatesOf(nothing)).toEqual([
      { id: "owned", holds: true, why: "every open critical and high threat has an owner and a due date", failing: [] },
      {
        id: "acceptances",
        holds: true,
        why: "no risk acceptance is expired, claimed or waits for approval",
        failing: [],
      },
      { id: "contradictions", holds: true, why: "no declared fact contradicts what a source shows", failing: [] },
    ]);
  });

  test("follows the switches of the policy", () => {
    const policy = { parapet: 1, gates: { owned: "off", reviews: "on" } as const };
    expect(gatesOf({ ...nothing, document: { ...document, policy } }).map(({ id }) => id)).toEqual([
      "acceptances",
      "contradictions",
      "reviews",
    ]);
  });

  test("counts recorded debt apart, and only of its own gate", () => {
    const gatesOwed = { owned: ["old@web", "gone@web"], acceptances: ["new@web"] };
    const debt = { parapet: 1, recorded: "2026-11-01", by: "ann", gates: gatesOwed };
    const [gate] = gatesOf({ ...threats({ id: "old@web" }, { id: "new@web" }), document: { ...document, debt } });
    expect(gate).toEqual({
      id: "owned",
      holds: false,
      why: "every open critical and high threat has an owner and a due date (beside 1 recorded as debt)",
      failing: ["new@web"],
      debt: ["old@web"],
    });
    const [paid] = gatesOf({ ...threats({ id: "old@web" }), document: { ...document, debt } });
    expect(paid).toMatchObject({ holds: true, failing: [] });
  });

  test("says the state of what fails, and counts as debt what was recorded in that state", () => {
    const acceptances = (["in-force", "expired", "claimed"] as const).map(
      (state) => ({ threat: state, state }) as AcceptanceView,
    );
    const mitigations = [{ id: "lock", state: "stale" } as MitigationView];
    const on = { parapet: 1, gates: { owned: "off", contradictions: "off", "evidence-fresh": "on" } as const };
    const owed = { acceptances: ["expired (proposed)", "claimed (claimed)"], "evidence-fresh": ["lock (failed)"] };
    const debt = { parapet: 1, recorded: "2026-11-01", by: "ann", gates: owed };
    const views = gatesOf({ ...nothing, acceptances, mitigations, document: { ...document, policy: on, debt } });
    expect(views.map(({ failing, states, debt }) => ({ failing, states, debt }))).toEqual([
      { failing: ["expired"], states: { expired: "expired" }, debt: ["claimed (claimed)"] },
      { failing: ["lock"], states: { lock: "stale" }, debt: undefined },
    ]);
  });
});
