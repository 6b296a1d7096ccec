// An engagement: the stages in order as far as they go without people, and what people should do next.
import {
  type Analysis,
  type MemberId,
  type Need,
  type StageId,
  type StageState,
  type StageView,
  stageState,
  workflow,
} from "@parapet/core";
import { needsOf, type Report, type TeamInput, viewOf } from "./member.ts";
import { memberOf } from "./members/members.ts";

/** What one member did, found and needs in a stage. */
export interface StageReport extends Report {
  readonly member: MemberId;
  readonly name: string;
}

/** A stage of an engagement. */
export interface StageOfEngagement {
  readonly id: StageId;
  readonly title: string;
  readonly question: string;
  /** left: nothing is missing · waits: people have to do something · ahead: computed while an earlier stage still waits. */
  readonly state: "left" | "waits" | "ahead";
  /** How the stage stands by itself, whatever the earlier ones do. */
  readonly standing: StageState;
  /** Exit criteria that hold, of how many. */
  readonly done: number;
  readonly total: number;
  readonly reports: readonly StageReport[];
  /** Needs beyond those that are listed. */
  readonly more: number;
}

/** What the team has to say of a system. */
export interface Engagement {
  readonly stages: readonly StageOfEngagement[];
  /** The next three things that people should do, spread over people. */
  readonly next: readonly Need[];
}

/** Works through the stages. Pure: the same input gives the same engagement. */
export function engage(input: TeamInput): Engagement {
  const view = viewOf(input);
  const { analysis } = input;
  let waits = false;
  const stages = workflow.map((stage): StageOfEngagement => {
    const { done, more, missing, notReached } = viewOfStage(analysis, stage.id);
    const state = missing.length === 0 ? (waits ? "ahead" : "left") : waits ? "ahead" : "waits";
    if (missing.length > 0) waits = true;
    const reports = stage.owners.map((id): StageReport => {
      const member = memberOf(id);
      const work = member.work[stage.id]?.(view) ?? { did: [], found: [] };
      return { member: id, name: member.name, ...work, needs: needsOf(analysis, stage.id, id) };
    });
    return {
      id: stage.id,
      title: stage.title,
      question: stage.question,
      state,
      standing: stageState({ id: stage.id, missing, notReached }),
      done: done.length,
      total: stage.exit.length,
      reports,
      more,
    };
  });
  return { stages, next: nextThings(analysis) };
}

function viewOfStage(analysis: Analysis, id: StageId): StageView {
  const none = { id, done: [], notReached: [], missing: [], more: 0 };
  return analysis.stages.find((stage) => stage.id === id) ?? none;
}

/** In which order the stages' needs are offered: what blocks the scope, what hides risk, what is open, what waits to be looked at. */
const offered: readonly (readonly StageId[])[] = [
  ["scoping"],
  ["enumeration"],
  ["mitigation", "scoring", "maintenance"],
  ["decomposition"],
  ["handoff", "validation"],
];

/** The first needs that people should meet: one from each group before a second from any, and from different people where that costs little. */
export function nextThings(analysis: Analysis, most = 3): readonly Need[] {
  const queues = offered.map((stages) =>
    stages.flatMap((id) => analysis.stages.find((stage) => stage.id === id)?.missing ?? []),
  );
  const chosen: Need[] = [];
  while (chosen.length < most && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      if (chosen.length === most) break;
      const pick = pickFrom(queue, new Set(chosen.map(({ from }) => from)));
      if (pick === undefined) continue;
      chosen.push(pick);
      queue.splice(queue.indexOf(pick), 1);
    }
  }
  return chosen;
}

/** The need with most risk; one of somebody else when it carries at least half as much. */
function pickFrom(queue: readonly Need[], busy: ReadonlySet<string>): Need | undefined {
  const most = Math.max(0, ...queue.map(({ risk }) => risk));
  const first = queue.find(({ risk }) => risk === most);
  if (first === undefined || !busy.has(first.from)) return first;
  return queue.find(({ risk, from }) => risk * 2 >= most && !busy.has(from)) ?? first;
}
