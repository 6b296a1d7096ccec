// analyse: document and knowledge in, the one result out. Runs the rooms in the order of the workflow and joins their parts.
import {
  accessQuestions,
  Columns,
  elementsOf,
  exposureName,
  exposureOf,
  graphOf,
  namedByTitle,
  surfaceOf,
  unnamed,
} from "../decomposition/index.ts";
import { answersOfFacts, findingsOf, NumberedQuestions } from "../enumeration/index.ts";
import { mitigationsOf } from "../mitigation/mitigations.ts";
import type { Document } from "../model/document.ts";
import type { Knowledge } from "../model/knowledge.ts";
import { once } from "../model/once.ts";
import { mitigationVerdicts } from "../model/verdicts.ts";
import { methodOf, readingOrder, tierRank } from "../scoring/index.ts";
import type { History } from "../validation/acceptances.ts";
import { gatesOf } from "../validation/gates.ts";
import { type Compiled, compiledOf } from "./compiled.ts";
import { NumberedThreats, rememberList } from "./numbered-threats.ts";
import type { Analysis } from "./result.ts";
import { stagesOf } from "./stages.ts";
import { summaryOf } from "./summary.ts";
import type { ThreatTable } from "./threat-table.ts";
import { type PlannedFeature, ThreatWriter } from "./threat-writer.ts";
import { makeThreats } from "./threats.ts";
import { turnedSince, validUntil } from "./valid-until.ts";
import { elementViews, flowViews, zoneViews } from "./views.ts";

export interface AnalyseOptions {
  /** The day, as 2026-11-24. */
  readonly now: string;
  /** Analyse with what this feature adds. */
  readonly feature?: string;
  /** The authors of the commits that added acceptances; with it, two people have to be two authors. */
  readonly history?: History;
}

/**
 * Pure and total: a valid document always gives an analysis; the same input gives the same one. Findings, scores, statuses and
 * counts are worked out at once; stages, gates and the records of threats when somebody first reads them.
 */
export function analyse(document: Document, knowledge: Knowledge, options: AnalyseOptions): Analysis {
  const { now, feature } = options;
  const compiled = compiledOf(knowledge);
  const graph = graphOf(document, feature);
  const verdicts = mitigationVerdicts(document, compiled.controls, now);
  const columns = new Columns(graph, knowledge, compiled.facts, verdicts, now);
  const found = findingsOf(columns, knowledge.rules);
  const method = methodOf(document.model.method);
  const { table, book, ...made } = makeThreats({
    columns,
    compiled,
    found,
    verdicts,
    method,
    now,
    history: options.history,
  });
  for (const fact of unnamed(columns)) book.always(fact, "model", 0);
  for (const { fact, index } of namedByTitle(columns)) book.always(fact, "element", index);
  for (const { role, space, index } of accessQuestions(graph)) book.always(`access-${role}`, space, index);
  for (const found of columns.contradictions) book.always(found.fact, found.space, found.index);

  const questions = new NumberedQuestions({ book, columns, taken: document.register?.questions ?? {}, now });
  const writer = new ThreatWriter({ columns, table, book, questions, feature: featureOf(document, feature) });
  const written = once(() => writer.all());
  const threats = new NumberedThreats(table, inReadingOrder(table, columns), writer, () => written().records);
  const records = once(() => threats.records());
  const elements = once(() => elementViews(graph, (i) => exposureName(exposure("element", i))));
  const flows = once(() => flowViews(graph));
  const zones = once(() => zoneViews(graph));
  const asked = once(() => Array.from({ length: questions.size }, (_, at) => questions.record(at)));
  const covered = made.coverage.close(found);
  const unexamined = covered.unexamined();
  const coverage = once(() => covered.rows());
  const exposure = exposureOf(columns);
  const surface = surfaceOf(columns, exposure, knowledge.attackers);
  const { mitigations, criteria } = mitigationsOf(verdicts);
  const { acceptances, scores, latent } = made;
  const parts = {
    document,
    graph,
    now,
    threats,
    scores,
    questions,
    unexamined,
    surface,
    mitigations,
    criteria,
    acceptances,
  };
  const stages = once(() => stagesOf(parts));
  const gates = once(() => gatesOf(parts, gatesWhenRecorded(document, knowledge, options)));
  const until = validUntil(document, verdicts, now);
  const analysis: Analysis = {
    schema: "parapet/analysis/1",
    model: { system: document.model.system, ...(feature === undefined ? {} : { feature }), method: method.id },
    knowledge: { version: knowledge.version, rules: knowledge.rules.length },
    now,
    ...(until ? { validUntil: until } : {}),
    get stages() {
      return stages();
    },
    get elements() {
      return elements();
    },
    get flows() {
      return flows();
    },
    get zones() {
      return zones();
    },
    surface,
    rules: ruleRecords(compiled, table),
    scores,
    get reasons() {
      return written().reasons;
    },
    get threats() {
      return records();
    },
    answers: answersOfFacts(book, columns),
    get questions() {
      return asked();
    },
    get coverage() {
      return coverage();
    },
    mitigations,
    criteria,
    acceptances,
    get gates() {
      return gates();
    },
    summary: summaryOf({ table, scores, questions, unexamined, surface }, latent),
  };
  rememberList(analysis, threats);
  return analysis;
}

/** The gates of the document on the day its debt was recorded, where time changed something since. */
function gatesWhenRecorded(
  { debt, ...document }: Document,
  knowledge: Knowledge,
  options: AnalyseOptions,
): Analysis["gates"] | undefined {
  if (!debt || !turnedSince(debt.recorded, document, compiledOf(knowledge).controls, options.now)) return undefined;
  return analyse(document, knowledge, { ...options, now: debt.recorded }).gates;
}

function featureOf(document: Document, feature: string | undefined): PlannedFeature | undefined {
  if (feature === undefined) return undefined;
  const { adds, changes } = document.model.features?.[feature] ?? {};
  return { id: feature, things: new Set([...(adds ?? []), ...(changes ?? [])]) };
}

const certainties = { open: 0, asked: 1 } as const;

function inReadingOrder(table: ThreatTable, { graph }: Columns): Int32Array {
  return readingOrder({
    groups: table.cohorts.map(({ shared: { rule, tier, current, finding } }) => ({
      rule,
      rank: tierRank(tier),
      risk: current,
      certainty: certainties[finding as keyof typeof certainties] ?? 2,
    })),
    group: table.cohortNumbers,
    elements: (n) => elementsOf(graph, table.cohort(n).space, table.thing(n)),
  });
}

/** What all threats of a rule share, for the rules that raised something. */
function ruleRecords(compiled: Compiled, { cohorts }: ThreatTable): Analysis["rules"] {
  const raised = new Set(cohorts.map(({ shared }) => shared.rule));
  return Object.fromEntries(
    compiled.rules.flatMap(({ rule, record }) => (raised.has(rule.id) ? [[rule.id, record]] : [])),
  );
}
