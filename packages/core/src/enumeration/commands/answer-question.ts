// Answers questions: states a fact, fills in a field of the drawing, says who may come in, or names who finds out until when.
import * as z from "zod";
import { answered, isStated, noAnswer, nobodyAsks, promised, promiseKept, takenBack } from "../../model/answers.ts";
import { breaks } from "../../model/breaks.ts";
import { at, missingThings, needsOwner, notPast } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, id, idSet, person, text, threatKey } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { carryReviews } from "../../model/reviews.ts";
import { heardFrom } from "../../model/spoken.ts";
import { notOver } from "../../model/workshops.ts";
import { answeredIn } from "../room-answers.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "answer-question",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Answer questions, or say who will find out",
  permission: "edit",
  reads: "analysis",
};

const input = z.strictObject({
  ids: z.array(threatKey).min(1).max(2000).describe("Questions, as fact@thing, fact@model, access@entry-point"),
  value: z
    .string()
    .min(1)
    .max(2000)
    .describe("yes, no, not-applicable, a value of the pool or field, role=yes,role=no, or dont-know"),
  when: text.optional().describe("The condition, when the value is when"),
  why: text.optional().describe("How it is known; required for not-applicable"),
  partly: idSet.min(1).optional().describe("The things on which the countermeasure is missing"),
  owner: person.optional().describe("Who finds out; required for dont-know"),
  due: date.optional().describe("Until when; required for dont-know"),
  "said-by": heardFrom,
  workshop: id.optional().describe("The workshop in which it is answered: its minutes name the answer"),
});
type Given = z.infer<typeof input>;

const unknownIsNone = problem(
  "not-in-list",
  "unknown is no answer.",
  `Answer ${noAnswer}, with who finds out (owner) and by when (due).`,
  at("value"),
);

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const over = given.workshop === undefined ? [] : notOver(context.document, given.workshop);
    if (over.length > 0) return over;
    if (given.value === noAnswer) return promiseProblems(given, context);
    if (given.value === "unknown") return [unknownIsNone];
    const answers = given.ids.map((question) => answered(question, given, context));
    const problems = answers.flatMap((answer) => answer.problems);
    if (problems.length > 0) return problems;
    const missing = missingThings(effective(context.document), "partly", given.partly);
    return [
      ...missing,
      ...breaks(
        context.document,
        answers.flatMap(({ operations }) => operations),
      ),
    ];
  },
  (given, context) => {
    const { document } = context;
    if (given.value === noAnswer) {
      const { owner = context.by, due = context.now } = given;
      return edit(document, [
        ...given.ids.flatMap((question) => [
          ...takenBack(question, given, context),
          promised(question, { ...given, owner, due }, context),
        ]),
        ...answeredIn(given, context),
      ]);
    }
    const answers = given.ids.map((question) => answered(question, given, context));
    const operations = answers.flatMap((answer) => answer.operations);
    const filled = new Set(answers.flatMap((answer) => answer.filled));
    return edit(document, [
      ...operations,
      ...carryReviews(document, operations, filled),
      ...given.ids.flatMap((question) => promiseKept(document, question)),
      ...answeredIn(given, context),
    ]);
  },
);

/** Nobody knows: then somebody finds out, until a day. */
function promiseProblems(given: Given, context: CommandContext): readonly Problem[] {
  const known = new Set(context.analysis().questions.map((question) => question.id));
  const due =
    given.due === undefined
      ? [problem("missing-key", "No due date is given.", "Say by when it is found out.", at("due"))]
      : [];
  return [
    ...given.ids.flatMap((question) =>
      known.has(question) || isStated(question, context.document) ? [] : [nobodyAsks(question, context)],
    ),
    ...needsOwner(given.owner),
    ...due,
    ...notPast(given.due, context.now),
  ];
}
