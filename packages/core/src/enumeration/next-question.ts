// The question to ask next in a workshop: the one that hides most risk, of what is in focus, that was not asked yet.
import type { Analysis, Question } from "../analysis/result.ts";
import { threatsOf } from "../model/expand.ts";

/** True for each question that is about something in focus, or that a threat in focus waits for. */
export function questionsInFocus(analysis: Analysis, focus: ReadonlySet<string> | undefined): readonly Question[] {
  if (!focus) return analysis.questions;
  const waited = new Set(threatsOf(analysis).flatMap(({ subject, asks = [] }) => (focus.has(subject) ? asks : [])));
  return analysis.questions.filter(({ id, about }) => focus.has(about) || waited.has(id));
}

/**
 * The next best question: the first by hidden risk in focus that is not among `already` (asked or passed over today) and that nobody has
 * taken; when all of these are through, one that somebody took. Undefined when nothing is left.
 */
export function nextBestQuestion(
  analysis: Analysis,
  focus: ReadonlySet<string> | undefined,
  already: ReadonlySet<string> = new Set(),
): Question | undefined {
  const left = questionsInFocus(analysis, focus).filter(({ id }) => !already.has(id));
  return left.find(({ owner, overdue }) => owner === undefined || overdue === true) ?? left[0];
}
