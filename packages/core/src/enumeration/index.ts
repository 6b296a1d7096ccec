// Enumeration: rules × facts → findings, the questions that they wait for, sentences and reasons, coverage.
// In: columns of facts and the rules of the knowledge. Out: what each rule found where, questions by hidden risk, the coverage table.
// Used by the analysis, which joins findings with scores and decisions.
export { CoverageBook, type Unexamined } from "./coverage.ts";
export { type BoundRule, type Finds, findingsOf, type RaisedFinding, raisedFindings } from "./findings.ts";
export { wordsOf } from "./note-words.ts";
export { QuestionBook } from "./question-book.ts";
export type { Asks } from "./question-columns.ts";
export { NumberedQuestions, type QuestionList, questionsWhere, unansweredQuestions } from "./question-list.ts";
export { answersOfFacts, scopingQuestions } from "./question-wording.ts";
export { Reasons } from "./reasons.ts";
export { placeholders, Sentences } from "./sentences.ts";
export { aliasesOf, byCurrentKey, currentKey } from "./threat-keys.ts";
export type { ThreatList } from "./threat-list.ts";
export { Binder, compile, valueOfResult } from "./tree.ts";
