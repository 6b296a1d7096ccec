// How the model stands at a glance: by tier what is open, what is asked and what is addressed, and the risk that each of them is.
import { type Analysis, type Tier, tiers } from "@parapet/core";

/** A tier with its threats. Open and asked are never shown without each other: what is asked may be open. */
export interface TierBar {
  readonly tier: Tier;
  readonly open: number;
  readonly asked: number;
  readonly addressed: number;
}

export interface Glance {
  readonly bars: readonly TierBar[];
  /** The longest bar. */
  readonly most: number;
  readonly openRisk: number;
  readonly hiddenRisk: number;
  readonly addressedRisk: number;
  /** Of the addressed: those that rest on somebody's word. */
  readonly claimed: number;
  readonly questions: number;
}

/** The figures of a glance. */
export function glanceOf({ summary }: Analysis): Glance {
  const bars = tiers.map((tier) => ({ tier, ...summary.byTier[tier] }));
  return {
    bars,
    most: Math.max(1, ...bars.map(({ open, asked, addressed }) => open + asked + addressed)),
    openRisk: Math.round(summary.openRisk),
    hiddenRisk: Math.round(summary.hiddenRisk),
    addressedRisk: Math.round(summary.addressedRisk),
    claimed: summary.claimed,
    questions: summary.questions + summary.latentQuestions,
  };
}
