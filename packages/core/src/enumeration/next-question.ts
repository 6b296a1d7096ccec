// The question to ask next in a workshop: the one that hides most risk, of what is in focus, that was not asked yet.
import type { Analysis, Question } from "../analysis/result.ts";
import { threatsOf } from "../model/expand.ts";

/** True for each question that is about something in focus, or that a threat in focus waits for. */
export function questionsInFocus(analysis: Analysis, focus: ReadonlySet<string> | undefined): readonly Question[] {
  if (!focus) return analysis.questions;
  const waited = new Set(threatsOf(analysis).flatMap(({ subject, asks = [] }) => (focus.has(subject) ? asks : [])));
  return analysis.questions.filter(({ id, about }) => focus.has(about) || waited.has(id));
}

/** True for questions on which a listed threat hangs, or that contradict; the others only tell whether something applies at all. */
export function isPressing({ settles, latent, contradiction }: Question): boolean {
  return settles > 0 || latent === 0 || contradiction !== undefined;
}

/** The questions in focus as people go through them: pressing ones first, by hidden risk within each part. */
export function questionQueue(analysis: Analysis, focus: ReadonlySet<string> | undefined): readonly Question[] {
  const all = questionsInFocus(analysis, focus);
  return [...all.filter(isPressing), ...all.filter((question) => !isPressing(question))];
}

/**
 * The next best question: the first of the queue that is not among `already` (asked or passed over today) and that nobody has taken;
 * one that somebody took when no other is as pressing. Undefined when nothing is left.
 */
export function nextBestQuestion(
  analysis: Analysis,
  focus: ReadonlySet<string> | undefined,
  already: ReadonlySet<string> = new Set(),
): Question | undefined {
  const left = questionQueue(analysis, focus).filter(({ id }) => !already.has(id));
  const free = left.filter(({ owner, overdue }) => owner === undefined || overdue === true);
  return free.find(isPressing) ?? left.find(isPressing) ?? free[0] ?? left[0];
}
