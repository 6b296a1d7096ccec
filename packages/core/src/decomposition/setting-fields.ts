// Setting one field of things: what both the command for one and the command for many check and do.
import type { Change } from "../model/changes.ts";
import type { CommandContext } from "../model/command.ts";
import { authenticationProblems } from "../model/entry-point-checks.ts";
import { misshapen, notByHand, notThere, setting } from "../model/field-edits.ts";
import type { Problem } from "../model/problem.ts";
import { type EditableCollection, locate, missingTarget, type Target } from "../model/targets.ts";

/** One field of one thing, and its new value; undefined takes the field away. */
export interface FieldGiven {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  readonly of?: EditableCollection | undefined;
}

/** Why the field cannot be set so, as far as the thing by itself tells. */
export function fieldProblems(given: FieldGiven, { document, knowledge }: CommandContext): readonly Problem[] {
  const target = locate(document, given.id, given.of);
  if (target === undefined) return missingTarget(document, given.id);
  const field = given.field.split(".");
  const refused = [...notByHand(given.id, field), ...notThere(document, target, field, given.value)];
  if (refused.length > 0) return refused;
  return [
    ...misshapen(document, target, setting(target, field, given.value)),
    ...(given.field === "authentication" ? authenticationProblems(knowledge, given.value) : []),
  ];
}

/** The operation that sets the field; only for what `fieldProblems` lets pass. */
export function fieldOperation(given: FieldGiven, { document }: Pick<CommandContext, "document">): Change {
  return setting(locate(document, given.id, given.of) as Target, given.field.split("."), given.value);
}
