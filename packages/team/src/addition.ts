// What a planned feature adds: the analysis with it against the one without.
import { type Analysis, threatsOf } from "@parapet/core";

/** The things, threats and questions that are there with a feature and not without it, and what the numbers become. */
export type Addition = ReturnType<typeof additionOf>;

/** Compares the analysis without a feature with the one with it. */
export function additionOf(without: Analysis, withIt: Analysis) {
  const crossings = (analysis: Analysis) => analysis.flows.filter((flow) => flow.crossing);
  return {
    elements: added(without.elements, withIt.elements),
    flows: added(without.flows, withIt.flows),
    crossings: added(crossings(without), crossings(withIt)),
    entryPoints: added(without.surface.entryPoints, withIt.surface.entryPoints),
    dependencies: added(without.surface.dependencies, withIt.surface.dependencies),
    threats: added(threatsOf(without), threatsOf(withIt)),
    questions: added(without.questions, withIt.questions),
    score: { before: without.surface.score, after: withIt.surface.score },
    openRisk: { before: without.summary.openRisk, after: withIt.summary.openRisk },
    hiddenRisk: { before: without.summary.hiddenRisk, after: withIt.summary.hiddenRisk },
  };
}

function added<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const old = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !old.has(id));
}
