// Validation: did we do a good job? What the evidence shows, the status of each threat, acceptances, and the gates.
// In: findings, decisions, evidence, the policy. Out: statuses, acceptances in force or not, gates with what fails them.
// Used by: the analysis, and maintenance, which compares what two analyses say.
export { closedStatuses } from "./status.ts";
