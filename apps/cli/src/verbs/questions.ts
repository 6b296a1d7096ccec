// questions: what is asked, by the risk that it hides, with what each takes for an answer.
import { answersOf, type Document, nameOfPerson, type Question } from "@parapet/core";
import type { Command } from "commander";
import { bold, count, dim, hanging, risk } from "../print/style.ts";
import { questionLine } from "../print/summary.ts";
import { matching, queryOf, strangers, withQuery } from "../query.ts";
import { collect, limitOption, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(command, ["status", "finding"])
      .option("--for <job>", "those for engineers, security, operations …", collect)
      .option("--latent", "also those that only tell whether something applies at all")
      .option("--limit <n>", "how many to print (default 10)")
      .addHelpText(
        "after",
        "\nExample:\n  parapet questions --for operations --limit 5\nWhat each answer means: parapet explain QUESTION.",
      ),
  run: async (session, _args, options: Options) => {
    const limit = limitOption(options, 10);
    if (!limit.ok) return session.fail(limit.problems);
    const query = queryOf(options);
    if (!query.ok) return session.fail(query.problems);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const analysis = opened.value.analysis();
    const strange = strangers(query.value, analysis, opened.value.knowledge);
    if (strange.length > 0) return session.fail(strange);
    const asking = query.value
      ? new Set(matching(analysis, query.value).flatMap((threat) => threat.asks ?? []))
      : undefined;
    const jobs = listOption(options, "for");
    const fits = (question: Question): boolean =>
      (asking === undefined || asking.has(question.id)) && (jobs.length === 0 || jobs.includes(question.for));
    const all = analysis.questions.filter(fits);
    const pressing =
      options.latent === true || session.json
        ? all
        : all.filter(
            (question) => question.settles > 0 || question.latent === 0 || question.contradiction !== undefined,
          );
    const left = all.length - pressing.length;
    const shown = pressing.slice(0, limit.value);
    const total = all.reduce((sum, question) => sum + question.riskHeld, 0);
    const hidden = pressing.reduce((sum, question) => sum + question.riskHeld, 0);
    const lines = shown.map(
      (question) =>
        `${questionLine(question)}\n${dim(hanging("    ", 4, howTo(answersOf(analysis, question))))}${promised(opened.value.document, question)}`,
    );
    const rest = pressing.length - shown.length;
    const text = [
      pressing.length === 0
        ? dim("No question.")
        : `${bold(count(pressing.length, "question"))} that ${pressing.length === 1 ? "hides" : "hide"} risk ${risk(hidden)}`,
      "",
      ...lines,
      ...(rest > 0 ? [dim(`and ${rest} more; --limit ${pressing.length} lists all`)] : []),
      ...(left > 0
        ? [
            dim(
              hanging(
                "",
                0,
                `${left} more only ${left === 1 ? "tells" : "tell"} whether something applies at all; ${left === 1 ? "it hides" : "they hide"} risk ${risk(total - hidden)} (--latent)`,
              ),
            ),
          ]
        : []),
    ].join("\n");
    const listed = options.limit === undefined ? pressing : shown;
    return session.say(
      {
        questions: listed.map((question) => ({ ...question, answers: answersOf(analysis, question) })),
        total: pressing.length,
      },
      text,
    );
  },
};

function howTo(answers: readonly string[]): string {
  if (answers.length === 1)
    return `answer: ${answers[0]} when there is none, or dont-know; what there is, draw (element add, entry-point add, dependency add)`;
  return answers.length === 0 ? "answer: ids of the model, or words" : `answer: ${answers.join(" · ")}, or dont-know`;
}

function promised(document: Document, question: Question): string {
  const line = question.contradiction
    ? `contradicts: declared ${question.contradiction.declared}, ${question.contradiction.where} shows ${question.contradiction.observed}; use settle`
    : question.owner
      ? `${nameOfPerson(document, question.owner)} finds out by ${question.due}${question.overdue ? " (overdue)" : ""}`
      : undefined;
  return line === undefined ? "" : `\n${hanging("    ", 4, line)}`;
}
