// Decomposition: the data flow diagram with its zones and crossings, and what it leaves open.

import type { TeamView, Work } from "../../member.ts";
import { count, counted, list, sentence, when } from "../../sentences.ts";

/** What the architect drew, and what the drawing leaves open. */
export function decompose({ analysis, document, title }: TeamView): Work {
  const { elements, flows, zones, questions } = analysis;
  const of = (kind: string): number => elements.filter((element) => element.kind === kind).length;
  const crossing = flows.filter((flow) => flow.crossing !== undefined);
  const homeless = elements.filter(({ zone }) => zone === undefined).map(({ id }) => title(id));
  const silent = flows.filter(({ carries, returns }) => carries === undefined && returns === undefined);
  const lonely = elements.filter(({ id }) => !flows.some(({ from, to }) => from === id || to === id));
  const contradictions = questions.filter(({ contradiction }) => contradiction !== undefined);
  const things = [
    document.model.elements,
    document.model.flows,
    document.model["entry-points"],
    document.model.dependencies,
  ];
  const planned = things.flatMap((map) => Object.entries(map ?? {})).filter(([, { state }]) => state === "planned");
  const leftOut = planned.map(([id]) => id).filter((id) => !elements.some((element) => element.id === id));
  if (elements.length === 0) return { did: ["Found nothing to draw: no element is described yet."], found: [] };
  return {
    did: [
      `Drew ${count(elements.length, "element")} (${count(of("external-entity"), "external entity", "external entities")}, ${count(of("process"), "process", "processes")}, ${count(of("data-store"), "data store")}) and ${count(flows.length, "flow")} in ${count(zones.length, "trust zone")}.`,
      `Computed the crossings: ${crossing.length === 0 ? "no flow crosses" : `${crossing.length} of ${count(flows.length, "flow")} ${crossing.length === 1 ? "crosses" : "cross"}`} a trust boundary.`,
    ],
    found: [
      ...when(zones.length === 0, () => "No trust zone is drawn, so that no boundary can be crossed."),
      ...when(
        homeless.length > 0,
        () => `${sentence(counted(homeless.length, "element", "stands", "stand"))} in no zone: ${list(homeless)}.`,
      ),
      ...when(
        silent.length > 0,
        () =>
          `What ${silent.length === 1 ? "this flow carries is" : `${silent.length} flows carry is`} not told: ${list(silent.map(({ id }) => title(id)))}.`,
      ),
      ...when(
        lonely.length > 0,
        () =>
          `${sentence(counted(lonely.length, "element", "has", "have"))} no flow at all: ${list(lonely.map(({ id }) => title(id)))}.`,
      ),
      ...when(
        contradictions.length > 0,
        () =>
          `${sentence(counted(contradictions.length, "fact", "is", "are"))} told one way by people and another by sources: ${list(contradictions.map(({ fact, about }) => `${fact} of ${title(about)}`))}.`,
      ),
      ...when(
        leftOut.length > 0,
        () =>
          `${sentence(counted(leftOut.length, "thing", "is", "are"))} planned and not part of this analysis: ${list(leftOut)}.`,
      ),
    ],
  };
}
