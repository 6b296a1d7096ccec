// Which few controls take most of the risk away: those that are chosen first, then one after the other what removes most of what is left.
import type { Threat } from "../analysis/result.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { Control } from "../model/knowledge.ts";
import { controlLevels } from "../model/vocabulary.ts";
import { lowestCaps, round1 } from "../scoring/index.ts";
import type { CasesInput, ControlCase } from "./control-cases.ts";
import { ThreatRisks } from "./threat-risks.ts";

/** One control in its turn: what it removes beyond those before it, and what all of them leave. */
export interface PlanStep {
  readonly control: string;
  /** Chosen already, or to be chosen for further threats. */
  readonly chosen: boolean;
  readonly effort: Control["effort"];
  readonly threats: readonly string[];
  readonly removes: number;
  readonly leaves: number;
}

/** The way down from the open risk. */
export interface ControlPlan {
  /** The open risk with the controls that are shown to work; with all that are chosen; with the whole plan. */
  readonly risk: number;
  readonly withChosen: number;
  readonly withAll: number;
  readonly steps: readonly PlanStep[];
}

/** A step that takes less than this part of the open risk is no part of the plan. */
const worthwhile = 0.01;
/** A control that comes first by its kind goes before one that takes more, unless it takes less than this part of it. */
const nearly = 0.5;

/** Plans over the cases of controls: the same open threats, the same chosen mitigations. */
export function controlPlan(input: CasesInput, cases: readonly ControlCase[]): ControlPlan {
  const way = new WayDown(input);
  const risk = way.left;
  const steps: PlanStep[] = [];
  for (const step of way.rounds(cases, "chosen", 0)) steps.push(step);
  const withChosen = way.left;
  for (const step of way.rounds(cases, "open", risk * worthwhile)) steps.push(step);
  return { risk, withChosen, withAll: way.left, steps };
}

interface Offer {
  readonly of: ControlCase;
  readonly gain: number;
}

/** The caps that hold for each open threat so far. */
class WayDown {
  readonly #risks: ThreatRisks;
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #threats: ReadonlyMap<string, Threat>;
  readonly #caps = new Map<string, Control["caps"]>();

  constructor(input: CasesInput) {
    this.#risks = new ThreatRisks(input);
    this.#controls = new Map(input.knowledge.controls.map((control) => [control.id, control]));
    this.#threats = new Map(input.open.map((threat) => [threat.id, threat]));
    for (const threat of input.open) this.#caps.set(threat.id, this.#risks.caps(threat, false));
  }

  get left(): number {
    let sum = 0;
    for (const threat of this.#threats.values()) sum += this.#now(threat);
    return round1(sum);
  }

  /** Takes one control after the other, the best first, until the next takes no more than `least`. */
  *rounds(cases: readonly ControlCase[], part: "chosen" | "open", least: number): Generator<PlanStep> {
    const waiting = new Set(cases.filter((one) => one[part].length > 0));
    const gains = new Map<ControlCase, number>();
    while (waiting.size > 0) {
      const offers = [...waiting].map((of): Offer => {
        const gain = gains.get(of) ?? this.#gain(of.control, of[part]);
        gains.set(of, gain);
        return { of, gain };
      });
      const best = bestOf(offers);
      if (!best || best.gain <= least) return;
      waiting.delete(best.of);
      this.#take(best.of.control, best.of[part]);
      const touched = new Set(best.of[part]);
      for (const other of waiting) if (other[part].some((id) => touched.has(id))) gains.delete(other);
      const { control, effort } = best.of;
      yield {
        control,
        effort,
        chosen: part === "chosen",
        threats: best.of[part],
        removes: best.gain,
        leaves: this.left,
      };
    }
  }

  #now(threat: Threat): number {
    return this.#risks.under(threat, this.#caps.get(threat.id) ?? {});
  }

  #gain(control: string, threats: readonly string[]): number {
    let sum = 0;
    for (const [threat, caps] of this.#with(control, threats))
      sum += this.#now(threat) - this.#risks.under(threat, caps);
    return round1(sum);
  }

  #take(control: string, threats: readonly string[]): void {
    for (const [threat, caps] of this.#with(control, threats)) this.#caps.set(threat.id, caps);
  }

  #with(control: string, threats: readonly string[]): readonly (readonly [Threat, Control["caps"]])[] {
    const caps = this.#controls.get(control)?.caps ?? {};
    return threats.flatMap((id) => {
      const threat = this.#threats.get(id);
      return threat ? [[threat, lowestCaps([this.#caps.get(id), caps])] as const] : [];
    });
  }
}

/** Of those that take nearly as much as the one that takes most: what the platform gives, then structural, then what takes most. */
function bestOf(offers: readonly Offer[]): Offer | undefined {
  const most = Math.max(0, ...offers.map(({ gain }) => gain));
  const rank = ({ of }: Offer) => (of.platform ? 0 : 1);
  return offers
    .filter(({ gain }) => gain > 0 && gain >= most * nearly)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        controlLevels.indexOf(a.of.level) - controlLevels.indexOf(b.of.level) ||
        b.gain - a.gain ||
        byCodeUnit(a.of.control, b.of.control),
    )[0];
}
