// Handoff: what was decided and what is proposed, as work that somebody can do.
// In: document, analysis, knowledge and its texts. Out: specifications for the stack in use, acceptance criteria per feature or
// component, tickets: all plain data. Used by: the reports, the command line and the Mitigation Designer.
export { type CriteriaGroup, type CriterionScenario, criteriaOf } from "./criteria.ts";
export { coveredBy, criteriaDigest } from "./criteria-digest.ts";
export { escapeMarkdown, markdownCode, markdownFile, markdownTable, oneLine } from "./markdown.ts";
export type { Named, Specification, SpecifiedCriterion, SpecifiedThreat, StackEntry } from "./specification.ts";
export {
  type HandoffInput,
  needsSpecification,
  specificationOfChoice,
  specificationsOf,
} from "./specifications.ts";
export { type TicketUrl, ticketUrl } from "./ticket-url.ts";
export { ticketless } from "./ticketless.ts";
export { criterionLine, requirementLine, stackLines, type Ticket, ticketsOf, whereText } from "./tickets.ts";
