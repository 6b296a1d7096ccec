// What a selection is called.
import type { Selection } from "../../data/selection.ts";
import type { World } from "./world.ts";

export function titleOf({ kind, id }: Selection, { analysis, document, knowledge, views }: World): string {
  if (kind === "threat") return views.threat.get(id)?.title ?? id;
  if (kind === "question") return analysis.questions.find((one) => one.id === id)?.text ?? id;
  if (kind === "control") return knowledge.controls.find((one) => one.id === id)?.title ?? id;
  if (kind === "mitigation") return analysis.mitigations.find((one) => one.id === id)?.title ?? id;
  const { features, assumptions, participants, data } = document.model;
  if (kind === "feature") return features?.[id]?.title ?? id;
  if (kind === "assumption") return assumptions?.[id]?.text ?? id;
  if (kind === "participant") return participants?.[id]?.name ?? id;
  if (kind === "data") return data?.[id]?.title ?? document.observed?.data?.[id]?.title ?? id;
  return views.title(id);
}
