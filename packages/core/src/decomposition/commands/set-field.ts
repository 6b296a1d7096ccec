// Sets or takes away one field of one thing in model.yaml; overriding what a source shows is allowed and shows as drift.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { authenticationProblems } from "../../model/entry-point-checks.ts";
import { misshapen, notByHand, notThere, setting } from "../../model/field-edits.ts";
import { id } from "../../model/fields.ts";
import { editableCollections, locate, missingTarget, type Target } from "../../model/targets.ts";

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
  (given, { document, knowledge }) => {
    const target = locate(document, given.id, given.of);
    if (target === undefined) return missingTarget(document, given.id);
    const field = given.field.split(".");
    const refused = [...notByHand(given.id, field), ...notThere(document, target, field, given.value ?? undefined)];
    if (refused.length > 0) return refused;
    const operation = setting(target, field, given.value ?? undefined);
    const wrong = [
      ...misshapen(document, target, operation),
      ...(given.field === "authentication" ? authenticationProblems(knowledge, given.value) : []),
    ];
    return wrong.length > 0 ? wrong : breaks(document, [operation]);
  },
  (given, { document }) => {
    const target = locate(document, given.id, given.of) as Target;
    return edit(document, [setting(target, given.field.split("."), given.value ?? undefined)]);
  },
);
