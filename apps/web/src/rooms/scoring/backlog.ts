// The backlog: what is open, asked or claimed, in four tiers by risk, looked at through a cell of the matrix or a question.
import { type Cell, placeOf, type Threat, type Tier, tiers } from "@parapet/core";

/** The parts of the backlog; what closes a threat takes it out. */
export const places = ["open", "asked", "claimed"] as const;
export type Place = (typeof places)[number];

/** What one looks for in it. */
export const looks = ["quick-wins", "unowned", "proposed", "waiting"] as const;
export type Look = (typeof looks)[number];

export interface BacklogFilter {
  readonly places: readonly Place[];
  readonly looks: readonly Look[];
  readonly cell?: Cell;
  readonly regulation?: string;
}

export const wholeBacklog: BacklogFilter = { places: ["open", "asked"], looks: [] };

export interface TierRows {
  readonly tier: Tier;
  readonly threats: readonly Threat[];
  readonly risk: number;
  /** Those whose proposed score nobody confirmed yet, or that has to be looked at again. */
  readonly proposed: readonly string[];
}

/** Where a threat stands in the backlog; undefined for what is closed. */
export function backlogPlace(threat: Pick<Threat, "status" | "finding">): Place | undefined {
  const place = placeOf(threat);
  return place === "open" || place === "asked" || place === "claimed" ? place : undefined;
}

/** How many threats each place has. */
export function placeCounts(threats: readonly Threat[]): Readonly<Record<Place, number>> {
  const counts = { open: 0, asked: 0, claimed: 0 };
  for (const threat of threats) {
    const place = backlogPlace(threat);
    if (place) counts[place]++;
  }
  return counts;
}

/** Where the matrix has a threat. */
export type CellOf = (threat: Threat) => Cell;

export function sameCell(a: Cell, b: Cell): boolean {
  return a.likelihood === b.likelihood && a.impact === b.impact;
}

/** True while somebody has to say whether a score is right. */
export function isToConfirm({ score }: Threat): boolean {
  return score.proposed || score.rescore === true;
}

/** The threats that a filter lets through, without its cell: what the matrix shows. */
export function inBacklog(
  threats: readonly Threat[],
  filter: BacklogFilter,
  waiting: ReadonlySet<string>,
): readonly Threat[] {
  const fits: Readonly<Record<Look, (threat: Threat) => boolean>> = {
    "quick-wins": ({ quickWin }) => quickWin === true,
    unowned: ({ owner, due }) => !(owner && due),
    proposed: isToConfirm,
    waiting: ({ id }) => waiting.has(id),
  };
  return threats.filter((threat) => {
    const place = backlogPlace(threat);
    return (
      place !== undefined &&
      filter.places.includes(place) &&
      filter.looks.every((look) => fits[look](threat)) &&
      (filter.regulation === undefined || threat.regulations?.includes(filter.regulation) === true)
    );
  });
}

/** Four tiers, the highest first, by risk; an equal risk keeps the reading order. */
export function tierRows(threats: readonly Threat[], cell: Cell | undefined, cellOf: CellOf): readonly TierRows[] {
  const shown = cell ? threats.filter((threat) => sameCell(cellOf(threat), cell)) : threats;
  return tiers.map((tier) => {
    const own = shown.filter((threat) => threat.tier === tier).sort((a, b) => b.current - a.current);
    return {
      tier,
      threats: own,
      risk: Math.round(own.reduce((sum, { current }) => sum + current, 0)),
      proposed: own.filter(isToConfirm).map(({ id }) => id),
    };
  });
}

/** A line of the list: the head of a tier, or a threat. */
export type BacklogRow =
  | { readonly kind: "tier"; readonly key: string; readonly rows: TierRows }
  | { readonly kind: "threat"; readonly key: string; readonly threat: Threat };

/** The lines: the heads of all four tiers, so that an empty one is seen to be empty. */
export function backlogRows(tiersOf: readonly TierRows[]): readonly BacklogRow[] {
  return tiersOf.flatMap((rows): readonly BacklogRow[] => [
    { kind: "tier", key: rows.tier, rows },
    ...rows.threats.map((threat): BacklogRow => ({ kind: "threat", key: threat.id, threat })),
  ]);
}
