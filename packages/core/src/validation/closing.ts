// What is missing to close each threat: its way to being closed step by step, and the next steps of all threats put together.
import type { Analysis, Because, Criterion, MitigationView, Threat } from "../analysis/result.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import { threatsOf } from "../model/expand.ts";
import type { Control, Knowledge } from "../model/knowledge.ts";
import { closedStatuses } from "./status.ts";
import { approvalsWaiting } from "./waiting.ts";

/**
 * The kinds of steps, those of this stage first and the nearest to closing first. mend: a test failed · retest: what passed is too
 * old · show: a criterion was not tested · back: a countermeasure stands on somebody's word · approve: another person agrees ·
 * renew: an acceptance is out of force · define: a mitigation has no criterion · build: it is not implemented · decide: nobody
 * chose anything that prevents it · answer: it is not known whether it is open.
 */
export const stepKinds = [
  "mend",
  "retest",
  "show",
  "back",
  "approve",
  "renew",
  "define",
  "build",
  "decide",
  "answer",
] as const;
export type StepKind = (typeof stepKinds)[number];

/** One step on the way of a threat. */
export interface ClosingStep {
  readonly kind: StepKind;
  /** What it is done to: a mitigation, a question, a fact, a rule whose threats are decided alike, or the threat itself. */
  readonly about: string;
  readonly done: boolean;
  /** The criterion that is shown, as criterion@mitigation. */
  readonly criterion?: string;
  /** back: the thing that the fact is said of, whose word it is, and the control whose criteria would show it. */
  readonly of?: string;
  readonly word?: string;
  readonly control?: string;
}

/** The same next step of several threats: done once, all of them come nearer. */
export interface NextStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly about: string;
  readonly control?: string;
  /** What is to be shown: those not passed of the mitigation, or those that the control would bring. */
  readonly criteria: readonly string[];
  readonly threats: readonly Threat[];
  /** Their risk before any control that is only said to be there. */
  readonly risk: number;
}

export interface ClosingInput {
  readonly analysis: Analysis;
  readonly document: Document;
  readonly knowledge: Knowledge;
}

/** Looks up what the steps are made from; the ways of all threats are then found in one pass. */
export class Closing {
  readonly #input: ClosingInput;
  readonly #mitigations: ReadonlyMap<string, MitigationView>;
  readonly #criteria = new Map<string, Criterion[]>();
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #countermeasures: ReadonlySet<string>;
  readonly #unaccepted: ReadonlyMap<string, "approve" | "renew">;

