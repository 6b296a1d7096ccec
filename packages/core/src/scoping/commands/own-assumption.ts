// Says who answers for an assumption and when it is looked at again.
import * as z from "zod";
import { missingEntry, needsFuture, needsSome } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { date, id, person } from "../../model/fields.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "own-assumption",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Give an assumption its owner and review date",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The assumption"),
  owner: person.optional().describe("Who answers for it"),
  review: date.optional().describe("The day on which it is looked at again, after today"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document, now }) => [
    ...missingEntry("assumption", document.model.assumptions, given.id),
    ...needsSome(given, ["owner", "review"]),
    ...(given.review === undefined ? [] : needsFuture(given.review, now)),
  ],
  (given, { document }) =>
    edit(
      document,
      (["owner", "review"] as const).flatMap((field) =>
        given[field] === undefined ? [] : [set("model.assumptions", given.id, [field], given[field])],
      ),
    ),
);
