// The critical and high threats in focus that still want something.
import { isSevere, type Threat } from "@parapet/core";
import type { Views } from "../../../data/views.ts";

const waiting: ReadonlySet<Threat["status"]> = new Set(["open", "assessed", "claimed"] as const);

/** In reading order; `undecided`: nobody has decided on them. */
export function severeIn(views: Views | undefined, focus: ReadonlySet<string> | undefined): readonly Threat[] {
  return (views?.threats ?? []).filter(
    ({ tier, status, subject, decision }) =>
      isSevere(tier) && waiting.has(status) && decision === undefined && (!focus || focus.has(subject)),
  );
}
