// Maintenance: what is different since last time, why, and what has to be looked at again.
// In: two revisions of a model with their analyses (and a way to analyse what lies between), or one with today's date.
// Out: a semantic diff with one cause per difference, in sentences and as Markdown; what a change worsens per gate; review triggers.
// Used by: `diff`, `check --against`, the reports and the Threat Model Architect.
export { besidesOf } from "./besides.ts";
export type { Analyse } from "./causes.ts";
export { type DiffOptions, diffOf } from "./diff.ts";
export { markdownOf } from "./diff-markdown.ts";
export { causeWords, type DiffSection, sectionsOf, sentencesOf } from "./diff-sentences.ts";
export {
  type Cause,
  causes,
  type Delta,
  type FieldChange,
  isEmptyDiff,
  type ModelDiff,
  type QuestionChange,
  type RecordChange,
  type RiskDelta,
  type SurfaceDelta,
  type SurfaceEntryChange,
  type ThingChange,
  type ThreatChange,
  type ThreatChangeKind,
} from "./model-diff.ts";
export {
  changesWithout,
  goesAlong,
  isMoved,
  isNewThing,
  type ProposedThing,
  proposedCount,
  proposedThings,
} from "./proposed-things.ts";
export { type ReviewTrigger, reviewTriggers, type TriggerKind } from "./review-triggers.ts";
export type { Revision } from "./side.ts";
export { type Undo, undoOf } from "./undo.ts";
export { type WorsenedGate, type WorsenedItem, worsened } from "./worsened.ts";
