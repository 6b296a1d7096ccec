// Scores findings: what the method proposes from the facts of the subject, shared by all findings with the same basis.

import type { Score, ScoreRecord } from "../analysis/result.ts";
import { exposureName, type Graph, type Space, thingsIn } from "../decomposition/index.ts";
import type { Control, Rule } from "../model/knowledge.ts";
import { type Exposure, isSevere, type Tier } from "../model/vocabulary.ts";
import { cappedBy, lowestCaps } from "./capped.ts";
import { Damage, type WorstData } from "./damage.ts";
import { round1, type ScoringMethod } from "./method.ts";
import { tierOf } from "./tiers.ts";

/** A score with what follows from it. */
export interface Scored {
  readonly score: Score;
  readonly exposure: Exposure;
  readonly likelihood: number;
  readonly impact: number;
  readonly risk: number;
  readonly tier: Tier;
  /** True when nothing about it is classified or declared critical: then it is not proposed critical. */
  readonly held: boolean;
  /** True when a control of small effort takes a large fall off a critical or high risk. */
  readonly quickWin: boolean;
  /** Its number in the table of scores; -1 until somebody uses it. */
  number: number;
}

/** What the rule of a hand-written threat starts from. */
export const byHandRule: Pick<Rule, "id" | "start" | "damage" | "affected" | "controls"> = {
  id: "by-hand",
  start: {
    "internet-anonymous": { reproducibility: 7, exploitability: 6 },
    "internet-authenticated": { reproducibility: 6, exploitability: 5 },
    internal: { reproducibility: 5, exploitability: 4 },
  },
  damage: { from: "data", cap: 9 },
  affected: "tenant",
  controls: [],
};
type ScoredRule = typeof byHandRule;

/** What may be left of a risk that fell far: one control of small effort halves it. */
const largeFall = 0.5;

/** Proposes scores by one method over one graph. */
export class Scorer {
  readonly method: ScoringMethod;
  readonly table: ScoreRecord[] = [];
  readonly #graph: Graph;
  readonly #damage: Damage;
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #exposure: (space: Space, i: number) => number;
  readonly #critical: boolean;
  readonly #shared = new Map<ScoredRule, (Scored | undefined)[]>();
  readonly #bases = new Map<Space, Int32Array>();

  constructor(
    graph: Graph,
    method: ScoringMethod,
    controls: ReadonlyMap<string, Control>,
    exposure: (space: Space, i: number) => number,
  ) {
    this.method = method;
    this.#graph = graph;
    this.#damage = new Damage(graph);
    this.#controls = controls;
    this.#exposure = exposure;
    this.#critical = graph.document.model.scope?.criticality !== undefined;
  }

  /** The proposal for a rule on thing `i`. */
  propose(rule: ScoredRule, space: Space, i: number): Scored {
    return this.proposals(rule, space)(i);
  }

  /** The proposals for a rule on the things of a space, by their number: what is the same for all of them is looked up once. */
  proposals(rule: ScoredRule, space: Space): (i: number) => Scored {
    let shared = this.#shared.get(rule);
    if (!shared) this.#shared.set(rule, (shared = []));
    const byBasis = shared;
    const bases = this.basis(space);
    return (i) => {
      const basis = bases[i] as number;
      let scored = byBasis[basis];
      if (!scored) {
        scored = this.#make(rule, this.#exposure(space, i), this.#damage.of(space, i));
        byBasis[basis] = scored;
      }
      return scored;
    };
  }

