// What decisions, scores and evidence of the register make of a threat: when they count, and when they wait.
import { describe, expect, test } from "vitest";
import { approvalOf } from "../model/approvals.ts";
import type { Assumption } from "../model/assumption.ts";
import { shortDigest } from "../model/digest.ts";
import type { Document } from "../model/document.ts";
import { threatsOf } from "../model/expand.ts";
import type { Knowledge } from "../model/knowledge.ts";
import type { Acceptance, Decision, Register, Score } from "../model/register.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { analyse } from "./analyse.ts";

const now = "2026-11-24";
const id = "no-way-back@web";

function shop(register: Partial<Register>, more: Partial<Document> = {}): Document {
  return { ...smallShop, ...more, register: { parapet: 1, ...register } };
}

function threatIn(document: Document, threat = id, knowledge: Knowledge = smallKnowledge) {
  const { threats, scores } = analyse(document, knowledge, { now });
  const found = threats.find((one) => one.id === threat);
  const score = found && scores[found.score];
  if (!found || !score) throw new Error(`no ${threat}`);
  return { ...found, score };
}

const people = {
  people: { parapet: 1, people: { bo: { approves: ["critical", "high"] }, cy: {} } },
} as unknown as Partial<Document>;
const withoutSecond = { policy: { parapet: 1, "second-person": [] } } as unknown as Partial<Document>;

describe("a decision", () => {
  const decided = (more: Partial<Decision>): Decision => ({
    decision: "transfer",
    by: "ann",
    on: "2026-11-01",
    ...more,
  });
  const approvedBy = (by: string, more: Partial<Decision> = {}): Decision => {
    const request = decided(more);
    return { ...request, approved: approvalOf(id, request, { by }, "2026-11-02") };
  };
  const otherwise = { ...approvedBy("bo"), to: "another insurer" };

  test.each<[string, Decision, Partial<Document>, string]>([
    ["to transfer, that nobody approved", decided({}), {}, "open"],
    ["to transfer, approved", approvedBy("bo"), {}, "transferred"],
    ["not applicable, that nobody approved", decided({ decision: "not-applicable" }), {}, "open"],
    ["not applicable, approved", approvedBy("bo", { decision: "not-applicable" }), {}, "not-applicable"],
    ["approved by who decided", approvedBy("ann"), {}, "open"],
    ["approved by who owns it", approvedBy("bo", { owner: "bo" }), {}, "open"],
    ["approved by who may", approvedBy("bo"), people, "transferred"],
    ["approved by who may not", approvedBy("cy"), people, "open"],
    ["that says something else than was approved", otherwise, {}, "open"],
    ["of a tier that needs no second person", decided({}), withoutSecond, "transferred"],
    ["that lasts until today", approvedBy("bo", { review: now }), {}, "transferred"],
    ["past its review", approvedBy("bo", { review: "2026-11-23" }), {}, "open"],
    ["to mitigate, which needs no approval", decided({ decision: "mitigate" }), {}, "mitigating"],
  ])("%s", (_, decision, more, status) => {
    expect(threatIn(shop({ decisions: { [id]: decision } }, more)).status).toBe(status);
  });
});

