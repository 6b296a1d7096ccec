// Validation: did we do a good job? What the evidence shows, the status of each threat, acceptances, gates, and what is missing.
// In: findings, decisions, evidence, the policy. Out: statuses, acceptances in force or not, gates with what fails them, and the
// steps that close what is not closed. Used by: the analysis, the workbench, and maintenance, which compares what two analyses say.
export { Closing, type ClosingInput, type ClosingStep, type NextStep, type StepKind, stepKinds } from "./closing.ts";
export { closedStatuses } from "./status.ts";
