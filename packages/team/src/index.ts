// The team: document, analysis and knowledge in; what each member did, found and needs from whom out. Used by `run` and `team`.
export { type Addition, additionOf } from "./addition.ts";
export {
  type Effect,
  effectOf,
  isSettled,
  type Meant,
  type NamedThreat,
  namedThreats,
  type Standing as AnalysisStanding,
  standingOf,
  type ThreatStanding,
} from "./effect.ts";
export { type Engagement, engage, nextThings, type StageOfEngagement, type StageReport } from "./engagement.ts";
export type { Member, Report, TeamInput, Work } from "./member.ts";
export { memberOf, members, stagesOfMember } from "./members/members.ts";
export { type FulfilledBy, type Responsibility, responsibilities, responsibilitiesOf } from "./responsibilities.ts";
export { type Standing, standing, type Wait } from "./standing.ts";
