// Takes a comment back; only who said it may, and only while nobody answered.
import * as z from "zod";
import { samePerson } from "../../model/authority.ts";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, remove } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "remove-comment",
  version: 1,
  stage: "maintenance",
  member: "threat-model-architect",
  title: "Take a comment of one's own back",
  permission: "propose",
  reads: "document",
};

const input = z.strictObject({ id: id.describe("The comment") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document, by }) => {
    const comments = document.register?.comments;
    const comment = comments?.[given.id];
    if (!comment) return missingEntry("comment", comments, given.id);
    if (!samePerson(document, comment.by, by))
      return [problem("not-permitted", `${comment.by} said that, not ${by}.`, "Resolve it, or answer it.")];
    const answer = Object.values(comments ?? {}).find((other) => other["reply-to"] === given.id);
    if (!answer) return [];
    return [
      problem("not-possible", `${answer.by} answered it.`, "Resolve it instead: the answers make no sense alone."),
    ];
  },
  (given, { document }) => edit(document, [remove("register.comments", given.id)]),
);
