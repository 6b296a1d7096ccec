// What the record of a threat says: only what there is to say, from the register and from the facts behind its finding.
import { describe, expect, test } from "vitest";
import { approvalOf } from "../model/approvals.ts";
import type { Document } from "../model/document.ts";
import type { Control, Knowledge } from "../model/knowledge.ts";
import type { Register } from "../model/register.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { analyse } from "./analyse.ts";

const now = "2026-11-24";
const said = { by: "ann", on: "2026-11-01" };
const step = "no-way-back@web";
const store = "readable-store@db";

const gate: Control = {
  ...(smallKnowledge.controls[0] as Control),
  id: "gate",
  effort: "small",
  caps: { reproducibility: 0, exploitability: 0, damage: 1 },
};
const strong: Knowledge = {
  ...smallKnowledge,
  controls: [...smallKnowledge.controls, gate],
  rules: smallKnowledge.rules.map((rule) => ({ ...rule, controls: [...rule.controls, "gate"] })),
};

/** `facts` of the database as a source shows them, `declared` as people state them. */
function shop(register: object, facts: object = {}, declared: object = {}): Document {
  const db = { kind: "data-store", zone: "inner", seen: "compose.yaml:3", facts };
  const elements = { ...smallShop.model.elements, db: { facts: declared } };
  return {
    ...smallShop,
    model: { ...smallShop.model, elements },
    observed: { parapet: 1, elements: { db } },
    register: { parapet: 1, ...register },
  } as unknown as Document;
}

function recordIn(document: Document, id = step, knowledge: Knowledge = smallKnowledge) {
  const found = analyse(document, knowledge, { now }).threats.find((threat) => threat.id === id);
  if (!found) throw new Error(`no ${id}`);
  const { title: _, subject: __, because: ___, score: ____, ...record } = found;
  return record;
}

const bare = {
  id: step,
  rule: "no-way-back",
  kind: "process",
  finding: "open",
  status: "open",
  current: 65.7,
  tier: "high",
};
const mitigation = (more: object) => ({
  control: "approval-step",
  on: ["web"],
  threats: [step],
  by: "ann",
  recorded: "2026-11-01",
  ...more,
});
const passed = (id: string, on: string) => ({
  mitigation: id,
  criterion: "works",
  verdict: "passed",
  tool: "scan",
  by: "bo",
  on,
});
const acceptance = { ...said, owner: "ann", why: "w", review: "2027-01-01" };
const transfer = { ...said, decision: "transfer" };

describe("the record", () => {
  test.each<[string, object, object]>([
    ["of a threat that nobody has looked at", {}, bare],
    [
      "with who does it until when",
      { assignments: { [step]: { owner: "bo", due: "2026-12-01" } } },
      { ...bare, owner: "bo", due: "2026-12-01" },
    ],
    [
      "with owner and date of the first mitigation that has one",
      {
        mitigations: {
          a: mitigation({}),
          b: mitigation({ owner: "cy" }),
          c: mitigation({ owner: "di", due: "2027-02-01" }),
        },
      },
      { ...bare, status: "mitigating", target: 56.7, mitigations: ["a", "b", "c"], owner: "cy", due: "2027-02-01" },
    ],
    [
      "with the assignment before the mitigation",
      {
        assignments: { [step]: { owner: "bo" } },
        mitigations: { b: mitigation({ owner: "cy", due: "2027-02-01" }) },
      },
      { ...bare, status: "mitigating", target: 56.7, mitigations: ["b"], owner: "bo", due: "2027-02-01" },
    ],
    [
      "with evidence of one of two that has grown old",
      {
        mitigations: { a: mitigation({}), b: mitigation({}) },
        evidence: { e: passed("a", "2024-01-01"), f: passed("b", "2026-11-20") },
      },
      { ...bare, status: "verified", current: 56.7, stale: true, mitigations: ["a", "b"] },
    ],
    ["with a decision", { decisions: { [step]: transfer } }, { ...bare, decision: "transfer" }],
    [
      "with an acceptance, which is a decision to accept",
      {
        acceptances: {
          [step]: { ...acceptance, approved: approvalOf(step, acceptance as object, { by: "bo" }, "2026-11-02") },
        },
      },
      { ...bare, status: "accepted", decision: "accept" },
    ],
    [
      "with the decision where there are both",
      { acceptances: { [step]: acceptance }, decisions: { [step]: { ...said, decision: "mitigate" } } },
      { ...bare, status: "mitigating", decision: "mitigate" },
    ],
  ])("%s", (_, register, record) => {
    expect(recordIn(shop(register))).toEqual(record);
  });

  const fact = "encrypted-at-rest";
  test.each<[string, Document, string | undefined]>([
    ["assumed", shop({}, {}, { [fact]: "yes" }), "assumed"],
    ["declared", shop({}, {}, { [fact]: { value: "yes", by: "ann", on: "2026-11-20" } }), "declared"],
    ["observed", shop({}, { [fact]: { value: "yes", seen: "compose.yaml:9" } }), "observed"],
    ["of a no", shop({}, { [fact]: { value: "no", seen: "compose.yaml:9" } }), undefined],
  ])("names the strength of what addresses it: %s", (_, document, strength) => {
    const record = recordIn(document, store);
    expect(record.strength).toBe(strength);
    expect("strength" in record).toBe(strength !== undefined);
  });

  test.each<[string, string, object, true | undefined]>([
    ["open", step, {}, true],
    ["asked", store, {}, true],
    [
      "addressed: nothing is left to win",
      store,
      { "encrypted-at-rest": { value: "yes", seen: "compose.yaml:9" } },
      undefined,
    ],
  ])("names a quick win: %s", (_, id, facts, quick) => {
    const record = recordIn(shop({}, facts), id, strong);
    expect(record.quickWin).toBe(quick);
    expect("quickWin" in record).toBe(quick !== undefined);
  });

  test("names a target only where it is not the current risk, counting what works already", () => {
    const mitigations = { a: mitigation({ control: "gate" }), b: mitigation({}) };
    const target = recordIn(shop({ mitigations }), step, strong).target as number;
    const oneWorks = recordIn(shop({ mitigations, evidence: { e: passed("a", "2026-11-20") } }), step, strong);
    expect(target).toBeLessThan(56.7);
    expect(oneWorks.current).toBe(target);
    expect("target" in oneWorks).toBe(false);
  });
});

describe("what hides behind a question", () => {
  const ask = "encrypted-at-rest@inner";
  const held = (register: Partial<Register> | object) => {
    const { questions, threats } = analyse(shop(register), smallKnowledge, { now });
    const question = questions.find(({ id }) => id === ask);
    const threat = threats.find(({ id }) => id === store);
    return [threat?.finding, question?.riskHeld, question?.hides, question?.settles];
  };
  const taken = (due: string) => ({ questions: { [ask]: { owner: "bo", due, ...said } } });
  const request = { ...acceptance, approved: approvalOf(store, acceptance as object, { by: "bo" }, "2026-11-02") };

  test.each<[string, object, unknown[]]>([
    ["the risk of a threat that waits for it", {}, ["asked", 65.7, "high", 1]],
    ["until its date", taken(now), ["asked", 65.7, "high", 1]],
    [
      "no risk past its date, for then the threat is open; it is asked all the same",
      taken("2026-11-23"),
      ["open", 0, "high", 1],
    ],
    [
      "nothing once the threat is closed",
      { acceptances: { [store]: request } },
      ["asked", undefined, undefined, undefined],
    ],
  ])("%s", (_, register, expected) => {
    expect(held(register)).toEqual(expected);
  });
});