  constructor(input: ClosingInput) {
    const { analysis, knowledge } = input;
    this.#input = input;
    this.#mitigations = new Map(analysis.mitigations.map((one) => [one.id, one]));
    for (const criterion of analysis.criteria) {
      const list = this.#criteria.get(criterion.mitigation);
      if (list) list.push(criterion);
      else this.#criteria.set(criterion.mitigation, [criterion]);
    }
    this.#controls = new Map(knowledge.controls.map((control) => [control.id, control]));
    const countermeasures = knowledge.facts.filter(({ sense }) => sense === "countermeasure");
    this.#countermeasures = new Set(countermeasures.map(({ id }) => id));
    this.#unaccepted = new Map(
      analysis.acceptances.flatMap(({ threat, state }) =>
        state === "in-force" ? [] : [[threat, state === "expired" ? "renew" : "approve"] as const],
      ),
    );
  }

  /** The way of a threat, the steps that are done first; empty when it is closed and nothing of that has aged. */
  pathOf(threat: Threat): readonly ClosingStep[] {
    const { id, status, mitigations = [] } = threat;
    const tested = mitigations.flatMap((one) => this.#mitigated(one));
    if (closedStatuses.has(status)) return tested.some((step) => step.kind === "retest") ? tested : [];
    const agreed = this.#agreed(id);
    if (agreed) return [agreed];
    if (mitigations.length > 0) {
      const closes = tested.some((step) => !step.done);
      return closes ? inOrder(tested) : [...tested, { kind: "decide", about: threat.rule, done: false }];
    }
    if (threat.finding === "addressed") return this.#backed(threat);
    if (threat.asks?.length) return threat.asks.map((about) => ({ kind: "answer", about, done: false }));
    return [{ kind: "decide", about: threat.rule, done: false }];
  }

  /** The next steps of all threats: by kind, within a kind those with most risk behind them first. */
  nextSteps(): readonly NextStep[] {
    const groups = new Map<string, { step: ClosingStep; threats: Threat[] }>();
    for (const threat of threatsOf(this.#input.analysis)) {
      const step = this.pathOf(threat).find(({ done }) => !done);
      if (!step) continue;
      const key = groupOf(step);
      const group = groups.get(key);
      if (group) group.threats.push(threat);
      else groups.set(key, { step, threats: [threat] });
    }
    return [...groups]
      .map(([id, { step, threats }]) => this.#nextStep(id, step, threats))
      .sort((a, b) => rankOf(a) - rankOf(b) || b.risk - a.risk || byCodeUnit(a.id, b.id));
  }

  #nextStep(id: string, { kind, about, control }: ClosingStep, threats: readonly Threat[]): NextStep {
    const risk = threats.reduce((sum, threat) => sum + (kind === "back" ? threat.inherent : threat.current), 0);
    return {
      id,
      kind,
      about,
      ...(control === undefined ? {} : { control }),
      criteria: this.#toShow(kind, about, control),
      threats,
      risk: Math.round(risk * 10) / 10,
    };
  }

  #toShow(kind: StepKind, about: string, control: string | undefined): readonly string[] {
    if (kind === "back")
      return (this.#controls.get(control ?? "")?.criteria ?? []).filter(({ required }) => required).map(({ id }) => id);
    return (this.#criteria.get(about) ?? [])
      .filter(({ required, verdict }) => required && verdict !== "passed")
      .map(({ id }) => id);
  }

  #agreed(threat: string): ClosingStep | undefined {
    const kind = this.#unaccepted.get(threat);
    if (kind) return { kind, about: threat, done: false };
    const waits = approvalsWaiting(this.#input.document, threat).includes("approve-decision");
    return waits ? { kind: "approve", about: threat, done: false } : undefined;
  }

  /** Choose, build, show each required criterion. */
  #mitigated(about: string): readonly ClosingStep[] {
    const mitigation = this.#mitigations.get(about);
    if (!mitigation) return [];
    const required = (this.#criteria.get(about) ?? []).filter((one) => one.required);
    const built: ClosingStep = { kind: "build", about, done: mitigation.state !== "chosen" };
    if (required.length === 0) return [built, { kind: "define", about, done: false }];
    return [
      built,
      ...required.map(({ id, verdict }): ClosingStep => {
        const kind = verdict === "failed" ? "mend" : verdict === "stale" ? "retest" : "show";
        return { kind, about, done: verdict === "passed", criterion: id };
      }),
    ];
  }

  /** The countermeasures that only somebody's word stands behind. */
  #backed(threat: Threat): readonly ClosingStep[] {
    const claims = threat.because.filter((because) => this.#isClaim(because));
    if (claims.length === 0) return [{ kind: "back", about: threat.rule, done: false }];
    return claims.map(({ fact, of = threat.subject, from }): ClosingStep => {
      const about = bare(fact);
      const control = threat.controls.find((id) => this.#controls.get(id)?.establishes.includes(about));
      return { kind: "back", about, done: false, of, word: from, ...(control ? { control } : {}) };
    });
  }

  #isClaim({ fact, value, from }: Because): boolean {
    return value === "yes" && this.#countermeasures.has(bare(fact)) && !/^(?:verified|observed|derived)/.test(from);
  }
}

/** A fact without its relation: `to.encrypted-at-rest` → `encrypted-at-rest`. */
function bare(fact: string): string {
  return fact.slice(fact.lastIndexOf(".") + 1);
}

function rankOf({ kind }: { readonly kind: StepKind }): number {
  return stepKinds.indexOf(kind);
}

/** What is done first; of the rest, a failed test and what has to be built come before what is only shown. */
function inOrder(steps: readonly ClosingStep[]): readonly ClosingStep[] {
  const missing = steps.filter(({ done }) => !done);
  const first: readonly StepKind[] = ["mend", "build", "define", "show", "retest"];
  return [
    ...steps.filter(({ done }) => done),
    ...missing.sort((a, b) => first.indexOf(a.kind) - first.indexOf(b.kind)),
  ];
}

/** Threats with the same key come nearer by the same step. */
function groupOf({ kind, about, control }: ClosingStep): string {
  return `${kind} ${about}${control === undefined ? "" : ` ${control}`}`;
}
