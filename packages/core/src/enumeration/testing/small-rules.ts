// For tests: columns over a small model, and rules over three facts: `risky`, `locked`, `exempt`.
import { Columns, factIndexOf, graphOf } from "../../decomposition/index.ts";
import type { Model } from "../../model/document.ts";
import type { DeclaredFact, Knowledge, Rule } from "../../model/knowledge.ts";
import { emptyKnowledge } from "../../model/testing/run-command.ts";
import { exposures } from "../../model/vocabulary.ts";

const fact = (id: string, sense: DeclaredFact["sense"]): DeclaredFact => ({
  id,
  on: ["external-entity", "process", "data-store", "flow", "crossing", "data"],
  sense,
  say: `{subject} is ${id}`,
  ask: `Is {subject} ${id}?`,
  for: "engineer",
  asked: "thing",
});

/** Beside the three: `named`, which a title with the word admin suggests, and `f0` … `f8` for rules with many leaves. */
export const knowledge: Knowledge = {
  ...emptyKnowledge,
  facts: [
    fact("risky", "weakness"),
    fact("locked", "countermeasure"),
    fact("exempt", "nature"),
    { ...fact("named", "nature"), titles: ["admin"] },
    ...Array.from({ length: 9 }, (_, i) => fact(`f${i}`, "nature")),
  ],
};

/** A rule that is about risky processes unless they are locked. */
export function rule(more: Partial<Rule> = {}): Rule {
  const start = Object.fromEntries(exposures.map((one) => [one, { reproducibility: 5, exploitability: 5 }]));
  return {
    id: "risky-thing",
    title: "Risky thing",
    stride: ["tampering"],
    on: ["process"],
    applies: "risky",
    unless: "locked",
    say: "{subject} is risky",
    start: start as Rule["start"],
    damage: { from: "fixed", value: 5, cap: 10 },
    affected: "all",
    controls: [],
    cwe: [],
    capec: [],
    prior: 0.5,
    ...more,
  };
}

/** The facts of a model without mitigations, on a day. */
export function columnsOf(model: Partial<Model>): Columns {
  const document = { model: { parapet: 1, system: "Small", ...model } };
  return new Columns(graphOf(document), knowledge, factIndexOf(knowledge), [], "2026-11-24");
}

/** A statement that a person stands for. */
export const said = (value: string) => ({ value, by: "ann", on: "2026-11-02", why: "Looked" });
