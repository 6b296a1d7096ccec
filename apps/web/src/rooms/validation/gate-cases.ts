// What fails a gate, by the name that people know it by and with what to select.
import { splitKey } from "@parapet/core";
import type { Selection } from "../../data/selection.ts";
import type { World } from "../../frame/inspector/world.ts";

export interface GateCase {
  readonly title: string;
  readonly selection?: Selection;
}

/** A failing item of a gate. */
export function caseOf(gate: string, item: string, { analysis, views }: World): GateCase {
  const threat = views.threat.get(item);
  if (threat) return { title: threat.title, selection: { kind: "threat", id: item } };
  const question = analysis.questions.find(({ id }) => id === item);
  if (question) return { title: question.text, selection: { kind: "question", id: item } };
  const mitigation = analysis.mitigations.find(({ id }) => id === item);
  if (mitigation) return { title: mitigation.title, selection: { kind: "mitigation", id: item } };
  if (gate !== "coverage") return { title: item };
  const { left = item, subject = "" } = splitKey(item.replace(/ \(crossing\)$/, "")) ?? {};
  const kind = analysis.flows.some(({ id }) => id === subject) ? "flow" : "element";
  return { title: `${left.replaceAll("-", " ")}: ${views.title(subject)}`, selection: { kind, id: subject } };
}
