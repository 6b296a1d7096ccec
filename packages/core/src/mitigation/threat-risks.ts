// What is left of a threat's risk under controls: those that work, those that are chosen, and one more.
import type { Analysis, Threat } from "../analysis/result.ts";
import type { Control, Knowledge } from "../model/knowledge.ts";
import { lowestCaps, methodOf, riskUnder, round1, type ScoringMethod } from "../scoring/index.ts";

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
    return lowestCaps(
      (threat.mitigations ?? []).map((id) => {
        const mitigation = this.#mitigations.get(id);
        const works = mitigation?.state === "verified" || mitigation?.state === "stale";
        return works || chosen ? this.#controls.get(mitigation?.control ?? "")?.caps : undefined;
      }),
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

  #falls(threat: Threat, caps: Caps, control: Control): number {
    return round1(this.under(threat, caps) - this.under(threat, lowestCaps([caps, control.caps])));
  }
}
