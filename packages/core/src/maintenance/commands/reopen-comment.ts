// Says that a comment is not dealt with after all.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "reopen-comment",
  version: 1,
  stage: "maintenance",
  member: "threat-model-architect",
  title: "Say that a comment is not dealt with after all",
  permission: "propose",
  reads: "document",
};

const input = z.strictObject({ id: id.describe("The comment") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => missingEntry("comment", document.register?.comments, given.id),
  (given, { document }) => edit(document, [set("register.comments", given.id, ["resolved"], undefined)]),
);
