// analyse: document and knowledge in, the one result out. Runs the rooms in the order of the workflow and joins their parts.
import {
  accessQuestions,
  Columns,
  elementKindNames,
  exposureName,
  exposureOf,
  type Graph,
  graphOf,
  surfaceOf,
  unnamed,
} from "../decomposition/index.ts";
import { answersOfFacts, findingsOf, questionsOf } from "../enumeration/index.ts";
import { mitigationsOf } from "../mitigation/mitigations.ts";
import type { Document } from "../model/document.ts";
import type { Knowledge } from "../model/knowledge.ts";
import { mitigationVerdicts } from "../model/verdicts.ts";
import { methodOf, readingOrder, tierRank } from "../scoring/index.ts";
import type { History } from "../validation/acceptances.ts";
import { gatesOf } from "../validation/gates.ts";
import { type Compiled, compiledOf } from "./compiled.ts";
import type { Analysis, ElementView, FlowView, ThreatRecord, ZoneView } from "./result.ts";
import { stagesOf } from "./stages.ts";
import { summaryOf } from "./summary.ts";
import { type MadeThreats, makeThreats } from "./threats.ts";
import { validUntil } from "./valid-until.ts";

export interface AnalyseOptions {
  /** The day, as 2026-11-24. */
  readonly now: string;
  /** Analyse with what this feature adds. */
  readonly feature?: string;
  /** The authors of the commits that added acceptances; with it, two people have to be two authors. */
  readonly history?: History;
}

/** Pure and total: a valid document always gives an analysis; the same input gives the same one. */
export function analyse(document: Document, knowledge: Knowledge, options: AnalyseOptions): Analysis {
  const { now, feature } = options;
  const compiled = compiledOf(knowledge);
  const graph = graphOf(document, feature);
  const verdicts = mitigationVerdicts(document, compiled.controls, now);
  const columns = new Columns(graph, knowledge, compiled.facts, verdicts, now);
  const found = findingsOf(columns, knowledge.rules);
  const method = methodOf(document.model.method);
  const planned = feature === undefined ? undefined : { id: feature, things: thingsOfFeature(document, feature) };
  const made = makeThreats({
    columns,
    compiled,
    found,
    verdicts,
    method,
    now,
    history: options.history,
    feature: planned,
  });
  for (const fact of unnamed(columns)) made.book.always(fact, "model", 0);
  for (const { role, space, index } of accessQuestions(graph)) made.book.always(`access-${role}`, space, index);
  for (const found of columns.contradictions) made.book.always(found.fact, found.space, found.index);

  const threats = inReadingOrder(made);
  const questions = questionsOf(made.book, columns, document.register?.questions ?? {}, now);
  const coverage = made.coverage.rows(found);
  const exposure = exposureOf(columns);
  const surface = surfaceOf(columns, exposure, knowledge.attackers);
  const { mitigations, criteria } = mitigationsOf(verdicts);
  const gates = gatesOf({ document, threats, questions, coverage, acceptances: made.acceptances, mitigations });
  const rules = ruleRecords(compiled, threats);
  const parts = {
    threats,
    scores: made.scores,
    rules,
    questions,
    coverage,
    surface,
    mitigations,
    criteria,
    acceptances: made.acceptances,
  };
  const until = validUntil(document, verdicts, now);
  return {
    schema: "parapet/analysis/1",
    model: {
      system: document.model.system,
      ...(feature === undefined ? {} : { feature }),
      method: method.id,
    },
    knowledge: { version: knowledge.version, rules: knowledge.rules.length },
    now,
    ...(until ? { validUntil: until } : {}),
    stages: stagesOf({ document, graph, now, ...parts }),
    elements: elementViews(graph, (i) => exposureName(exposure("element", i))),
    flows: flowViews(graph),
    zones: zoneViews(graph),
    surface,
    rules,
    scores: made.scores,
    reasons: made.reasons,
    threats,
    answers: answersOfFacts(made.book, columns),
    questions,
    coverage,
    mitigations,
    criteria,
    acceptances: made.acceptances,
    gates,
    summary: summaryOf(parts, made.latent),
  };
}

function thingsOfFeature(document: Document, feature: string): ReadonlySet<string> {
  const { adds, changes } = document.model.features?.[feature] ?? {};
  return new Set([...(adds ?? []), ...(changes ?? [])]);
}

function inReadingOrder({ threats, elements }: MadeThreats): Analysis["threats"] {
  const order = readingOrder({
    size: threats.length,
    rank: (i) => tierRank((threats[i] as ThreatRecord).tier),
    risk: (i) => (threats[i] as ThreatRecord).current,
    certainty: (i) => certaintyOf(threats[i] as ThreatRecord),
    rule: (i) => (threats[i] as ThreatRecord).rule,
    elements: (i) => elements[i] as readonly number[],
  });
  return order.map((i) => threats[i] as ThreatRecord);
}

function certaintyOf({ finding }: ThreatRecord): 0 | 1 | 2 {
  return finding === "open" ? 0 : finding === "asked" ? 1 : 2;
}

/** What all threats of a rule share, for the rules that raised something. */
function ruleRecords(compiled: Compiled, threats: Analysis["threats"]): Analysis["rules"] {
  const raised = new Set(threats.map((threat) => threat.rule));
  return Object.fromEntries(
    compiled.rules.flatMap(({ rule, record }) => (raised.has(rule.id) ? [[rule.id, record]] : [])),
  );
}

function elementViews(graph: Graph, exposure: (i: number) => ElementView["exposure"]): readonly ElementView[] {
  return graph.elements.ids.map((id, i) => {
    const zone = graph.zoneOf[i] as number;
    return {
      id,
      title: graph.elements.titles[i] as string,
      kind: elementKindNames[graph.elementKind[i] as number] as ElementView["kind"],
      ...(zone < 0 ? {} : { zone: graph.zones.ids[zone] as string }),
      technologies: graph.elements.entries[i]?.value.technologies ?? [],
      exposure: exposure(i),
    };
  });
}

function flowViews(graph: Graph): readonly FlowView[] {
  return graph.flows.ids.map((id, i) => {
    const value = graph.flows.entries[i]?.value;
    const borders = graph.borders[i];
    const crossed = borders
      ? [...borders.leaves, ...borders.enters].map((zone) => graph.zones.ids[zone] as string)
      : [];
    return {
      id,
      title: graph.flows.titles[i] as string,
      from: graph.elements.ids[graph.flowFrom[i] as number] as string,
      to: graph.elements.ids[graph.flowTo[i] as number] as string,
      ...(value?.protocol ? { protocol: value.protocol } : {}),
      ...(value?.carries ? { carries: value.carries } : {}),
      ...(value?.returns ? { returns: value.returns } : {}),
      ...(value?.opens ? { opens: value.opens } : {}),
      ...(crossed.length > 0 ? { crossing: crossed } : {}),
    };
  });
}

function zoneViews(graph: Graph): readonly ZoneView[] {
  return graph.zones.ids.map((id, i) => {
    const value = graph.zones.entries[i]?.value;
    const parent = graph.zoneParent[i] as number;
    return {
      id,
      title: graph.zones.titles[i] as string,
      ...(value?.kind ? { kind: value.kind } : {}),
      ...(parent < 0 ? {} : { in: graph.zones.ids[parent] as string }),
    };
  });
}