describe("a threat written down by hand that rests on an assumption", () => {
  const sold = "by-hand-sold@web";
  const by = { by: "ann", on: "2026-11-01" };
  const acceptance: Acceptance = { ...by, owner: "ann", why: "w", review: "2027-01-01" };
  const resting = (assumption: Partial<Assumption>, register: Partial<Register>) => {
    const said = { text: "It is safe", threats: [sold], ...assumption };
    const model = { ...smallShop.model, assumptions: { safe: said } } as Document["model"];
    const threats = { [sold]: { say: "Sold", by: "ann", recorded: "2026-11-01" } };
    return shop({ threats, ...register }, { ...withoutSecond, model });
  };
  const accepted = { acceptances: { [sold]: acceptance } };
  const decided = (decision: Decision["decision"]) => ({ decisions: { [sold]: { ...by, decision } } });
  const challenged = { state: "challenged", by: "bo", on: now } as const;

  test.each<[string, Partial<Assumption>, Partial<Register>, string]>([
    ["accepted while it holds", {}, accepted, "accepted"],
    ["transferred while it holds", {}, decided("transfer"), "transferred"],
    ["accepted, until the day of its review", { review: now }, accepted, "accepted"],
    ["accepted, and the review is past", { review: "2026-11-23" }, accepted, "open"],
    ["accepted, and it is challenged", challenged, accepted, "open"],
    ["accepted, and it is refuted", { state: "refuted" }, accepted, "open"],
    ["transferred, and it is challenged", challenged, decided("transfer"), "open"],
    ["not applicable, and it is challenged", challenged, decided("not-applicable"), "open"],
    ["to be mitigated, and it is challenged", challenged, decided("mitigate"), "mitigating"],
    ["of another threat", { ...challenged, threats: ["by-hand-other@web"] }, accepted, "accepted"],
  ])("%s", (_, assumption, register, status) => {
    expect(threatIn(resting(assumption, register), sold).status).toBe(status);
  });

  test("what evidence shows stays shown", () => {
    const mitigation = { control: "approval-step", on: ["web"], threats: [sold], by: "ann", recorded: now };
    const evidence = {
      mitigation: "m",
      criterion: "works",
      verdict: "passed",
      tool: "unit",
      on: now,
      by: "ann",
    } as const;
    const shown = { mitigations: { m: mitigation }, evidence: { e: evidence } };
    expect(threatIn(resting(challenged, shown), sold).status).toBe("verified");
  });

  test("says why, and what settles it", () => {
    const analysis = analyse(resting(challenged, accepted), smallKnowledge, { now });
    const say = "it rests on the assumption “It is safe”, which is challenged by bo on 2026-11-24";
    expect(analysis.acceptances[0]).toMatchObject({ state: "claimed", because: say, assumption: "safe" });
    const missing = analysis.stages.find(({ id }) => id === "maintenance")?.missing ?? [];
    expect(missing.find(({ id }) => id === `acceptance-${sold}`)?.command).toBe(
      "parapet assume safe --confirm --review DATE",
    );
    const threat = threatsOf(analysis).find((one) => one.id === sold);
    expect(threat?.because).toEqual([
      { fact: "recorded", value: "yes", from: "recorded by ann on 2026-11-01" },
      { fact: "safe", value: "unknown", from: "unknown: It is safe (challenged by bo on 2026-11-24)" },
    ]);
    const held = threatsOf(analyse(resting({}, {}), smallKnowledge, { now })).find((one) => one.id === sold);
    expect(held?.because[1]).toEqual({ fact: "safe", value: "yes", from: "assumed: It is safe" });
  });
});

describe("under an earlier id of its subject", () => {
  const was = "no-way-back@site";
  const web = { ...smallShop.model.elements?.web, was: ["site"] };
  const model = { ...smallShop.model, elements: { web } } as unknown as Document["model"];
  const by = { by: "ann", on: "2026-11-01" };
  const acceptance: Acceptance = { ...by, owner: "ann", why: "w", review: "2027-01-01" };
  const score: Score = { ...by, method: "dread", factors: { damage: 1 }, lowered: "high" };
  const decision: Decision = { ...by, decision: "transfer" };
  const approved = (key: string, request: object) => ({
    approved: approvalOf(key, request, { by: "bo" }, "2026-11-02"),
  });

  test.each<[string, (key: string) => Partial<Register>, string]>([
    ["a decision", (key) => ({ decisions: { [was]: { ...decision, ...approved(key, decision) } } }), "transferred"],
    ["a score", (key) => ({ scores: { [was]: { ...score, ...approved(key, score) } } }), "assessed"],
    [
      "an acceptance",
      (key) => ({ acceptances: { [was]: { ...acceptance, ...approved(key, acceptance) } } }),
      "accepted",
    ],
  ])("%s stands when it was approved under that id", (_, register, status) => {
    expect(threatIn(shop(register(was), { model })).status).toBe(status);
    expect(threatIn(shop(register(id), { model })).status).toBe("open");
  });
});

describe("a score", () => {
  const proposal = threatIn(shop({})).score;
  const factors = { ...proposal.factors, damage: 1, affected: 1 };
  const given = (more: Partial<Score>): Score => ({
    method: proposal.method,
    factors,
    by: "ann",
    on: "2026-11-01",
    ...more,
  });
  const lowered = given({ lowered: "high" });

  test.each<[string, Score, Partial<Document>, boolean]>([
    ["of the method in use", given({}), {}, true],
    ["of another method", given({ method: "other" }), {}, false],
    ["without factors", { method: proposal.method, by: "ann", on: "2026-11-01" }, {}, false],
    ["lowered, that nobody approved", lowered, {}, false],
    ["lowered, approved", { ...lowered, approved: approvalOf(id, lowered, { by: "bo" }, "2026-11-02") }, {}, true],
    [
      "lowered, approved as it was",
      { ...lowered, why: "x", approved: approvalOf(id, given({}), { by: "bo" }, now) } as Score,
      {},
      false,
    ],
    ["lowered from a tier that needs no second person", given({ lowered: "low" }), {}, true],
    ["lowered, where none needs one", lowered, withoutSecond, true],
  ])("%s", (_, score, more, counts) => {
    const found = threatIn(shop({ scores: { [id]: score } }, more));
    expect(found.score.proposed).toBe(!counts);
    expect(found.score.factors).toEqual(counts ? factors : proposal.factors);
    expect(found.status).toBe(counts ? "assessed" : "open");
  });

  test.each<[string, string | undefined, boolean]>([
    ["without what it confirmed", undefined, false],
    ["of the proposal as it is", shortDigest(proposal.factors), false],
    ["of another proposal", "sha-of-another", true],
  ])("%s", (_, basis, again) => {
    const score = given(basis === undefined ? {} : { basis });
    expect(threatIn(shop({ scores: { [id]: score } })).score.rescore ?? false).toBe(again);
  });

  test("keeps the reasons that were given", () => {
    const reasons = { damage: "Nothing of worth is behind it" };
    expect(threatIn(shop({ scores: { [id]: given({ reasons }) } })).score.reasons).toEqual(reasons);
    expect(threatIn(shop({ scores: { [id]: given({}) } })).score.reasons).toEqual({});
  });
});

