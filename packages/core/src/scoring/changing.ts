// The entry that changed factors of a score make: with the basis that they rest on and the tier that they lower, if they lower one.
import type { Threat } from "../analysis/result.ts";
import type { CommandContext } from "../model/command.ts";
import { basisOf } from "../model/digest.ts";
import type { Score } from "../model/register.ts";
import type { Tier } from "../model/vocabulary.ts";
import { loweredTier, proposalOf, tierOfFactors } from "./changed-scores.ts";
import type { ScoringMethod } from "./method.ts";
import { methodOf } from "./methods.ts";
import { tierRank } from "./tiers.ts";

/** Factors that change, with why. */
export interface FactorsGiven {
  readonly factors: Readonly<Record<string, number>>;
  readonly reasons?: Readonly<Record<string, string>> | undefined;
}

/** The score of a threat with these factors changed. */
export function changedScore(given: FactorsGiven, threat: Threat, { document, by, now }: CommandContext): Score {
  const method = methodOf(document.model.method);
  const proposed = proposalOf(threat);
  const factors = { ...threat.score.factors, ...given.factors };
  const before = document.register?.scores?.[threat.id];
  const from = before?.lowered === undefined ? proposed : undefined;
  const lowered = from ? loweredTier(document, method, from, factors) : stillLowered(before, method, factors);
  return {
    method: method.id,
    factors,
    reasons: { ...threat.score.reasons, ...given.reasons },
    by,
    on: now,
    basis: basisOf(proposed),
    ...(lowered ? { lowered } : {}),
  };
}

/** The tier that an earlier change lowered, while the new factors are still below it. */
function stillLowered(before: Score | undefined, method: ScoringMethod, factors: Score["factors"]): Tier | undefined {
  const tier = before?.lowered;
  return tier && tierRank(tierOfFactors(method, factors ?? {})) > tierRank(tier) ? tier : undefined;
}
