// What a difference comes to in numbers, each with the shares of its causes.
import type { Cause, Delta, ModelDiff } from "@parapet/core";

export type DeltaName = "open" | "hidden" | "addressed" | "surface" | "openCount" | "askedCount";

export interface DeltaFigure extends Delta {
  readonly name: DeltaName;
  /** What each cause did to it; they add up to the whole. */
  readonly shares: readonly (readonly [Cause, number])[];
}

/** The sums of a difference: risk by kind and surface score with their causes, and how many threats are open and asked. */
export function deltasOf({ risk, surface }: ModelDiff): readonly DeltaFigure[] {
  const shares = (part: "open" | "hidden" | "addressed" | "surface") =>
    Object.entries(risk.byCause).flatMap(([cause, share]): readonly (readonly [Cause, number])[] =>
      share[part] === 0 ? [] : [[cause as Cause, share[part]]],
    );
  return [
    { name: "openCount", ...risk.counts.open, shares: [] },
    { name: "askedCount", ...risk.counts.asked, shares: [] },
    { name: "open", ...risk.open, shares: shares("open") },
    { name: "hidden", ...risk.hidden, shares: shares("hidden") },
    { name: "addressed", ...risk.addressed, shares: shares("addressed") },
    { name: "surface", ...surface.score, shares: shares("surface") },
  ];
}

/** A difference as people read it: +3, −12.5, 0. */
export function signedText({ before, after }: Delta): string {
  const value = Math.round((after - before) * 10) / 10;
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0";
}
