// What a sign-off has seen: the criteria of the mitigations that it covers.
import type { Analysis } from "../analysis/result.ts";
import { digestOf } from "../model/digest.ts";
import type { Document } from "../model/document.ts";
import { stageIds } from "../model/vocabulary.ts";

/** The mitigations that a sign-off of a component, feature or stage covers; a stage covers all. */
export function coveredBy(
  document: Document,
  analysis: Pick<Analysis, "mitigations">,
  what: string,
): readonly string[] {
  const stage = (stageIds as readonly string[]).includes(what);
  const feature = document.model.features?.[what];
  const things = new Set(feature ? [...(feature.adds ?? []), ...(feature.changes ?? [])] : [what]);
  return analysis.mitigations.flatMap(({ id, on }) => (stage || on.some((thing) => things.has(thing)) ? [id] : []));
}

/** The digest of those mitigations' controls, places and criteria; verdicts, owners and dates are not part of it. */
export function criteriaDigest(
  document: Document,
  analysis: Pick<Analysis, "mitigations" | "criteria">,
  what: string,
): string {
  const covered = new Set(coveredBy(document, analysis, what));
  const parts: Record<string, unknown> = {};
  for (const { id, control, on } of analysis.mitigations) {
    if (covered.has(id)) parts[id] = { control, on, own: document.register?.mitigations?.[id]?.criteria };
  }
  const criteria: Record<string, boolean> = {};
  for (const { id, mitigation, required } of analysis.criteria) if (covered.has(mitigation)) criteria[id] = required;
  return digestOf({ mitigations: parts, criteria });
}
