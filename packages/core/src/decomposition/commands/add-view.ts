// Adds a view: a part of the diagram that is looked at by itself. Layout only.
import * as z from "zod";
import { newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { shown } from "../../model/diagram.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { id, idSet, line } from "../../model/fields.ts";
import { problemsOf, type Result, valueOf } from "../../model/problem.ts";
import { viewProblems } from "../diagram-views.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-view",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Add a view of the diagram",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.describe("What people call it"),
  shows: shown.optional().describe("Zones, elements, flows and a feature, shown together; absent is the whole diagram"),
  hides: idSet.optional().describe("What is left out although it would be shown"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => [...problemsOf(idOf(given, document)), ...viewProblems(document, given)],
  (given, { document }) => {
    const { title, shows, hides } = given;
    return edit(document, [put("diagram.views", valueOf(idOf(given, document)), { title, shows, hides })]);
  },
);

function idOf({ id: wanted, title }: Given, document: Document): Result<string> {
  return newId({ id: wanted, title }, { kind: "view" }, (other) => Object.hasOwn(document.diagram?.views ?? {}, other));
}
