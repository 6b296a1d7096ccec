// Segments: which flows a border lets through, which cross it, and which zones do not say.
import type { Analysis, CommandCall } from "@parapet/core";

/** A border that says what it allows. */
export type Segment = Analysis["surface"]["segments"][number];

/** A zone that flows cross and that does not say what it allows. */
export interface Unstated {
  readonly zone: string;
  readonly crossedBy: readonly string[];
}

/** Zones whose border is crossed and states nothing, those that most flows cross first. */
export function unstatedOf({ flows, zones, surface }: Analysis): readonly Unstated[] {
  const stated = new Set(surface.segments.map(({ zone }) => zone));
  const foreign = new Set(
    zones.filter(({ kind }) => kind === "internet" || kind === "third-party").map(({ id }) => id),
  );
  const crossed = new Map<string, string[]>();
  for (const { id, crossing } of flows)
    for (const zone of crossing ?? [])
      if (!stated.has(zone) && !foreign.has(zone)) crossed.set(zone, [...(crossed.get(zone) ?? []), id]);
  return [...crossed]
    .map(([zone, crossedBy]) => ({ zone, crossedBy }))
    .sort((a, b) => b.crossedBy.length - a.crossedBy.length || (a.zone < b.zone ? -1 : 1));
}

/** The command that states what a border lets through. */
export function allow(zone: string, flows: readonly string[]): CommandCall {
  return { name: "set-field", input: { id: zone, field: "allows", value: [...new Set(flows)].sort() } };
}