  /** Exposure and worst data of each thing of a space as one small number: things with the same one share their scores. */
  basis(space: Space): Int32Array {
    let basis = this.#bases.get(space);
    if (!basis) {
      basis = new Int32Array(thingsIn(this.#graph, space).ids.length);
      for (let i = 0; i < basis.length; i++) {
        const { data, classified } = this.#damage.of(space, i);
        basis[i] = ((data + 2) * 4 + this.#exposure(space, i)) * 2 + (classified ? 1 : 0);
      }
      this.#bases.set(space, basis);
    }
    return basis;
  }

  /** A score that a person gave, with what follows from it. One that was confirmed as proposed is held below critical as the proposal is. */
  given(
    factors: Readonly<Record<string, number>>,
    reasons: Readonly<Record<string, string>>,
    proposal: Scored,
    rescore: boolean,
    asProposed = false,
  ): Scored {
    const { likelihood, impact } = this.method.combine(factors);
    const score: Score = {
      method: this.method.id,
      factors,
      reasons,
      proposed: false,
      ...(rescore ? { rescore: true, proposal: proposal.score.factors } : {}),
    };
    const held = asProposed && proposal.held;
    const tier = heldTier(tierOf(likelihood, impact), held);
    const risk = round1(likelihood * impact);
    const quickWin = proposal.quickWin && isSevere(tier);
    return { ...proposal, score, likelihood, impact, risk, tier, held, quickWin, number: -1 };
  }

  /** The number of a score in the table of this analysis. */
  record(scored: Scored): number {
    if (scored.number < 0) {
      const { score, exposure, likelihood, impact, risk } = scored;
      scored.number = this.table.push({ ...score, exposure, likelihood, impact, inherent: risk }) - 1;
    }
    return scored.number;
  }

  /** The risk that is left after the caps of these controls. */
  capped(scored: Scored, controls: readonly (Control | undefined)[]): { readonly risk: number; readonly tier: Tier } {
    if (controls.length === 0) return scored;
    const caps = lowestCaps(controls.map((control) => control?.caps));
    const { likelihood, impact } = cappedBy(this.method, scored.score.factors, caps);
    const tier = tierOf(likelihood, impact);
    return { risk: round1(likelihood * impact), tier: heldTier(tier, scored.held) };
  }

  #make(rule: ScoredRule, exposure: number, worst: WorstData): Scored {
    const fixed = rule.damage.from === "fixed";
    const damage = Math.min(fixed ? (rule.damage.value ?? rule.damage.cap) : worst.damage, rule.damage.cap);
    const proposal = this.method.propose({
      start: rule.start,
      exposure: exposureName(exposure),
      damage,
      damageReason: fixed ? "by its impact basis" : this.#worstReason(worst, rule.damage.cap),
      affected: rule.affected,
    });
    const { likelihood, impact } = this.method.combine(proposal.factors);
    const tier = tierOf(likelihood, impact);
    const held = !this.#critical && !worst.classified;
    const scored = {
      score: { method: this.method.id, ...proposal, proposed: true },
      exposure: exposureName(exposure),
      likelihood,
      impact,
      risk: round1(likelihood * impact),
      tier: heldTier(tier, held),
      held,
      quickWin: false,
      number: -1,
    };
    return { ...scored, quickWin: this.#isQuickWin(rule, scored) };
  }

  #isQuickWin(rule: ScoredRule, scored: Scored): boolean {
    if (!isSevere(scored.tier)) return false;
    return rule.controls.some((id) => {
      const control = this.#controls.get(id);
      return control?.effort === "small" && this.capped(scored, [control]).risk <= scored.risk * largeFall;
    });
  }

  #worstReason({ damage, data, classified }: WorstData, cap: number): string {
    const capped = damage > cap ? ", capped by its impact basis" : "";
    if (data === -2) return `no data${capped}`;
    if (data === -1) return `data unknown, counted as confidential${capped}`;
    const title = this.#graph.data.titles[data] as string;
    const stated = this.#graph.data.entries[data]?.value.classification;
    return classified ? `${stated}: ${title}${capped}` : `${title} is not classified, counted as confidential${capped}`;
  }
}

/** Nothing is critical on data of which nobody said anything. */
function heldTier(tier: Tier, held: boolean): Tier {
  return held && tier === "critical" ? "high" : tier;
}
