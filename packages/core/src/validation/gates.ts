// Gates: what has to hold before a change goes through. `check` is the only command that fails on them.
import type { AcceptanceView, GateView, MitigationView, SharedRecord } from "../analysis/result.ts";
import {
  type QuestionList,
  questionsWhere,
  type ThreatList,
  type Unexamined,
  unansweredQuestions,
} from "../enumeration/index.ts";
import type { Document } from "../model/document.ts";
import type { GateId } from "../model/policy.ts";
import { reviewsOf } from "../model/reviews.ts";
import { isSevere } from "../model/vocabulary.ts";
import { tierRank } from "../scoring/index.ts";
import { coveringEntry } from "./debt.ts";
import { closedStatuses } from "./status.ts";

/** What a gate looks at. */
export interface GateInput {
  readonly document: Document;
  readonly threats: ThreatList;
  readonly questions: QuestionList;
  readonly unexamined: readonly Unexamined[];
  readonly acceptances: readonly AcceptanceView[];
  readonly mitigations: readonly MitigationView[];
}

/** A gate: on unless it says otherwise, and what fails it, as ids that stay the same from run to run. */
export interface Gate {
  readonly id: GateId;
  readonly say: string;
  readonly byDefault: "on" | "off";
  readonly failing: (input: GateInput) => readonly string[];
  /** Item → the state in which it fails, where there are several: debt covers an item only as it stood. */
  readonly states?: (input: GateInput) => Readonly<Record<string, string>>;
}

const isOpen = ({ finding, status }: SharedRecord): boolean => finding === "open" && !closedStatuses.has(status);

/** The ids of the threats whose shared part fits, in reading order. */
function idsOf(threats: ThreatList, fits: (shared: SharedRecord) => boolean): readonly string[] {
  return threats.where(fits).map((at) => threats.id(at));
}

export const gates: readonly Gate[] = [
  {
    id: "owned",
    say: "every open critical and high threat has an owner and a due date",
    byDefault: "on",
    failing: ({ threats }) => idsOf(threats, (t) => isSevere(t.tier) && isOpen(t) && !(t.owner && t.due)),
  },
  {
    id: "acceptances",
    say: "no risk acceptance is expired, claimed or waits for approval",
    byDefault: "on",
    failing: ({ acceptances }) => acceptances.filter(({ state }) => state !== "in-force").map(({ threat }) => threat),
    states: ({ acceptances }) => Object.fromEntries(acceptances.map(({ threat, state }) => [threat, state])),
  },
  {
    id: "contradictions",
    say: "no declared fact contradicts what a source shows",
    byDefault: "on",
    failing: ({ questions }) =>
      questionsWhere(questions, (at) => questions.isContradicted(at)).map((at) => questions.id(at)),
  },
  {
    id: "no-open",
    say: "no open threat is above the risk appetite",
    byDefault: "off",
    failing: ({ threats, document }) => {
      const appetite = tierRank(document.policy?.appetite ?? "medium");
      return idsOf(threats, (t) => isOpen(t) && tierRank(t.tier) < appetite);
    },
  },
  {
    id: "evidence-fresh",
    say: "no evidence of a mitigation failed or is older than the policy allows",
    byDefault: "off",
    failing: ({ mitigations }) =>
      mitigations.filter(({ state }) => state === "stale" || state === "failed").map(({ id }) => id),
    states: ({ mitigations }) => Object.fromEntries(mitigations.map(({ id, state }) => [id, state])),
  },
  {
    id: "defence-in-depth",
    say: "no critical threat rests on one control",
    byDefault: "off",
    failing: ({ threats }) => idsOf(threats, (t) => t.tier === "critical" && t.mitigations?.length === 1),
  },
  {
    id: "coverage",
    say: "no cell of the coverage table is not examined",
    byDefault: "off",
    failing: ({ unexamined }) =>
      unexamined.map(
        ({ subject, kind, category }) => `${category}@${subject}${kind === "crossing" ? " (crossing)" : ""}`,
      ),
  },
  {
    id: "questions",
    say: "every question that hides critical or high risk is answered, or owned with a date that is not past",
    byDefault: "off",
    failing: ({ questions }) => unansweredQuestions(questions).map((at) => questions.id(at)),
  },
  {
    id: "reviews",
    say: "diagram, surface and threats were each reviewed",
    byDefault: "off",
    failing: ({ document }) =>
      (["diagram", "surface", "threats"] as const).filter((what) => reviewsOf(document, what, "done").length === 0),
  },
];

/**
 * The gates that policy.yaml switches on (or that are on by default), each with what fails it beyond the recorded debt. `then`: the
 * gates of the same document on the day the debt was recorded, where time changed something since.
 */
export function gatesOf(input: GateInput, then?: readonly GateView[]): readonly GateView[] {
  const switches = input.document.policy?.gates;
  return gates
    .filter(({ id, byDefault }) => (switches?.[id] ?? byDefault) === "on")
    .map((gate) => viewOf(gate, input, then));
}

function viewOf({ id, say, failing, states }: Gate, input: GateInput, then?: readonly GateView[]): GateView {
  const all = failing(input);
  const stateOf = all.length > 0 ? states?.(input) : undefined;
  const part = (items: readonly string[]) => ({
    failing: items,
    ...(stateOf && items.length > 0
      ? { states: Object.fromEntries(items.map((item) => [item, stateOf[item] as string])) }
      : {}),
  });
  const entry = coveringEntry(input.document.debt, { id, ...part(all) }, then);
  const debt = all.flatMap((item) => entry(item) ?? []);
  return {
    id,
    holds: debt.length === all.length,
    why: debt.length > 0 ? `${say} (beside ${debt.length} recorded as debt)` : say,
    ...part(debt.length === 0 ? all : all.filter((item) => entry(item) === undefined)),
    ...(debt.length > 0 ? { debt } : {}),
  };
}
