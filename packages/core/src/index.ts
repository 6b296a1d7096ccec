// The threat model and the eight rooms. What other packages may use.

export { type AnalyseOptions, analyse } from "./analysis/analyse.ts";
export { type Drawing, drawingOf } from "./analysis/drawing.ts";
export { Nearness } from "./analysis/nearness.ts";
export { threatListOf } from "./analysis/numbered-threats.ts";
export type {
  AcceptanceView,
  AccessCell,
  Analysis,
  AttackerView,
  Because,
  CoverageCell,
  CoverageRow,
  Criterion,
  ElementView,
  FlowView,
  GateView,
  MitigationView,
  Need,
  Question,
  Reduction,
  RuleRecord,
  Score,
  ScoreRecord,
  SharedRecord,
  StageView,
  Summary,
  Surface,
  SurfaceEntry,
  Threat,
  ThreatRecord,
  ZoneView,
} from "./analysis/result.ts";
export { type StageState, stageState } from "./analysis/stages.ts";
export { placeOf } from "./analysis/summary.ts";
export { commands, type RegisteredCommand } from "./commands.gen.ts";
export { thingsOfView, type ViewThings } from "./decomposition/diagram-views.ts";
export { derivedFactNames, derivedFacts } from "./decomposition/facts/index.ts";
export { inFocus } from "./decomposition/focus.ts";
export { type Span, spansOf, type Within, withinOf } from "./decomposition/spans.ts";
export { factInWords } from "./enumeration/fact-words.ts";
export { handThreatKey } from "./enumeration/hand-threats.ts";
export { type Nameable, nameBook, namedThing } from "./enumeration/named-things.ts";
export { isPressing, nextBestQuestion, questionQueue, questionsInFocus } from "./enumeration/next-question.ts";
export { type MatchCandidate, type NoteMatch, noteMatches } from "./enumeration/note-matches.ts";
export { type CameOf, cameOf } from "./enumeration/room-answers.ts";
export { placeholders } from "./enumeration/sentences.ts";
export { exampleOfPart, namesForStatements } from "./enumeration/statement-examples.ts";
export {
  exampleAt,
  missingParts,
  type StatementNames,
  type StatementPart,
  statementParts,
  withPart,
} from "./enumeration/statement-parts.ts";
export type { ThreatList } from "./enumeration/threat-list.ts";
export {
  type CriteriaGroup,
  type CriterionScenario,
  coveredBy,
  criteriaDigest,
  criteriaOf,
  criterionLine,
  escapeMarkdown,
  type HandoffInput,
  markdownCode,
  markdownFile,
  markdownTable,
  type Named,
  needsSpecification,
  oneLine,
  requirementLine,
  type Specification,
  type SpecifiedCriterion,
  type SpecifiedThreat,
  type StackEntry,
  specificationOfChoice,
  specificationsOf,
  stackLines,
  type Ticket,
  type TicketUrl,
  ticketless,
  ticketsOf,
  ticketUrl,
  whereText,
} from "./handoff/index.ts";
export {
  type Analyse,
  besidesOf,
  type Cause,
  causes,
  causeWords,
  changesWithout,
  type Delta,
  type DiffOptions,
  type DiffSection,
  diffOf,
  type FieldChange,
  goesAlong,
  isEmptyDiff,
  isMoved,
  isNewThing,
  type ModelDiff,
  markdownOf,
  type ProposedThing,
  proposedCount,
  proposedThings,
  type QuestionChange,
  type RecordChange,
  type ReviewTrigger,
  type Revision,
  type RiskDelta,
  reviewTriggers,
  type SurfaceDelta,
  type SurfaceEntryChange,
  sectionsOf,
  sentencesOf,
  type ThingChange,
  type ThreatChange,
  type ThreatChangeKind,
  type TriggerKind,
  type Undo,
  undoOf,
  type WorsenedGate,
  type WorsenedItem,
  worsened,
} from "./maintenance/index.ts";
export {
  type CasesInput,
  type Choice,
  type ControlCase,
  type ControlPlan,
  type ControlWords,
  callsToChoose,
  controlCases,
  controlPlan,
  controlWords,
  fittingControls,
  mitigationFor,
  type PlanStep,
  ThreatRisks,
} from "./mitigation/index.ts";
export { apply } from "./model/apply.ts";
export { asBefore, perObject } from "./model/as-before.ts";
export { mayApprove, needsSecondPerson } from "./model/authority.ts";
export { type KnowsPeople, nameOfCriterion, nameOfPerson, nameOfValue, titleOfThing } from "./model/called.ts";
export { type CarriedOver, carryOver } from "./model/carry-over.ts";
export { byCodeUnit, type Change, canonical, canonicalText, inverse, inverseOf, pathOf } from "./model/changes.ts";
export { checkDocument } from "./model/check-document.ts";
export { body, type CommandBody, type CommandCall, type CommandCard, type CommandContext } from "./model/command.ts";
export { commentsOn, type NamedComment } from "./model/comments.ts";
export type { Diagram, DiagramView } from "./model/diagram.ts";
export { difference } from "./model/difference.ts";
export {
  changedSince,
  diagramDigest,
  digestOf,
  shortDigest,
  surfaceDigest,
  type ThingsDigest,
} from "./model/digest.ts";
export {
  type Document,
  type Layer,
  layerNames,
  layers,
  type Model,
  type Observed,
  schemaVersion,
} from "./model/document.ts";
export { type Effective, effective, type ThingCollection } from "./model/effective.ts";
export { isTeamEngineer, teamEngineers } from "./model/engineers.ts";
export { entriesByThreat, type Recorded } from "./model/entries.ts";
export { answersOf, cellsOf, threatAt, threatsOf } from "./model/expand.ts";
export { nearest } from "./model/files/nearest.ts";
export { finer } from "./model/finer.ts";
export { chooseId, idPattern, isByHand, isId, type KeyParts, modelSubject, slug, splitKey } from "./model/ids.ts";
export { type IntakeAnswer, type IntakeQuestion, intakeAnswers, intakeQuestions } from "./model/intake.ts";
export type {
  Catalog,
  Control,
  ControlTexts,
  DeclaredFact,
  DefaultAttacker,
  FactTexts,
  Knowledge,
  Pool,
  Relation,
  Rule,
  RuleTexts,
  Technology,
  Texts,
  Tree,
} from "./model/knowledge.ts";
export { relations } from "./model/knowledge.ts";
export { once } from "./model/once.ts";
export type { GateId, Tracker } from "./model/policy.ts";
export {
  fail,
  ok,
  type Place,
  type Problem,
  type ProblemCode,
  problem,
  problemCodes,
  type Result,
} from "./model/problem.ts";
export { type Conflict, merge, rebase } from "./model/rebase.ts";
export { referenceFields, referenceSets } from "./model/references.ts";
export { nameOfRegulation, regulationNamed } from "./model/regulations.ts";
export { type LoadBody, type Ran, type RunInput, runCommands } from "./model/run.ts";
export { claimedBy, isSpoken, spokenBy } from "./model/spoken.ts";
export type { LogEntry, Proposal, Snapshot, Store } from "./model/store.ts";
export {
  type ThreatFilter,
  type ThreatGroup,
  type ThreatSort,
  type ThreatView,
  threatGroups,
  threatSorts,
} from "./model/threat-view.ts";
export { threatMeant } from "./model/threats.ts";
export { distinctTitles } from "./model/titles.ts";
export { addDays, declaredOnly, defaultEvidenceDays } from "./model/verdicts.ts";
export {
  type Classification,
  type ControlLevel,
  capabilities,
  categoriesOf,
  classifications,
  controlLevels,
  type DataKind,
  type DecisionKind,
  type DependencyKind,
  dataKinds,
  decisionKinds,
  dependencyKinds,
  type ElementKind,
  type EntryPointKind,
  type Exposure,
  elementKinds,
  entryPointKinds,
  exposures,
  type Finding,
  findings,
  isSevere,
  type Job,
  jobs,
  type MemberId,
  memberIds,
  type Permission,
  permissions,
  type StageId,
  type Status,
  type Strength,
  type StrideCategory,
  type SubjectKind,
  stageIds,
  statuses,
  strengths,
  strideCategories,
  strideLetter,
  subjectKinds,
  type Tier,
  tiers,
  type ZoneKind,
  zoneKinds,
} from "./model/vocabulary.ts";
export {
  type AgendaItem,
  type Attendee,
  type Focus,
  type Note,
  type ParkedItem,
  type RoomAnswer,
  type Vote,
  type Workshop,
  type WorkshopKind,
  type WorkshopStep,
  workshopKinds,
  workshopSteps,
} from "./model/workshop.ts";
export {
  attendeeKey,
  seniorsPresent,
  unplacedNotes,
  type WorkshopState,
  workshopOf,
  workshopState,
} from "./model/workshops.ts";
export { agendaFor, closingSteps, type StepReason, stepReasons } from "./scoping/agendas.ts";
export {
  featureRanking,
  type IntakeItem,
  intake,
  type RankedFeature,
} from "./scoping/feature-intake.ts";
export type { Factor, ScoringMethod } from "./scoring/method.ts";
export { methodOf, scoringMethods } from "./scoring/methods.ts";
export { type Cell, cellOf, factorsInCell } from "./scoring/moving.ts";
export { bandOf, bands, tierBySum, tierOf, tierRank } from "./scoring/tiers.ts";
export {
  Closing,
  type ClosingInput,
  type ClosingStep,
  type NextStep,
  type StepKind,
  stepKinds,
} from "./validation/closing.ts";
export { debtEntry } from "./validation/debt.ts";
export { closedStatuses } from "./validation/status.ts";
export { approvalsWaiting } from "./validation/waiting.ts";
export { type ExitCriterion, type SpokenOf, type Stage, spokenOf, stageOf, workflow } from "./workflow.ts";
