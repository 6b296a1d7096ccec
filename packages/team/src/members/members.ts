// The four members, in the order in which they are introduced.
import type { MemberId, StageId } from "@parapet/core";
import type { Member } from "../member.ts";
import { attackSurfaceMapper } from "./attack-surface-mapper/member.ts";
import { mitigationDesigner } from "./mitigation-designer/member.ts";
import { riskPrioritizationAnalyst } from "./risk-prioritization-analyst/member.ts";
import { threatModelArchitect } from "./threat-model-architect/member.ts";

/** The team. */
export const members: readonly Member[] = [
  threatModelArchitect,
  attackSurfaceMapper,
  riskPrioritizationAnalyst,
  mitigationDesigner,
];

/** A member by its id. */
export function memberOf(id: MemberId): Member {
  return members.find((member) => member.id === id) as Member;
}

/** The stages that a member owns, in the order of the workflow. */
export function stagesOfMember(member: Member): readonly StageId[] {
  return Object.keys(member.work) as StageId[];
}
