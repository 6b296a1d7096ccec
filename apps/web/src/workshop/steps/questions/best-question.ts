// Which question is asked next: those on which a listed threat hangs come before those that only tell whether something applies at all. Pure.
import { type Analysis, type Question, questionsInFocus } from "@parapet/core";
import { pressing } from "../../../rooms/enumeration/pressing.ts";

type Focus = ReadonlySet<string> | undefined;

/** The first in the queue that was not gone through today and that nobody has taken; else one that somebody took. */
export function bestQuestion(analysis: Analysis, focus: Focus, passed: readonly string[]): Question | undefined {
  const left = queueOf(analysis, focus).filter(({ id }) => !passed.includes(id));
  const free = left.filter(({ owner, overdue }) => owner === undefined || overdue === true);
  return free.find(pressing) ?? left.find(pressing) ?? free[0] ?? left[0];
}

/** All questions in focus, in the order in which they are asked. */
export function queueOf(analysis: Analysis, focus: Focus): readonly Question[] {
  const all = questionsInFocus(analysis, focus);
  return [...all.filter(pressing), ...all.filter((question) => !pressing(question))];
}
