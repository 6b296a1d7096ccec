// From likelihood and impact to a tier. The bands are data with their reason.
import { type Tier, tiers } from "../model/vocabulary.ts";

/**
 * Where a band of likelihood or impact (0–10) begins: four bands, 0–3. Quarters of the scale, so that the anchors 2, 4–5, 7 and 9
 * of the methods each fall in a band of their own.
 */
export const bands = [2.5, 5, 7.5] as const;

/** The sum of the two bands (0–6) → tier. Critical needs the top band of both. */
export const tierBySum: readonly Tier[] = ["low", "low", "medium", "medium", "high", "high", "critical"];

/** The band of a value: 0–3. */
export function bandOf(value: number): number {
  return bands.filter((start) => value >= start).length;
}

/** The tier of a likelihood and an impact, 0–10 each. */
export function tierOf(likelihood: number, impact: number): Tier {
  return tierBySum[bandOf(likelihood) + bandOf(impact)] as Tier;
}

/** 0 for critical … 3 for low: for sorting. */
export function tierRank(tier: Tier): number {
  return tiers.indexOf(tier);
}

/** The higher of two tiers. */
export function higherTier(a: Tier, b: Tier): Tier {
  return tierRank(a) <= tierRank(b) ? a : b;
}
