// What a selection is called.
import type { Selection } from "../../data/selection.ts";
import type { World } from "./world.ts";

/** What a question asked that is settled by now: nothing holds its sentence any more. */
function settledTitle(id: string, title: (id: string) => string): string {
  const cut = id.indexOf("@");
  return cut < 0 ? id : `${id.slice(0, cut).replaceAll("-", " ")}: ${title(id.slice(cut + 1))}`;
}

export function titleOf({ kind, id }: Selection, { analysis, document, knowledge, views }: World): string {
  if (kind === "threat") return views.threat.get(id)?.title ?? document.register?.threats?.[id]?.say ?? id;
  if (kind === "question")
    return analysis.questions.find((one) => one.id === id)?.text ?? settledTitle(id, views.title);
  if (kind === "control") return knowledge.controls.find((one) => one.id === id)?.title ?? id;
  if (kind === "mitigation") return analysis.mitigations.find((one) => one.id === id)?.title ?? id;
  const { features, assumptions, participants, data } = document.model;
  if (kind === "feature") return features?.[id]?.title ?? id;
  if (kind === "assumption") return assumptions?.[id]?.text ?? id;
  if (kind === "participant") return participants?.[id]?.name ?? id;
  if (kind === "data") return data?.[id]?.title ?? document.observed?.data?.[id]?.title ?? id;
  return views.title(id);
}
