// Sets or takes away one field of several things at once, or adds and takes members of their lists.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { isSetKey } from "../../model/changes.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, idSet } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { mapOf } from "../../model/statements.ts";
import { locate } from "../../model/targets.ts";
import { type FieldGiven, fieldOperation, fieldProblems } from "../setting-fields.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-fields",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Set or take away one field of several things",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  ids: z.array(id).min(1).max(2000).describe("The things"),
  field: z
    .string()
    .regex(/^[a-z][a-z-]*(\.[a-z][a-z0-9-]*)?$/)
    .describe("The field; access.ROLE for one role of entry points"),
  value: z.json().optional().describe("The new value; null takes the field away where the model says it"),
  add: idSet.min(1).optional().describe("Instead of a value: members that the list of each gets"),
  take: idSet.min(1).optional().describe("Instead of a value: members that leave the list of each"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const misused = misuse(given);
    if (misused.length > 0) return misused;
    const wrong = each(given, context.document).flatMap((one) => fieldProblems(one, context));
    if (wrong.length > 0) return wrong.slice(0, 20);
    return breaks(
      context.document,
      each(given, context.document).map((one) => fieldOperation(one, context)),
    );
  },
  (given, context) =>
    edit(
      context.document,
      each(given, context.document).map((one) => fieldOperation(one, context)),
    ),
);

function misuse({ field, value, add, take }: Given): readonly Problem[] {
  const members = add !== undefined || take !== undefined;
  if (members === (value !== undefined))
    return [problem("bad-argument", "Either a value or members are set.", "Give value, or add and take.", at("value"))];
  if (!members || isSetKey(field)) return [];
  return [problem("not-possible", `${field} is no list of ids.`, "Give its value instead.", at("field"))];
}

/** What is set of each thing. Taking away passes over things that say nothing; several names of one thing count once. */
function each({ ids, field, value, add = [], take = [] }: Given, document: Document): readonly FieldGiven[] {
  const { resolve } = effective(document);
  return [...new Set(ids.map((one) => locate(document, resolve(one))?.id ?? one))].flatMap((one): FieldGiven[] => {
    if (value === null) return says(document, one, field) ? [{ id: one, field, value: undefined }] : [];
    if (value !== undefined) return [{ id: one, field, value }];
    const now = valueOf(document, one, field);
    const kept = (Array.isArray(now) ? (now as string[]) : []).filter((member) => !take.includes(member));
    const next = [...new Set([...kept, ...add])];
    return now === undefined && next.length === 0 ? [] : [{ id: one, field, value: next }];
  });
}

function says(document: Document, thing: string, field: string): boolean {
  return locate(document, thing) === undefined || valueOf(document, thing, field) !== undefined;
}

/** The field of a thing as the effective model has it. */
function valueOf(document: Document, thing: string, path: string): unknown {
  const laid = effective(document);
  const target = locate(document, thing);
  if (!target) return undefined;
  const collection = laid.collectionOf.get(target.id);
  const value = (
    collection === target.collection
      ? mapOf(laid, collection).get(target.id)?.value
      : document.model[target.collection]?.[target.id]
  ) as Readonly<Record<string, unknown>> | undefined;
  const [field = "", part] = path.split(".");
  const found = value?.[field];
  return part === undefined ? found : (found as Readonly<Record<string, unknown>> | undefined)?.[part];
}
