// One question explained: why it is asked, what each answer means, and the threats that wait for it.
import { type Analysis, answersOf, type Knowledge, type Question, type Texts } from "@parapet/core";
import { bold, dim, hanging } from "./style.ts";
import { questionLine } from "./summary.ts";

export interface AskedInput {
  readonly question: Question;
  /** The ids of the threats that wait for it. */
  readonly settles: readonly string[];
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly texts: Texts;
}

/** How many of the threats that wait are listed. */
const most = 12;

/** The explanation for people. */
export function questionExplained({ question, settles, analysis, knowledge, texts }: AskedInput): string {
  const why = texts.facts[question.fact]?.why;
  const sections = [
    [questionLine(question)],
    why ? [bold("Why it is asked"), hanging("  ", 2, why)] : [],
    [bold("What can be answered"), ...answerLines(answersOf(analysis, question), question, knowledge)],
    settles.length === 0 ? [] : [bold("What waits for it"), ...settles.slice(0, most).map((id) => `  ${id}`)],
    settles.length > most ? [dim(`  and ${settles.length - most} more: parapet threats --status asked`)] : [],
    [dim(`parapet answer ${question.id} ANSWER`)],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function answerLines(answers: readonly string[], { fact }: Question, knowledge: Knowledge): readonly string[] {
  const values = knowledge.pools.find(({ id }) => id === fact)?.values;
  const lines = answers.map((id) => {
    const say = values?.[id]?.say;
    return hanging("  ", 4, say ? `${bold(id)}: ${say}` : bold(id));
  });
  const words = answers.length === 0 ? ["  ids of the model, or words"] : [];
  return [...words, ...lines, hanging("  ", 4, `${bold("dont-know")}: it stays asked, with who finds out`)];
}
