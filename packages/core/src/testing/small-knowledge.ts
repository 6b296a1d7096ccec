// For tests: a knowledge small enough to read at once, and a shop that it speaks to.
import type { Document } from "../model/document.ts";
import type { Control, DeclaredFact, Knowledge, Rule } from "../model/knowledge.ts";
import { emptyKnowledge } from "../model/testing/run-command.ts";

const always = { all: [] };
const start = {
  "internet-anonymous": { reproducibility: 9, exploitability: 8 },
  "internet-authenticated": { reproducibility: 8, exploitability: 6 },
  internal: { reproducibility: 7, exploitability: 5 },
};
const fact = (id: string, on: DeclaredFact["on"], asked: DeclaredFact["asked"]): DeclaredFact => ({
  id,
  on,
  asked,
  sense: "countermeasure",
  say: `{subject} has ${id}`,
  ask: `Has {subject} ${id}?`,
  for: "engineer",
});
const rule = (id: string, on: Rule["on"], more: Partial<Rule>): Rule => ({
  id,
  title: id,
  stride: ["tampering"],
  on,
  applies: always,
  say: `${id} on {subject}`,
  start,
  damage: { from: "fixed", value: 9, cap: 9 },
  affected: "all",
  controls: [],
  cwe: [],
  capec: [],
  prior: 0.5,
  ...more,
});
const control = (id: string, establishes: readonly string[]): Control => ({
  id,
  title: id,
  level: "preventive",
  effort: "small",
  on: ["process"],
  establishes,
  caps: { exploitability: 2 },
  criteria: [
    { id: "works", required: true },
    { id: "documented", required: false },
  ],
});

/** Four rules: one always open, one that waits for a fact, one for a fact per zone, one for the authentication of entry points. */
export const smallKnowledge: Knowledge = {
  ...emptyKnowledge,
  facts: [
    fact("logs-actions", ["process"], "thing"),
    fact("encrypted-at-rest", ["data-store"], "zone"),
    { ...fact("authenticates-caller", ["entry-point"], "thing"), pool: "authentication" },
  ],
  pools: [
    {
      id: "authentication",
      on: ["entry-point"],
      ask: "How does {subject} know who calls?",
      for: "engineer",
      asked: "thing",
      values: {
        oidc: { say: "sign-in", facts: { "authenticates-caller": "yes" } },
        none: { say: "not at all", facts: { "authenticates-caller": "no" } },
      },
    },
  ],
  rules: [
    rule("no-way-back", ["process"], { controls: ["approval-step"] }),
    rule("unlogged-actions", ["process"], { unless: "logs-actions", stride: ["repudiation"], affected: "one" }),
    rule("readable-store", ["data-store"], { unless: "encrypted-at-rest", stride: ["information-disclosure"] }),
    rule("anyone-may-call", ["entry-point"], { unless: "authenticates-caller", stride: ["spoofing"] }),
  ],
  controls: [control("approval-step", []), control("audit-log", ["logs-actions"])],
};

/** A shop with a declared web application, an observed database, and one entry point. */
export const smallShop: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    scope: { criticality: "high", team: "payments" },
    participants: { ann: { team: "payments", job: "engineer" }, bo: { team: "payments", job: "architect" } },
    roles: { customer: {}, staff: {} },
    data: { order: { classification: "restricted" } },
    zones: { inner: { kind: "private-network" } },
    elements: { web: { kind: "process", zone: "inner" } },
    flows: { save: { from: "web", to: "db" } },
    "entry-points": { login: { on: "web", kind: "web", access: { staff: "yes" } } },
  },
  observed: {
    parapet: 1,
    elements: { db: { kind: "data-store", zone: "inner", seen: "compose.yaml:3" } },
  },
};
