// Which form a question's answer has: one of a few, several of many, or words of one's own.
import type { Knowledge, Question } from "@parapet/core";

export interface Choice {
  readonly value: string;
  /** What it means, where the knowledge says so. */
  readonly say: string | undefined;
}

export interface AnswerForm {
  readonly kind: "one" | "several" | "open";
  readonly choices: readonly Choice[];
}

/** More answers than this are no buttons any more. */
const mostButtons = 9;

/** The form for a question with what it takes for an answer. */
export function answerForm(
  { fact }: Pick<Question, "fact">,
  answers: readonly string[],
  knowledge: Knowledge,
): AnswerForm {
  const pool = knowledge.pools.find(({ id }) => id === fact)?.values as
    | Readonly<Record<string, { readonly say?: string }>>
    | undefined;
  const choices = answers.map((value) => ({ value, say: pool?.[value]?.say ?? natureSaid(value, knowledge) }));
  if (fact === "natures") return { kind: "several", choices };
  if (choices.length < 2 || choices.length > mostButtons) return { kind: "open", choices };
  return { kind: "one", choices };
}

/** A nature is a fact of its own: its sentence says what it means, without the thing that it speaks of. */
function natureSaid(value: string, knowledge: Knowledge): string | undefined {
  return knowledge.facts.find(({ id }) => id === value)?.say.replace(/^\{subject\} /, "");
}

/** The key that gives an answer: Y and N for yes and no, else its number. */
export function keyOfAnswer(value: string, i: number): string {
  if (value === "yes") return "y";
  if (value === "no") return "n";
  return String(i + 1);
}
