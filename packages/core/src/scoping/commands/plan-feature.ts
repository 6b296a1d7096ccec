// Names a planned feature with what it adds to the system and what it changes in it.
import * as z from "zod";
import { at, isTaken, missingThings, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { type Effective, effective } from "../../model/effective.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { type Problem, problem, problemsOf, valueOf } from "../../model/problem.ts";
import { thingOf } from "../../model/statements.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "plan-feature",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Plan a feature: what it adds and what it changes",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.describe("The feature in a few words"),
  description: text.optional().describe("What it does"),
  ticket: line.optional().describe("The ticket that asks for it"),
  adds: idSet.optional().describe("Planned things that come with it"),
  changes: idSet.optional().describe("Things that it changes"),
  why: text.optional().describe("Why it is wanted"),
});

const idOf = (given: z.infer<typeof input>, { document }: CommandContext) => {
  const laid = effective(document);
  return newId(given, { kind: "feature" }, (other) => isTaken(document, laid, other));
};

function notPlanned(laid: Effective, added: readonly string[] | undefined): readonly Problem[] {
  return (added ?? []).flatMap((name) => {
    const thing = thingOf(laid, name);
    if (thing === undefined || thing.state === "planned") return [];
    const fix = `Name it under changes, or set its state to planned first (set-field ${name} state planned).`;
    return [problem("not-possible", `${name} is built already, so that no feature can add it.`, fix, at("adds"))];
  });
}

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const laid = effective(context.document);
    return [
      ...problemsOf(idOf(given, context)),
      ...missingThings(laid, "adds", given.adds),
      ...missingThings(laid, "changes", given.changes),
      ...notPlanned(laid, given.adds),
    ];
  },
  (given, context) => {
    const { id: _, ...rest } = given;
    return edit(context.document, [
      put("model.features", valueOf(idOf(given, context)), { ...rest, state: "planned" }),
    ]);
  },
);
