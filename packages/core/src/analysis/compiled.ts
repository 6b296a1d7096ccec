// What is prepared once per knowledge and kept as long as it is used.
import { type FactIndex, factIndexOf } from "../decomposition/index.ts";
import { aliasesOf } from "../enumeration/index.ts";
import { structuralFirst } from "../mitigation/controls.ts";
import type { Control, Knowledge, Rule } from "../model/knowledge.ts";
import type { RuleRecord } from "./result.ts";

/** A rule with what its threats share, so that thousands of threats hold one copy. */
export interface PreparedRule {
  readonly rule: Rule;
  readonly record: RuleRecord;
  readonly controls: readonly string[];
}

export interface Compiled {
  readonly facts: FactIndex;
  readonly controls: ReadonlyMap<string, Control>;
  readonly rules: readonly PreparedRule[];
  readonly ruleIds: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
}

const kept = new WeakMap<Knowledge, Compiled>();

/** Prepares a knowledge; the same knowledge is prepared once. */
export function compiledOf(knowledge: Knowledge): Compiled {
  let compiled = kept.get(knowledge);
  if (!compiled) {
    const controls = new Map(knowledge.controls.map((control) => [control.id, control]));
    compiled = {
      facts: factIndexOf(knowledge),
      controls,
      rules: knowledge.rules.map((rule) => prepare(rule, controls)),
      ruleIds: new Set(knowledge.rules.map((rule) => rule.id)),
      aliases: aliasesOf(knowledge.rules),
    };
    kept.set(knowledge, compiled);
  }
  return compiled;
}

function prepare(rule: Rule, all: ReadonlyMap<string, Control>): PreparedRule {
  const controls = structuralFirst(rule, all);
  const record: RuleRecord = {
    title: rule.title,
    categories: rule.stride,
    cwe: rule.cwe,
    capec: rule.capec,
    ...(rule.attack?.length ? { attack: rule.attack } : {}),
    ...(rule.regulations?.length ? { regulations: rule.regulations } : {}),
    controls,
  };
  return { rule, record, controls };
}
