// Writes down what the model takes for granted, and what rests on it.
import * as z from "zod";
import { assumption } from "../../model/assumption.ts";
import { needsFuture, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { date, id, person, text, threatKey } from "../../model/fields.ts";
import { problemsOf, valueOf } from "../../model/problem.ts";
import { factProblems } from "../../model/statements.ts";
import { restableKey, restableProblems } from "../resting-threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-assumption",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Write down an assumption and what rests on it",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the text when absent"),
  text: text.describe("What is taken for granted, in a sentence"),
  kind: assumption.shape.kind.describe("What it is about"),
  owner: person.optional().describe("Who answers for it"),
  review: date.optional().describe("The day on which it is looked at again"),
  facts: assumption.shape.facts.describe("Thing (or model) → the facts that rest on it"),
  threats: z
    .array(threatKey)
    .min(1)
    .max(500)
    .optional()
    .describe("The threats written down by hand that rest on it, as by-hand-slug@thing"),
});

const idOf = (given: z.infer<typeof input>, { document }: CommandContext) =>
  newId({ id: given.id, title: given.text }, { kind: given.kind ?? "assumption" }, (other) =>
    Object.hasOwn(document.model.assumptions ?? {}, other),
  );

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => [
    ...problemsOf(idOf(given, context)),
    ...(given.review === undefined ? [] : needsFuture(given.review, context.now)),
    ...Object.entries(given.facts ?? {}).flatMap(([subject, stated]) =>
      factProblems(context, subject, stated, "facts"),
    ),
    ...restableProblems(context.document, given.threats ?? []),
  ],
  (given, context) => {
    const { id: _, threats, ...rest } = given;
    const resting = threats && {
      threats: [...new Set(threats.map((one) => restableKey(context.document, one) ?? one))],
    };
    const value = { ...rest, ...resting, by: context.by, on: context.now };
    return edit(context.document, [put("model.assumptions", valueOf(idOf(given, context)), value)]);
  },
);
