// Who owns what, and who waits for what.
import { type Analysis, byCodeUnit, type MemberId, type Need, type StageId } from "@parapet/core";
import { members, stagesOfMember } from "./members/members.ts";
import { responsibilitiesOf } from "./responsibilities.ts";

/** What one group of people owes a member. */
export interface Wait {
  readonly from: string;
  readonly count: number;
  readonly risk: number;
  /** The one with most risk. */
  readonly first: Need;
}

/** A member, what it owns, and whom it waits for. */
export interface Standing {
  readonly id: MemberId;
  readonly name: string;
  readonly monogram: string;
  readonly mission: string;
  readonly stages: readonly StageId[];
  readonly responsibilities: { readonly fulfilled: number; readonly planned: number };
  /** Those with most risk first. */
  readonly waits: readonly Wait[];
}

/** How the team stands; without an analysis it waits for nobody. */
export function standing(analysis?: Analysis): readonly Standing[] {
  const needs = analysis?.stages.flatMap(({ missing }) => missing) ?? [];
  return members.map((member) => {
    const all = responsibilitiesOf(member.id);
    const planned = all.filter((one) => one.planned !== undefined).length;
    return {
      id: member.id,
      name: member.name,
      monogram: member.monogram,
      mission: member.mission,
      stages: stagesOfMember(member),
      responsibilities: { fulfilled: all.length - planned, planned },
      waits: waitsOf(needs.filter((need) => need.member === member.id)),
    };
  });
}

function waitsOf(needs: readonly Need[]): readonly Wait[] {
  const groups = new Map<string, Need[]>();
  for (const need of needs) groups.set(need.from, [...(groups.get(need.from) ?? []), need]);
  return [...groups]
    .map(([from, group]): Wait => {
      const risk = group.reduce((sum, need) => sum + need.risk, 0);
      const first = group.reduce((best, need) => (need.risk > best.risk ? need : best));
      return { from, count: group.length, risk: Math.round(risk * 10) / 10, first };
    })
    .sort((a, b) => b.risk - a.risk || b.count - a.count || byCodeUnit(a.from, b.from));
}
