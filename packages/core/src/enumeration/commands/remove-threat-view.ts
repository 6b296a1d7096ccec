// Removes a saved view of the register; the threats stay.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, remove } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "remove-threat-view",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Remove a saved view of the threats",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({ id: id.describe("The view") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => missingEntry("view", document.register?.views, given.id),
  (given, { document }) => edit(document, [remove("register.views", given.id)]),
);
