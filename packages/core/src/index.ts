// The threat model and the eight rooms. What other packages may use.
export { apply, byCodeUnit, canonical, canonicalText, type Change, type Conflict, difference, inverse, inverseOf, merge, rebase } from "./model/changes.ts";
export { body, type CommandBody, type CommandCall, type CommandCard, type CommandContext } from "./model/command.ts";
export { type Diagram, type Document, type Layer, layerNames, layers, type Model, type Observed, schemaVersion } from "./model/document.ts";
export { chooseId, idPattern, isByHand, isId, type KeyParts, modelSubject, slug, splitKey } from "./model/ids.ts";
export { relations } from "./model/knowledge.ts";
export type { Catalog, Control, ControlTexts, DeclaredFact, FactTexts, Knowledge, Pool, Relation, Rule, RuleTexts, Technology, Texts, Tree } from "./model/knowledge.ts";
export { fail, ok, type Place, type Problem, type ProblemCode, problem, problemCodes, type Result } from "./model/problem.ts";
export * from "./model/vocabulary.ts";
export { type AnalyseOptions, analyse } from "./analysis/analyse.ts";
export { answersOf, cellsOf, threatsOf } from "./model/expand.ts";
export { derivedFactNames, derivedFacts } from "./decomposition/facts/index.ts";
export { placeholders } from "./enumeration/sentences.ts";
export type * from "./analysis/result.ts";
export { closedStatuses } from "./validation/status.ts";
export { commands, type RegisteredCommand } from "./commands.gen.ts";
export { digestOf, shortDigest } from "./model/digest.ts";
export { type LoadBody, type Ran, type RunInput, runCommands } from "./model/run.ts";
export type { LogEntry, Proposal, Snapshot, Store } from "./model/store.ts";
export {
  type CriteriaGroup,
  type CriterionScenario,
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
  specificationsOf,
  stackLines,
  type Ticket,
  ticketsOf,
} from "./handoff/index.ts";
export { methodOf } from "./scoring/methods.ts";
export { bandOf, bands, tierBySum } from "./scoring/tiers.ts";
export { placeOf } from "./analysis/summary.ts";
export { type ExitCriterion, type Stage, stageOf, workflow } from "./workflow.ts";
