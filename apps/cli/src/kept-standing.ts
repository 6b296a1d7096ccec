// How the model stood after the last change, kept for the next one: to say what a change did, only its result has to be analysed.
import { KeptValues } from "@parapet/adapters";
import type { Analysis, Knowledge } from "@parapet/core";
import type { AnalysisStanding as Standing, ThreatStanding } from "@parapet/team";
import { buildId } from "./shipped.ts";

/** A standing as JSON: the ids of the threats by finding and status. */
interface Stored {
  readonly summary: Analysis["summary"];
  readonly threats: readonly { readonly shared: ThreatStanding; readonly ids: readonly string[] }[];
}

const kept = buildId === undefined ? undefined : new KeptValues<Stored>("standings", buildId);

/** All that an analysis depends on: the files, the knowledge and the day. */
function keyOf(revision: string, { version }: Knowledge, now: string): string {
  return `${revision}-${version}-${now}`;
}

/** Keeps how the model of a revision stands, its threats under their own ids. */
export function keepStanding(
  revision: string,
  knowledge: Knowledge,
  now: string,
  { summary, threats }: Standing,
): void {
  const groups = new Map<string, { shared: ThreatStanding; ids: string[] }>();
  for (const [id, { shared }] of threats) {
    const { finding, status } = shared;
    const key = `${finding} ${status}`;
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { shared: { finding, status }, ids: [id] });
  }
  kept?.put(keyOf(revision, knowledge, now), { summary, threats: [...groups.values()] });
}

/** How the model of a revision stood on that day, when that was kept. */
export function keptStanding(revision: string, knowledge: Knowledge, now: string): Standing | undefined {
  const stored = kept?.get(keyOf(revision, knowledge, now));
  if (!stored) return undefined;
  const threats = new Map<string, { id: string; shared: ThreatStanding }>();
  for (const { shared, ids } of stored.threats) for (const id of ids) threats.set(id, { id, shared });
  return { summary: stored.summary, threats };
}
