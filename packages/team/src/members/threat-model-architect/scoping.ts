// Scoping: what the model covers, who takes part, what is taken for granted.

import { nameOfRegulation } from "@parapet/core";
import type { TeamView, Work } from "../../member.ts";
import { count, counted, list, sentence, when } from "../../sentences.ts";

/** What the architect did and found while scoping. */
export function scope({ document, analysis }: TeamView): Work {
  const { model, observed } = document;
  const { in: inside = [], out = [], regulations = [], criticality, team } = model.scope ?? {};
  const sources = Object.keys(observed?.sources ?? {});
  const assumptions = Object.entries(model.assumptions ?? {});
  const holds = assumptions.filter(
    ([, { state, review }]) => (state ?? "holds") === "holds" && (!review || review >= analysis.now),
  );
  const shaken = assumptions.filter(([, { state }]) => state === "challenged" || state === "refuted").map(([id]) => id);
  const overdue = assumptions
    .filter(([, { state, review }]) => state !== "refuted" && review !== undefined && review < analysis.now)
    .map(([id]) => id);
  const people = Object.values(model.participants ?? {});
  const planned = Object.entries(model.features ?? {}).filter(([, feature]) => feature.state === "planned");
  return {
    did: [
      sources.length === 0
        ? "Read what people wrote; no source file has been read for this model."
        : `Read ${count(sources.length, "source file")}: ${list(sources)}.`,
      `Read the scope: ${inside.length} in, ${out.length} out, ${count(people.length, "participant")}${team ? `, owned by ${team}` : ""}.`,
      ...when(
        assumptions.length > 0,
        () =>
          `Checked ${count(assumptions.length, "assumption")}: ${holds.length === 0 ? "none" : holds.length} may be relied on today.`,
      ),
    ],
    found: [
      ...when(criticality !== undefined, () => `The business calls this system's criticality ${criticality}.`),
      ...when(regulations.length > 0, () => `Regulations that apply: ${list(regulations.map(nameOfRegulation), 8)}.`),
      ...when(!team, () => "No team is named as the owner."),
      ...when(
        shaken.length > 0,
        () =>
          `${sentence(counted(shaken.length, "assumption", "is", "are"))} challenged or refuted, so that what rests on ${shaken.length === 1 ? "it" : "them"} is unknown: ${list(shaken)}.`,
      ),
      ...when(
        overdue.length > 0,
        () =>
          `${sentence(counted(overdue.length, "assumption", "is", "are"))} past review and counts for nothing: ${list(overdue)}.`,
      ),
      ...when(
        planned.length > 0,
        () =>
          `${sentence(counted(planned.length, "feature", "is", "are"))} planned: ${list(planned.map(([id, { title }]) => title ?? id))}.`,
      ),
    ],
  };
}
