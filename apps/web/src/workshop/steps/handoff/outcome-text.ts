// How a threat was decided, in a line: what is built with its owner and date, or the other decision. Pure.
import { type Analysis, type Document, nameOfPerson, type Threat } from "@parapet/core";
import type { TFunction } from "i18next";
import { decidedOf } from "../../../rooms/mitigation/decided.ts";

/** Empty while nothing is decided. */
export function outcomeText(
  t: TFunction,
  threat: Threat,
  { analysis, document }: { readonly analysis: Analysis; readonly document: Document },
): string {
  const [decided] = decidedOf(document, analysis, [threat]);
  if (decided) {
    const { kind, by, on, to, review } = decided;
    return [
      t(`mitigation.decide.kind.${kind}`),
      t("mitigation.decided.by", { by: nameOfPerson(document, by), on }),
      ...(to === undefined ? [] : [t("mitigation.decided.to", { to })]),
      ...(review === undefined ? [] : [t("mitigation.decided.review", { review })]),
    ].join(" · ");
  }
  return analysis.mitigations
    .filter(({ id }) => threat.mitigations?.includes(id))
    .map(({ title, owner, due }) =>
      [
        title,
        ...(owner === undefined ? [] : [nameOfPerson(document, owner)]),
        ...(due === undefined ? [] : [t("workshop.decisions.until", { due })]),
      ].join(" · "),
    )
    .join("; ");
}
