// The exit criteria of a stage with what is missing of each: needs by the criterion that they belong to.
import { type Analysis, type Need, type StageId, type StageState, stageOf, stageState } from "@parapet/core";

/** How one criterion stands. */
export interface CriterionStanding {
  readonly id: string;
  /** What has to hold. */
  readonly say: string;
  readonly state: "done" | "missing" | "not-reached";
  readonly needs: readonly Need[];
}

/** How a stage stands, criterion by criterion. */
export interface StageStanding {
  readonly id: StageId;
  readonly state: StageState;
  readonly criteria: readonly CriterionStanding[];
  readonly done: number;
  /** Needs beyond those that are listed. */
  readonly more: number;
}

/** The criteria of a stage. */
export function standingOfStage(analysis: Analysis, id: StageId): StageStanding {
  const none = { id, done: [], notReached: [], missing: [], more: 0 };
  const view = analysis.stages.find((stage) => stage.id === id) ?? none;
  const criteria = stageOf(id).exit.map((criterion): CriterionStanding => {
    const state = view.done.includes(criterion.id)
      ? "done"
      : view.notReached.includes(criterion.id)
        ? "not-reached"
        : "missing";
    return {
      id: criterion.id,
      say: criterion.say,
      state,
      needs: state === "missing" ? view.missing.filter((need) => criterionOf(need) === criterion.id) : [],
    };
  });
  return { id, state: stageState(view), criteria, done: view.done.length, more: view.more };
}

/** The criterion that a need belongs to, by the id that the criterion's check gave it. */
export function criterionOf({ id, stage }: Pick<Need, "id" | "stage">): string {
  const found = byPrefix[stage].find(([prefix]) => id.startsWith(prefix));
  return found ? found[1] : rest[stage];
}

const byPrefix: Readonly<Record<StageId, readonly (readonly [string, string])[]>> = {
  scoping: [
    ["purpose", "purpose"],
    ["in-scope", "scope"],
    ["out-of-scope", "scope"],
    ["out-why-", "scope"],
    ["senior-engineer", "senior-engineer"],
    ["assumption-", "assumptions"],
  ],
  decomposition: [["review-surface", "surface-reviewed"]],
  enumeration: [
    ["examine-", "examined"],
    ["review-threats", "threats-reviewed"],
  ],
  scoring: [],
  mitigation: [],
  handoff: [["sign-off", "signed-off"]],
  validation: [],
  maintenance: [],
};

/** The criterion of what has no word of its own in its id. */
const rest: Readonly<Record<StageId, string>> = {
  scoping: "named",
  decomposition: "diagram-reviewed",
  enumeration: "questions",
  scoring: "confirmed",
  mitigation: "decided",
  handoff: "tickets",
  validation: "fresh",
  maintenance: "current",
};
