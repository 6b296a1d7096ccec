// Sets or takes away one field of one thing in model.yaml; overriding what a source shows is allowed and shows as drift.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";
import { editableCollections } from "../../model/targets.ts";
import { type FieldGiven, fieldOperation, fieldProblems } from "../setting-fields.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-field",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Set or take away one field of one thing",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The thing"),
  field: z
    .string()
    .regex(/^[a-z][a-z-]*(\.[a-z][a-z0-9-]*)?$/)
    .describe("The field; access.ROLE for one role of an entry point"),
  value: z.json().optional().describe("The new value; absent or null takes the field away"),
  of: z.enum(editableCollections).optional().describe("The collection, when a role or person has the id of a thing"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const wrong = fieldProblems(wanted(given), context);
    return wrong.length > 0 ? wrong : breaks(context.document, [fieldOperation(wanted(given), context)]);
  },
  (given, context) => edit(context.document, [fieldOperation(wanted(given), context)]),
);

function wanted(given: z.infer<typeof input>): FieldGiven {
  return { ...given, value: given.value ?? undefined };
}
