// Enumeration: rules × facts → findings, the questions that they wait for, sentences and reasons, coverage.
// In: columns of facts and the rules of the knowledge. Out: what each rule found where, questions by hidden risk, the coverage table.
// Used by the analysis, which joins findings with scores and decisions.

export { CoverageBook } from "./coverage.ts";
export { type BoundRule, type Finds, findingsOf, type RaisedFinding } from "./findings.ts";
export { answersOfFacts, scopingQuestions } from "./question-wording.ts";
export { type OpenQuestion, QuestionBook, questionsOf } from "./questions.ts";
export { Reasons } from "./reasons.ts";
export { placeholders, Sentences } from "./sentences.ts";
export { aliasesOf, byCurrentKey, currentKey } from "./threat-keys.ts";
export { Binder, compile, valueOfResult } from "./tree.ts";
