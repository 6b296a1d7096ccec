// What is left of a threat's risk under controls: those that work, those that are chosen, and one more.
import type { Analysis, Threat } from "../analysis/result.ts";
import type { Control, Knowledge } from "../model/knowledge.ts";
import type { Tier } from "../model/vocabulary.ts";
import {
  bandOf,
  type Cell,
  cappedBy,
  cellOf,
  factorsInCell,
  lowestCaps,
  methodOf,
  riskUnder,
  round1,
  type ScoringMethod,
  tierOf,
  tierRank,
} from "../scoring/index.ts";

type Caps = Control["caps"];

/** The risks of threats of one analysis, by the caps of controls: as the engine works out current and target risk. */
export class ThreatRisks {
  readonly #method: ScoringMethod;
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #mitigations: ReadonlyMap<string, Analysis["mitigations"][number]>;

  constructor({ analysis, knowledge }: { readonly analysis: Analysis; readonly knowledge: Knowledge }) {
    this.#method = methodOf(analysis.model.method);
    this.#controls = new Map(knowledge.controls.map((control) => [control.id, control]));
    this.#mitigations = new Map(analysis.mitigations.map((mitigation) => [mitigation.id, mitigation]));
  }

  /** The caps of the controls that are shown to work against a threat; with `chosen`, of all that are chosen. */
  caps(threat: Threat, chosen: boolean): Caps {
    const backed = threat.finding === "addressed" && (threat.strength === "verified" || threat.strength === "observed");
    return lowestCaps([
      ...(threat.mitigations ?? []).map((id) => {
        const mitigation = this.#mitigations.get(id);
        const works = mitigation?.state === "verified" || mitigation?.state === "stale";
        return works || chosen ? this.#controls.get(mitigation?.control ?? "")?.caps : undefined;
      }),
      ...(backed ? [this.#controls.get(threat.controls[0] ?? "")?.caps] : []),
    ]);
  }

  /** The cell of the risk matrix that a threat stands in: its own before any control, else under those that are shown to work, in its tier of record. */
  cell(threat: Threat, before: boolean): Cell {
    if (before) return cellOf(this.#method, threat.score.factors);
    const { likelihood, impact } = cappedBy(this.#method, threat.score.factors, this.caps(threat, false));
    const cell = { likelihood: bandOf(likelihood), impact: bandOf(impact) };
    // What is held below critical, since nobody said how bad it would be, stands a band of impact lower.
    const held = tierOf(likelihood, impact) === "critical" && threat.tier !== "critical";
    return held ? { ...cell, impact: cell.impact - 1 } : cell;
  }

  /** The factors, with the fewest steps changed, by which a threat comes to a cell; undefined when none do. */
  factorsIn(threat: Threat, to: Cell, before: boolean): Readonly<Record<string, number>> | undefined {
    const method = this.#method;
    const { factors } = threat.score;
    if (before) return factorsInCell(method, factors, to);
    const caps = this.caps(threat, false);
    const under = { ...method, combine: (some: typeof factors) => cappedBy(method, some, caps) };
    const start = method.cap(factors, caps);
    const moved = factorsInCell(under, start, to);
    if (!moved) return undefined;
    return Object.fromEntries(
      Object.entries(factors).map(([id, value]) => [id, moved[id] === start[id] ? value : (moved[id] ?? value)]),
    );
  }

  /** The risk of a threat under caps. */
  under(threat: Threat, caps: Caps): number {
    return riskUnder(this.#method, threat.score.factors, caps);
  }

  /** How far the current risk falls by this control alone. */
  fall(threat: Threat, control: Control): number {
    return this.#falls(threat, this.caps(threat, false), control);
  }

  /** How far what is left by everything chosen falls by this control too. */
  further(threat: Threat, control: Control): number {
    return this.#falls(threat, this.caps(threat, true), control);
  }

  /** What this control would leave of a threat, with everything chosen: its risk, and a tier that is never above today's. */
  after(threat: Threat, control: Control): { readonly risk: number; readonly tier: Tier } {
    const caps = lowestCaps([this.caps(threat, true), control.caps]);
    const { likelihood, impact } = cappedBy(this.#method, threat.score.factors, caps);
    const tier = tierOf(likelihood, impact);
    return { risk: this.under(threat, caps), tier: tierRank(tier) < tierRank(threat.tier) ? threat.tier : tier };
  }

  #falls(threat: Threat, caps: Caps, control: Control): number {
    return round1(this.under(threat, caps) - this.under(threat, lowestCaps([caps, control.caps])));
  }
}
