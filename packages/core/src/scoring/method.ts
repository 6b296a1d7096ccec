// What a scoring method is; DREAD and the matrix by hand are the first two.
import type { Factors } from "../model/knowledge.ts";
import type { Exposure } from "../model/vocabulary.ts";

/** A factor of a method, with an anchor sentence per value, so that two people mean the same by a number. */
export interface Factor {
  readonly id: string;
  readonly title: string;
  readonly part: "likelihood" | "impact";
  readonly min: number;
  readonly max: number;
  /** Value → what it means. */
  readonly anchors: Readonly<Record<number, string>>;
  /** It stands by a principle rather than by facts: what moves a score as a whole moves it last. */
  readonly steady?: true;
}

/** What a proposal starts from: the rule's defaults and the facts of the subject. */
export interface Basis {
  readonly start: Readonly<Record<Exposure, Factors>>;
  readonly exposure: Exposure;
  /** 0–10: from the worst data on the subject, or fixed by the rule; capped by the rule's impact basis. */
  readonly damage: number;
  readonly damageReason: string;
  readonly affected: "one" | "tenant" | "all";
}

export interface Proposal {
  readonly factors: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** 0–10 each, to one decimal. */
export interface LikelihoodImpact {
  readonly likelihood: number;
  readonly impact: number;
}

export interface ScoringMethod {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly factors: readonly Factor[];
  readonly propose: (basis: Basis) => Proposal;
  readonly combine: (factors: Readonly<Record<string, number>>) => LikelihoodImpact;
  /** Factors after the caps of controls that work. */
  readonly cap: (
    factors: Readonly<Record<string, number>>,
    caps: Readonly<Partial<Record<string, number>>>,
  ) => Readonly<Record<string, number>>;
}

/** To one decimal, so that equal scores compare equal. */
export function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
