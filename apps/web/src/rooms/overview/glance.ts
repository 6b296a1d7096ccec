// How the model stands at a glance: by tier what is open, what is asked and what is addressed, and the risk that each of them is.
import { type Analysis, isPressing, placeOf, type Threat, type Tier, threatsOf, tiers } from "@parapet/core";

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
  /** Of the questions: those on which no threat hangs yet. */
  readonly applying: number;
}

/** The figures of a glance. */
export function glanceOf({ summary, questions }: Analysis): Glance {
  const bars = tiers.map((tier) => ({ tier, ...summary.byTier[tier] }));
  return {
    bars,
    most: Math.max(1, ...bars.map(({ open, asked, addressed }) => open + asked + addressed)),
    openRisk: Math.round(summary.openRisk),
    hiddenRisk: Math.round(summary.hiddenRisk),
    addressedRisk: Math.round(summary.addressedRisk),
    claimed: summary.claimed,
    questions: questions.length,
    applying: questions.filter((question) => !isPressing(question)).length,
  };
}

/** The open threat of the highest risk; the first by id of several. Undefined when none is open. */
export function worstOpen(analysis: Analysis): Threat | undefined {
  return threatsOf(analysis)
    .filter((threat) => placeOf(threat) === "open")
    .reduce<Threat | undefined>(
      (worst, threat) => (worst === undefined || isWorse(threat, worst) ? threat : worst),
      undefined,
    );
}

function isWorse(one: Threat, other: Threat): boolean {
  return one.current > other.current || (one.current === other.current && one.id < other.id);
}