describe("an acceptance", () => {
  test("is noted once, and only where there is one", () => {
    const acceptance: Acceptance = { owner: "ann", why: "w", review: "2027-01-01", by: "ann", on: "2026-11-01" };
    expect(analyse(shop({}), smallKnowledge, { now }).acceptances).toEqual([]);
    const request = { [id]: { ...acceptance, approved: approvalOf(id, acceptance, { by: "bo" }, "2026-11-02") } };
    const result = analyse(shop({ acceptances: request }), smallKnowledge, { now });
    expect(result.acceptances.map(({ threat, state }) => [threat, state])).toEqual([[id, "in-force"]]);
    expect(threatIn(shop({ acceptances: request })).status).toBe("accepted");
  });
});

describe("the current risk", () => {
  const evidence = (verdict: "passed" | "failed", on: string) =>
    ({
      mitigations: {
        "approval-step": { control: "approval-step", on: ["web"], threats: [id], by: "ann", recorded: "2026-11-01" },
      },
      evidence: {
        e: { mitigation: "approval-step", criterion: "works", verdict, tool: "scan", on, by: "bo" },
      },
    }) as unknown as Partial<Register>;

  test.each<[string, Partial<Register>, boolean]>([
    ["falls with a control that is verified", evidence("passed", "2026-11-20"), true],
    ["falls with one that was verified long ago", evidence("passed", "2024-11-20"), true],
    ["does not fall with one that failed", evidence("failed", "2026-11-20"), false],
    [
      "does not fall with one that is only chosen",
      { mitigations: evidence("passed", now).mitigations as never },
      false,
    ],
  ])("%s", (_, register, falls) => {
    const before = threatIn(shop({}));
    const { current, target } = threatIn(shop(register));
    expect(current < before.current).toBe(falls);
    expect((target ?? current) < before.current).toBe(true);
  });

  const store = "readable-store@db";
  const card = {
    ...(smallKnowledge.controls[0] as Knowledge["controls"][number]),
    id: "encryption",
    on: ["data-store"],
  };
  const knowledge = {
    ...smallKnowledge,
    controls: [...smallKnowledge.controls, card],
    rules: smallKnowledge.rules.map((rule) =>
      rule.id === "readable-store" ? { ...rule, controls: ["encryption"] } : rule,
    ),
  } as Knowledge;
  const encrypted = (fact: unknown, layer: "model" | "observed"): Document => {
    const base = smallShop[layer] as NonNullable<Document["observed"]>;
    const db = { kind: "data-store", zone: "inner", seen: "compose.yaml:3", facts: { "encrypted-at-rest": fact } };
    const { seen: _, ...declared } = db;
    return {
      ...smallShop,
      [layer]: { ...base, elements: { ...base.elements, db: layer === "model" ? declared : db } },
    } as Document;
  };

  test.each<[string, Document, string, boolean]>([
    ["on nobody's word", encrypted("yes", "model"), "addressed", false],
    ["on somebody's word", encrypted({ value: "yes", by: "ann", on: "2026-11-20" }, "model"), "addressed", false],
    ["as a source shows", encrypted({ value: "yes", seen: "compose.yaml:9" }, "observed"), "addressed", true],
    ["unknown", encrypted("unknown", "observed"), "asked", false],
    ["not so", encrypted({ value: "no", seen: "compose.yaml:9" }, "observed"), "open", false],
  ])("with the control behind a fact: %s", (_, document, finding, falls) => {
    const found = threatIn(document, store, knowledge);
    const open = threatIn(encrypted({ value: "no", by: "ann", on: "2026-11-20" }, "model"), store, knowledge);
    expect(found.finding).toBe(finding);
    expect(found.current < open.current).toBe(falls);
  });
});
