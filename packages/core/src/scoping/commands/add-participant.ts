// Names a person who takes part in the threat model.
import * as z from "zod";
import { newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { id, line } from "../../model/fields.ts";
import { problemsOf, valueOf } from "../../model/problem.ts";
import { jobs } from "../../model/vocabulary.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-participant",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Add a person who takes part",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the name when absent"),
  name: line.optional().describe("The person's name"),
  team: line.optional().describe("The team that the person belongs to"),
  job: z.enum(jobs).optional().describe("What the person does in the team"),
  senior: z.enum(["yes", "no"]).optional().describe("Whether the person is a senior of that team"),
  email: line.optional().describe("The address that commits and mails carry"),
});

const idOf = (given: z.infer<typeof input>, { document }: CommandContext) =>
  newId({ id: given.id, title: given.name }, { kind: given.job ?? "participant" }, (other) =>
    Object.hasOwn(document.model.participants ?? {}, other),
  );

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => problemsOf(idOf(given, context)),
  ({ id: _, ...given }, context) =>
    edit(context.document, [put("model.participants", valueOf(idOf({ id: _, ...given }, context)), given)]),
);
