// Names a role: a kind of access that somebody has to the system.
import * as z from "zod";
import { newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, line, text } from "../../model/fields.ts";
import { problemsOf } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-role",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Add a role that reaches the system",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("Short id, as access tables name it"),
  title: line.optional().describe("The role's name"),
  description: text.optional().describe("Who has this role"),
  privileged: z.enum(["yes", "no"]).optional().describe("Whether it can do what ordinary roles cannot"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => problemsOf(newId(given, { kind: "role" }, (other) => effective(document).roles.has(other))),
  ({ id: role, ...given }, { document }) => edit(document, [put("model.roles", role, given)]),
);
