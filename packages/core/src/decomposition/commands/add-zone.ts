// Adds a trust zone; its border is a trust boundary.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { isTaken, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { problemsOf, valueOf } from "../../model/problem.ts";
import { zoneKinds } from "../../model/vocabulary.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-zone",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Add a trust zone",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  kind: z.enum(zoneKinds).optional().describe("What kind of place it is"),
  in: id.optional().describe("The zone that it lies in"),
  allows: idSet.optional().describe("The flows that its border lets through; a zone that states them is a segment"),
});

function idOf(given: z.infer<typeof input>, document: Document) {
  const laid = effective(document);
  const named = { id: given.id, title: given.title };
  return newId(named, { zone: given.in, kind: "zone" }, (other) => isTaken(document, laid, other));
}

function operations(given: z.infer<typeof input>, document: Document) {
  const { id: _, ...rest } = given;
  return [put("model.zones", valueOf(idOf(given, document)), rest)];
}

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = problemsOf(idOf(given, document));
    if (refused.length > 0) return refused;
    return breaks(document, operations(given, document));
  },
  (given, { document }) => edit(document, operations(given, document)),
);
