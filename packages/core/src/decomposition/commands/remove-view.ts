// Removes a view of the diagram; what it showed stays. Layout only.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, remove } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "remove-view",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Remove a view of the diagram",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({ id: id.describe("The view") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => missingEntry("view", document.diagram?.views, given.id),
  (given, { document }) => edit(document, [remove("diagram.views", given.id)]),
);
