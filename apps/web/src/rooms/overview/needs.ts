// What needs people, put together: by the criterion that misses it, so that forty equal lines are one, and by who is asked.
import { type Analysis, byCodeUnit, type Document, type Need, type StageId, stageIds } from "@parapet/core";
import { standingOfStage } from "../criteria.ts";
import { approvalsOf } from "../scoring/approvals.ts";

/** The needs that keep one criterion from being met. */
export interface NeedGroup {
  readonly stage: StageId;
  readonly criterion: string;
  /** What has to hold. */
  readonly say: string;
  readonly needs: readonly Need[];
  /** All of them, those too that the analysis counts without listing them. */
  readonly count: number;
  readonly risk: number;
}

/** The groups in the order of the stages; only what is asked of these people when `from` is given. */
export function needGroups(analysis: Analysis, from?: string): readonly NeedGroup[] {
  return stageIds.flatMap((stage) => {
    const { criteria, more } = standingOfStage(analysis, stage);
    return criteria.flatMap(({ id, say, needs: all }): readonly NeedGroup[] => {
      const needs = from === undefined ? all : all.filter((need) => need.from === from);
      if (needs.length === 0) return [];
      // Only a criterion with a full list has more than is listed.
      const beyond = all.length >= listed ? more : 0;
      const risk = needs.reduce((sum, need) => sum + need.risk, 0);
      return [{ stage, criterion: id, say, needs, count: needs.length + (from === undefined ? beyond : 0), risk }];
    });
  });
}

/** How many needs of one criterion the analysis lists. */
const listed = 50;

/** Who is asked, and for how much: those with most first. */
export function askedOf(analysis: Analysis): readonly (readonly [from: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { missing } of analysis.stages)
    for (const { from } of missing) counts.set(from, (counts.get(from) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
}

/** The job of the person who sits here, when the model knows them. */
export function jobOf({ model, people }: Document, name: string): string | undefined {
  return model.participants?.[name]?.job ?? people?.people?.[name]?.job;
}

/** Threats about which something waits for a second person, as scoring lists it: what needs none in its tier waits for nobody. */
export function waitingForApproval({ threats }: Analysis, document: Document): readonly string[] {
  return [...new Set(approvalsOf(document, threats).map(({ threat }) => threat))];
}
