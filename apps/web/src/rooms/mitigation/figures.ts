// What the mitigation room is about, worked out once: the cases of controls, the plan over them, what waits for a decision.
import {
  type Analysis,
  type CasesInput,
  type ControlCase,
  type ControlPlan,
  controlCases,
  controlPlan,
  type Document,
  type Knowledge,
  needsSpecification,
  placeOf,
  type Threat,
  threatsOf,
} from "@parapet/core";
import { type Decided, decidedOf } from "./decided.ts";

export interface MitigationInput {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
}

export interface MitigationFigures {
  readonly input: CasesInput;
  readonly cases: readonly ControlCase[];
  readonly plan: ControlPlan;
  /** Critical and high threats about which nothing is decided, or nothing any more. */
  readonly undecided: readonly Threat[];
  /** What was decided otherwise than to mitigate; what has to be decided anew stands among the undecided. */
  readonly decided: readonly Decided[];
  /** What was decided of an undecided one, and does not count any more. */
  readonly lapsed: ReadonlyMap<string, Decided>;
  /** Unsettled critical threats that one single mitigation stands against. */
  readonly alone: readonly Threat[];
}

const kept = new WeakMap<Analysis, MitigationFigures>();

/** The figures of an analysis, made once. */
export function mitigationFigures({ document, analysis, knowledge }: MitigationInput): MitigationFigures {
  const known = kept.get(analysis);
  if (known && known.input.document === document) return known;
  const threats = threatsOf(analysis);
  const standing = (place: string) => threats.filter((threat) => placeOf(threat) === place);
  const input: CasesInput = { document, analysis, knowledge, open: standing("open"), asked: standing("asked") };
  const cases = controlCases(input);
  const otherwise = decidedOf(document, analysis, threats);
  const waits = new Set(otherwise.flatMap(({ threat, counting }) => (counting === "waits" ? [threat.id] : [])));
  const undecided = threats.filter((threat) => needsSpecification(threat) && !waits.has(threat.id));
  const anew = new Set(undecided.map(({ id }) => id));
  const figures: MitigationFigures = {
    input,
    cases,
    plan: controlPlan(input, cases),
    undecided,
    lapsed: new Map(otherwise.flatMap((one) => (anew.has(one.threat.id) ? [[one.threat.id, one] as const] : []))),
    decided: otherwise.filter(({ threat }) => !anew.has(threat.id)),
    alone: threats.filter(
      (threat) =>
        threat.tier === "critical" &&
        threat.mitigations?.length === 1 &&
        ["open", "asked", "claimed"].includes(placeOf(threat) ?? ""),
    ),
  };
  kept.set(analysis, figures);
  return figures;
}

/** The part of a whole in hundredths, never rounded up to all of it. */
export function percent(part: number, whole: number): number {
  if (whole <= 0) return 0;
  const rounded = Math.round((part / whole) * 100);
  return rounded === 100 && part < whole ? 99 : rounded;
}

/** The controls of a plan, each once: those that are chosen for all they do in it, and those that wait for a choice. */
export function planControls(plan: ControlPlan): {
  readonly all: number;
  readonly chosen: number;
  readonly further: readonly string[];
} {
  const chosen = new Set(plan.steps.filter((step) => step.chosen).map(({ control }) => control));
  const further = [...new Set(plan.steps.filter((step) => !step.chosen).map(({ control }) => control))];
  return { all: new Set([...chosen, ...further]).size, chosen: chosen.size, further };
}
