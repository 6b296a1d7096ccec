// Reads an analysis: threats with everything that is known of them, the answers of a question, the cells of coverage by name.

import type {
  Analysis,
  Because,
  CoverageCell,
  CoverageRow,
  Question,
  RuleRecord,
  Threat,
  ThreatRecord,
} from "../analysis/result.ts";
import { type StrideCategory, strideCategories } from "./vocabulary.ts";

const noRule: RuleRecord = { title: "Written by hand", categories: [], cwe: [], capec: [], controls: [] };

/** The threats of one analysis, each expanded when it is first read. */
class Expanded {
  readonly #records: readonly ThreatRecord[];
  readonly #around: Around;
  readonly #threats: Threat[];
  #all = false;

  constructor(analysis: Analysis) {
    this.#records = analysis.threats;
    this.#around = aroundOf(analysis);
    this.#threats = new Array(this.#records.length);
  }

  at(position: number): Threat | undefined {
    const record = this.#records[position];
    return record && (this.#threats[position] ??= expand(record, this.#around));
  }

  all(): readonly Threat[] {
    if (!this.#all) for (let i = 0; i < this.#records.length; i++) this.at(i);
    this.#all = true;
    return this.#threats;
  }
}

const expanded = new WeakMap<Analysis, Expanded>();

function expandedOf(analysis: Analysis): Expanded {
  let threats = expanded.get(analysis);
  if (!threats) expanded.set(analysis, (threats = new Expanded(analysis)));
  return threats;
}

/** Every threat in reading order, expanded; made once per analysis. */
export function threatsOf(analysis: Analysis): readonly Threat[] {
  return expandedOf(analysis).all();
}

/** The threat at a position of the reading order, expanded: the very object that `threatsOf` has there; undefined beyond the last. */
export function threatAt(analysis: Analysis, position: number): Threat | undefined {
  return expandedOf(analysis).at(position);
}

/** What threats point to, looked up once for all of them. */
interface Around extends Pick<Analysis, "questions" | "reasons" | "rules"> {
  /** What a score says of a threat, by its place: threats with the same one share it. */
  readonly scored: readonly Pick<Threat, "score" | "exposure" | "likelihood" | "impact" | "inherent">[];
  readonly crossings: ReadonlyMap<string, readonly string[]>;
  readonly places: ReadonlySet<string>;
}

function aroundOf({ questions, reasons, rules, scores, flows, zones }: Analysis): Around {
  return {
    questions,
    reasons,
    rules,
    scored: scores.map(({ exposure, likelihood, impact, inherent, ...score }) => ({
      score,
      exposure,
      likelihood,
      impact,
      inherent,
    })),
    crossings: new Map(flows.flatMap(({ id, crossing }) => (crossing ? [[id, crossing] as const] : []))),
    places: new Set(["model", ...zones.map(({ id }) => id)]),
  };
}

type Writable = { -readonly [K in keyof Threat]: Threat[K] };

/** Field by field onto a copy: a model of hundreds of elements has thousands of threats, and objects put together by spreading are slow. */
function expand(record: ThreatRecord, around: Around): Threat {
  const rule = around.rules[record.rule] ?? noRule;
  const { asks: _, ...own } = record;
  const threat = own as unknown as Writable;
  const asks = record.asks?.map((i) => (around.questions[i] as Question).id);
  if (asks) threat.asks = asks;
  threat.target = record.target ?? record.current;
  threat.ruleTitle = rule.title;
  const group = groupOf(asks, record.subject, around.places);
  if (group !== undefined) threat.group = group;
  threat.categories = record.categories ?? rule.categories;
  const crossing =
    record.kind === "crossing" || record.kind === "flow" ? around.crossings.get(record.subject) : undefined;
  if (crossing) threat.crossing = crossing;
  threat.because = record.because.map((i) => around.reasons[i] as Because);
  threat.refs = record.refs ?? { cwe: rule.cwe, capec: rule.capec, ...(rule.attack ? { attack: rule.attack } : {}) };
  const { score, exposure, likelihood, impact, inherent } = around.scored[record.score] as Around["scored"][number];
  threat.score = score;
  threat.exposure = exposure;
  threat.likelihood = likelihood;
  threat.impact = impact;
  threat.inherent = inherent;
  if (rule.regulations) threat.regulations = rule.regulations;
  threat.controls = record.controls ?? rule.controls;
  return threat;
}

/** Threats of a rule whose finding waits for one answer about a zone or the model belong together: by that zone, or model. */
function groupOf(
  asks: readonly string[] | undefined,
  subject: string,
  places: ReadonlySet<string>,
): string | undefined {
  if (asks?.length !== 1) return undefined;
  const about = (asks[0] as string).split("@")[1] as string;
  return about !== subject && places.has(about) ? about : undefined;
}

/** What a question takes for an answer; empty for ids or free text. */
export function answersOf(analysis: Analysis, question: Pick<Question, "fact">): readonly string[] {
  return analysis.answers[question.fact] ?? [];
}

/** The cells of a row with their categories. */
export function cellsOf(row: CoverageRow): readonly (readonly [StrideCategory, CoverageCell])[] {
  return strideCategories.map((category, i) => [category, row.cells[i] as CoverageCell] as const);
}
