// A scale with sentences at some of its values: which one a value stands at, or above.
import {
  type Document,
  entriesByThreat,
  type Factor,
  needsSecondPerson,
  type ScoringMethod,
  type Threat,
  type Tier,
  tierOf,
  tierRank,
} from "@parapet/core";

export interface Anchor {
  readonly at: number;
  readonly say: string;
  /** The value is that of the sentence; else it lies above it. */
  readonly exact: boolean;
}

/** The sentence at a value, or the nearest one below. */
export function anchorOf({ anchors }: Pick<Factor, "anchors">, value: number): Anchor | undefined {
  const at = anchoredValues({ anchors })
    .filter((one) => one <= value)
    .at(-1);
  return at === undefined ? undefined : { at, say: anchors[at] as string, exact: at === value };
}

/** The values that have a sentence, rising. */
export function anchoredValues({ anchors }: Pick<Factor, "anchors">): readonly number[] {
  return Object.keys(anchors)
    .map(Number)
    .sort((a, b) => a - b);
}

type Values = Readonly<Record<string, number>>;

/** What factors come to by a method. */
export interface Outcome {
  readonly likelihood: number;
  readonly impact: number;
  readonly risk: number;
  readonly tier: Tier;
}

export function outcomeOf(method: ScoringMethod, factors: Values): Outcome {
  const { likelihood, impact } = method.combine(factors);
  return { likelihood, impact, risk: Math.round(likelihood * impact), tier: tierOf(likelihood, impact) };
}

/** The factors that are other than they were. */
export function changedFactors(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([id, value]) => before[id] !== value));
}

/** The tier that new factors lower, when that needs a second person. */
export function lowersTier(
  document: Document,
  method: ScoringMethod,
  { score }: Threat,
  after: Values,
): Tier | undefined {
  const before = outcomeOf(method, score.proposal ?? score.factors).tier;
  const lower = tierRank(outcomeOf(method, after).tier) > tierRank(before);
  return lower && needsSecondPerson(document, before) ? before : undefined;
}

/** How a score stands: a proposal, a person's, a person's to be looked at again, or lowered and not approved yet. */
export type Standing =
  | { readonly kind: "proposed" }
  | { readonly kind: "confirmed" | "again"; readonly by: string; readonly on: string }
  | { readonly kind: "lowered"; readonly tier: Tier };

export function standingOf(document: Document, { id, score }: Threat): Standing {
  const recorded = entriesByThreat(document, document.register?.scores).get(id);
  if (recorded?.entry.lowered && !recorded.approved) return { kind: "lowered", tier: recorded.entry.lowered };
  if (!recorded || score.proposed) return { kind: "proposed" };
  const { by, on } = recorded.entry;
  return { kind: score.rescore ? "again" : "confirmed", by, on };
}
