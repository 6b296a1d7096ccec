// The order in which the ten questions are gone through.
import { type IntakeAnswer, type IntakeQuestion, intakeQuestions } from "@parapet/core";

export type IntakeGiven = Readonly<Partial<Record<IntakeQuestion, IntakeAnswer>>>;

/** The next question after one that nobody answered yet, round the end; undefined when none is left. */
export function nextOpen(given: IntakeGiven, after: IntakeQuestion): IntakeQuestion | undefined {
  const from = intakeQuestions.indexOf(after);
  const round = [...intakeQuestions.slice(from + 1), ...intakeQuestions.slice(0, from)];
  return round.find((question) => (given[question] ?? "unknown") === "unknown");
}
