// Adds a dependency: a library, image, service, platform, model or build tool that others make.
import * as z from "zod";
import { breaks } from "../../model/breaks.ts";
import { isTaken, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { id, idSet, line, text } from "../../model/fields.ts";
import { problemsOf, valueOf } from "../../model/problem.ts";
import { dependencyKinds } from "../../model/vocabulary.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-dependency",
  version: 1,
  stage: "decomposition",
  member: "attack-surface-mapper",
  title: "Add something that others make and the system uses",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.optional().describe("What people call it"),
  description: text.optional().describe("What it is, in a sentence"),
  kind: z.enum(dependencyKinds).describe("What kind of dependency it is"),
  "used-by": idSet.optional().describe("The elements that use it; [] is none, absent is unknown"),
  element: id.optional().describe("The element that stands for it in the diagram"),
  version: line.optional().describe("The version in use"),
  state: z.enum(["built", "planned"]).optional().describe("planned: analysed only with the feature that adds it"),
});

function idOf(given: z.infer<typeof input>, document: Document) {
  const laid = effective(document);
  const named = { id: given.id, title: given.title };
  return newId(named, { zone: undefined, kind: given.kind }, (other) => isTaken(document, laid, other));
}

function operations(given: z.infer<typeof input>, document: Document) {
  const { id: _, ...rest } = given;
  return [put("model.dependencies", valueOf(idOf(given, document)), rest)];
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
