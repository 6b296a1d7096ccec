// What would follow if the model were otherwise: an assumption refuted, a feature built. Worked out by the worker, never stored.
import type { Analysis, Finding, Status, Tier } from "@parapet/core";
import { additionOf, isSettled, standingOf } from "@parapet/team";

/** A number as it is, and as it would be. */
export interface Shift {
  readonly before: number;
  readonly after: number;
}

/** A threat in a line. */
export interface ThreatLine {
  readonly id: string;
  readonly title: string;
  readonly tier: Tier;
  readonly finding: Finding;
  readonly status: Status;
  readonly current: number;
}

/** What stands otherwise between two analyses. */
export interface Consequence {
  /** Threats that are settled now and would not be: those with most risk first. */
  readonly unsettled: readonly ThreatLine[];
  /** Threats that wait now and would be settled. */
  readonly settled: readonly string[];
  /** Ids of what there would be beside. */
  readonly elements: readonly string[];
  readonly flows: readonly string[];
  readonly crossings: readonly string[];
  readonly entryPoints: readonly { readonly id: string; readonly title: string; readonly weight: number }[];
  readonly dependencies: readonly string[];
  /** Open and asked threats beside, those with most risk first. */
  readonly threats: readonly ThreatLine[];
  readonly questions: number;
  readonly score: Shift;
  readonly openRisk: Shift;
  readonly hiddenRisk: Shift;
}

/** Compares the model as it is with the model as it would be. */
export function consequenceOf(before: Analysis, after: Analysis): Consequence {
  const added = additionOf(before, after);
  const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  const live = added.threats.filter(({ finding }) => finding === "open" || finding === "asked");
  return {
    ...turned(before, after),
    elements: ids(added.elements),
    flows: ids(added.flows),
    crossings: ids(added.crossings),
    entryPoints: added.entryPoints.map(({ id, title, weight }) => ({ id, title, weight })),
    dependencies: ids(added.dependencies),
    threats: live.map(lineOf).sort(byRisk),
    questions: added.questions.length,
    score: added.score,
    openRisk: added.openRisk,
    hiddenRisk: added.hiddenRisk,
  };
}

function turned(before: Analysis, after: Analysis): Pick<Consequence, "unsettled" | "settled"> {
  const then = standingOf(after).threats;
  const records = new Map(after.threats.map((threat) => [threat.id, threat]));
  const unsettled: ThreatLine[] = [];
  const settled: string[] = [];
  for (const [id, { shared }] of standingOf(before).threats) {
    const turns = then.get(id)?.shared;
    const record = records.get(id);
    if (!turns || !record) continue;
    if (isSettled(shared) && !isSettled(turns)) unsettled.push(lineOf(record));
    if (!isSettled(shared) && isSettled(turns)) settled.push(id);
  }
  return { unsettled: unsettled.sort(byRisk), settled };
}

function lineOf({ id, title, tier, finding, status, current }: ThreatLine): ThreatLine {
  return { id, title, tier, finding, status, current };
}

function byRisk(a: ThreatLine, b: ThreatLine): number {
  return b.current - a.current || (a.id < b.id ? -1 : 1);
}
