// Reads an analysis: threats with everything that is known of them, the answers of a question, the cells of coverage by name.

import type {
  Analysis,
  CoverageCell,
  CoverageRow,
  Question,
  RuleRecord,
  ScoreRecord,
  Threat,
  ThreatRecord,
} from "../analysis/result.ts";
import { type StrideCategory, strideCategories } from "./vocabulary.ts";

const noRule: RuleRecord = { title: "Written by hand", categories: [], cwe: [], capec: [], controls: [] };
const expanded = new WeakMap<Analysis, readonly Threat[]>();

/** Every threat in reading order, expanded; made once per analysis. */
export function threatsOf(analysis: Analysis): readonly Threat[] {
  let threats = expanded.get(analysis);
  if (!threats) {
    const crossings = new Map(
      analysis.flows.flatMap((flow) => (flow.crossing ? [[flow.id, flow.crossing] as const] : [])),
    );
    const places = new Set(["model", ...analysis.zones.map((zone) => zone.id)]);
    threats = analysis.threats.map((record) => expand(analysis, record, crossings, places));
    expanded.set(analysis, threats);
  }
  return threats;
}

function expand(
  analysis: Analysis,
  record: ThreatRecord,
  crossings: ReadonlyMap<string, readonly string[]>,
  places: ReadonlySet<string>,
): Threat {
  const rule = analysis.rules[record.rule] ?? noRule;
  const { asks: _, ...own } = record;
  const { exposure, likelihood, impact, inherent, ...score } = analysis.scores[record.score] as ScoreRecord;
  const asks = record.asks?.map((i) => (analysis.questions[i] as Question).id);
  const crossing = record.kind === "crossing" || record.kind === "flow" ? crossings.get(record.subject) : undefined;
  return {
    ...own,
    ...(asks ? { asks } : {}),
    target: record.target ?? record.current,
    ruleTitle: rule.title,
    ...groupOf(asks, record.subject, places),
    categories: record.categories ?? rule.categories,
    ...(crossing ? { crossing } : {}),
    because: record.because.map((i) => analysis.reasons[i] as Analysis["reasons"][number]),
    refs: record.refs ?? { cwe: rule.cwe, capec: rule.capec, ...(rule.attack ? { attack: rule.attack } : {}) },
    score,
    exposure,
    likelihood,
    impact,
    inherent,
    ...(rule.regulations ? { regulations: rule.regulations } : {}),
    controls: record.controls ?? rule.controls,
  };
}

/** Threats of a rule whose finding waits for one answer about a zone or the model belong together: by that zone, or model. */
function groupOf(
  asks: readonly string[] | undefined,
  subject: string,
  places: ReadonlySet<string>,
): { group?: string } {
  if (asks?.length !== 1) return {};
  const about = (asks[0] as string).split("@")[1] as string;
  return about !== subject && places.has(about) ? { group: about } : {};
}

/** What a question takes for an answer; empty for ids or free text. */
export function answersOf(analysis: Analysis, question: Pick<Question, "fact">): readonly string[] {
  return analysis.answers[question.fact] ?? [];
}

/** The cells of a row with their categories. */
export function cellsOf(row: CoverageRow): readonly (readonly [StrideCategory, CoverageCell])[] {
  return strideCategories.map((category, i) => [category, row.cells[i] as CoverageCell] as const);
}
