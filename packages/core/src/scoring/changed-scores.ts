// What a person's score is: checked against the factors of the method, with the tier that it lowers, if it lowers one.
import type { Threat } from "../analysis/result.ts";
import { needsSecondPerson } from "../model/authority.ts";
import { at } from "../model/checks.ts";
import { basisOf } from "../model/digest.ts";
import type { Document } from "../model/document.ts";
import { nearest } from "../model/files/nearest.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { Score } from "../model/register.ts";
import type { Tier } from "../model/vocabulary.ts";
import type { ScoringMethod } from "./method.ts";
import { tierOf, tierRank } from "./tiers.ts";

type Factors = Readonly<Record<string, number>>;

/** What is proposed for a threat: its score while nobody confirmed it, else what would be proposed now. */
export function proposalOf({ score }: Threat): Factors {
  return score.proposal ?? score.factors;
}

/** The entry of a proposal that a person confirms. */
export function confirmed(threat: Threat, by: string, on: string): Score {
  const { method, reasons, vector } = threat.score;
  const factors = { ...proposalOf(threat) };
  return { method, factors, reasons: { ...reasons }, ...(vector ? { vector } : {}), by, on, basis: basisOf(factors) };
}

/** Problems of changed factors: unknown ones, values outside the method's range, changes without a reason. */
export function factorProblems(
  method: ScoringMethod,
  threat: Threat,
  factors: Factors,
  reasons: Readonly<Record<string, string>>,
): readonly Problem[] {
  return Object.entries(factors).flatMap(([id, value]) => {
    const factor = method.factors.find((one) => one.id === id);
    if (!factor) {
      const near = nearest(
        id,
        method.factors.map((one) => one.id),
      );
      const fix = near ? `Did you mean ${near}?` : `Name one of ${method.factors.map((one) => one.id).join(", ")}.`;
      return [problem("not-in-list", `${method.title} has no factor ${id}.`, fix, at("factors", id))];
    }
    if (value < factor.min || value > factor.max) {
      const say = `${value} is outside ${factor.min} to ${factor.max} (${id} of ${threat.id}).`;
      return [problem("not-in-list", say, `Give a value from ${factor.min} to ${factor.max}.`, at("factors", id))];
    }
    if (threat.score.factors[id] === value || reasons[id]?.trim()) return [];
    const say = `No reason is given for ${id} of ${threat.id}.`;
    return [problem("needs-rationale", say, `Say why ${id} is ${value}, in one sentence.`, at("reasons", id))];
  });
}

/** The tier of a set of factors. */
export function tierOfFactors(method: ScoringMethod, factors: Factors): Tier {
  const { likelihood, impact } = method.combine(factors);
  return tierOf(likelihood, impact);
}

/** The tier that these factors lower, when lowering it needs a second person. */
export function loweredTier(
  document: Document,
  method: ScoringMethod,
  proposed: Factors,
  factors: Factors,
): Tier | undefined {
  const before = tierOfFactors(method, proposed);
  const lower = tierRank(tierOfFactors(method, factors)) > tierRank(before);
  return lower && needsSecondPerson(document, before) ? before : undefined;
}
