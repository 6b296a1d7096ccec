// Removes a thing that nothing else names; what a source shows is left out with a reason instead.
import * as z from "zod";
import { at, needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { takenOffDiagram } from "../../model/diagram-edits.ts";
import type { Document } from "../../model/document.ts";
import { edit, put, remove } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, text } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { referrersOf, referrersOfRole } from "../../model/referrers.ts";
import { editableCollections, isThing, locate, missingTarget, type Target } from "../../model/targets.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "remove-thing",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Remove a thing that nothing else names",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The thing"),
  why: text.optional().describe("Why what a source shows is left out; required for such a thing"),
  of: z.enum(editableCollections).optional().describe("The collection, when a role or person has the id of a thing"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const target = locate(document, given.id, given.of);
    if (target === undefined) return missingTarget(document, given.id);
    const referrers = namedBy(document, target);
    if (referrers.length > 0) {
      const say = `${target.id} is named by ${listed(referrers)}.`;
      return [problem("not-possible", say, "Change or remove these first.", at("id"))];
    }
    return target.observed.length > 0 ? observedProblems(target, given.why) : [];
  },
  (given, { document }) => {
    const target = locate(document, given.id, given.of) as Target;
    const collection = `model.${target.collection}`;
    return edit(document, [
      ...target.declared.map((key) => remove(collection, key)),
      ...target.observed.map((key) => put(collection, key, { ignore: given.why })),
      ...(isThing(target.collection) || target.collection === "features"
        ? takenOffDiagram(document, new Set([target.id, ...target.declared, ...target.observed]))
        : []),
    ]);
  },
);

function namedBy(document: Document, target: Target): readonly string[] {
  const laid = effective(document);
  if (target.collection === "roles") return referrersOfRole(laid, target.id);
  if (!isThing(target.collection)) return [];
  return referrersOf(document, laid, target.id, target.observed.length > 0 ? "declared" : "value");
}

function observedProblems(target: Target, why: string | undefined): readonly Problem[] {
  if (target.collection === "roles") {
    const say = `The role ${target.id} is shown by a source.`;
    return [problem("not-possible", say, "Say in access who has it (set-field ENTRY-POINT access.ROLE no).", at("id"))];
  }
  return needsReason(why, `leaving out ${target.id}, which a source shows`);
}

function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(", ")} and ${names.length - 8} more` : names.join(", ");
}
