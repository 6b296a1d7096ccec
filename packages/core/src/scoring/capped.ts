// What controls leave of a score: each factor at the lowest of their caps.
import type { Control } from "../model/knowledge.ts";
import type { LikelihoodImpact, ScoringMethod } from "./method.ts";
import { round1 } from "./method.ts";

type Caps = Control["caps"];

/** Of several controls that work together, the lowest cap of each factor. */
export function lowestCaps(all: readonly (Caps | undefined)[]): Caps {
  const lowest: Record<string, number> = {};
  for (const caps of all)
    for (const [factor, cap] of Object.entries(caps ?? {}))
      if (cap !== undefined) lowest[factor] = Math.min(cap, lowest[factor] ?? cap);
  return lowest;
}

/** Likelihood and impact of factors under caps. */
export function cappedBy(
  method: ScoringMethod,
  factors: Readonly<Record<string, number>>,
  caps: Caps,
): LikelihoodImpact {
  return method.combine(method.cap(factors, caps));
}

/** The risk, 0–100, of factors under caps. */
export function riskUnder(method: ScoringMethod, factors: Readonly<Record<string, number>>, caps: Caps): number {
  const { likelihood, impact } = cappedBy(method, factors, caps);
  return round1(likelihood * impact);
}
