// Names an attacker: where they start, what they can do, what they want.
import * as z from "zod";
import { missingThings, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, line, text } from "../../model/fields.ts";
import { attacker } from "../../model/people.ts";
import { problemsOf, valueOf } from "../../model/problem.ts";
import { zoneKinds } from "../../model/vocabulary.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-attacker",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Name an attacker",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("Who it is"),
  description: text.optional().describe("What is known about them"),
  starts: line.optional().describe("A zone, a kind of zone, or an element: where they are to begin with"),
  capability: attacker.shape.capability.describe("How much they can do"),
  motive: line.optional().describe("What they want"),
});

const idOf = (given: z.infer<typeof input>, { document }: CommandContext) =>
  newId(given, { kind: "attacker" }, (other) => Object.hasOwn(document.model.attackers ?? {}, other));

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const kind = (zoneKinds as readonly string[]).includes(given.starts ?? "");
    return [
      ...problemsOf(idOf(given, context)),
      ...(kind ? [] : missingThings(effective(context.document), "starts", given.starts, ["zones", "elements"])),
    ];
  },
  (given, context) => {
    const { id: _, ...rest } = given;
    return edit(context.document, [put("model.attackers", valueOf(idOf(given, context)), rest)]);
  },
);
