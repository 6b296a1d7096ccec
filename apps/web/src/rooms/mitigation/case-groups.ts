// The cases of controls as they are listed: what the platform gives, then by level; apart what only answers can make needed.
import { type ControlCase, type ControlLevel, type ControlPlan, controlLevels } from "@parapet/core";

export type GroupName = "platform" | ControlLevel;

export interface CaseGroup {
  readonly name: GroupName;
  readonly cases: readonly ControlCase[];
}

export interface CaseLists {
  /** Controls against what is open, chosen or not. */
  readonly now: readonly CaseGroup[];
  /** Controls that only asked threats name. */
  readonly later: readonly ControlCase[];
}

/** The lists; the cases keep their order. */
export function caseLists(cases: readonly ControlCase[]): CaseLists {
  const isNow = ({ chosen, open, mitigations }: ControlCase) => chosen.length + open.length + mitigations.length > 0;
  const current = cases.filter(isNow);
  const nameOf = (one: ControlCase): GroupName => (one.platform ? "platform" : one.level);
  const now = (["platform", ...controlLevels] as const).map((name) => ({
    name,
    cases: current.filter((one) => nameOf(one) === name),
  }));
  return {
    now: now.filter((group) => group.cases.length > 0),
    later: cases.filter((one) => !isNow(one)),
  };
}

/** Where each control stands in the plan, as the chart numbers it: a control may have two places. */
export function placesInPlan({ steps }: ControlPlan): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, { control }] of steps.entries()) places.set(control, [...(places.get(control) ?? []), i + 1]);
  return places;
}
