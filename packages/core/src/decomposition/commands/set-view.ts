// Changes a view of the diagram: its title, what it shows, what it hides. Layout only.
import * as z from "zod";
import { missingEntry, needsSome } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { shown } from "../../model/diagram.ts";
import { edit, put } from "../../model/edits.ts";
import { id, idSet, line } from "../../model/fields.ts";
import { viewProblems } from "../diagram-views.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-view",
  version: 1,
  stage: "decomposition",
  member: "threat-model-architect",
  title: "Change a view of the diagram",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The view"),
  title: line.optional().describe("What people call it"),
  shows: shown.optional().describe("All that it shows from now on"),
  hides: idSet.optional().describe("All that it hides from now on; [] is nothing"),
  whole: z.boolean().optional().describe("It shows the whole diagram from now on"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const missing = missingEntry("view", document.diagram?.views, given.id);
    if (missing.length > 0) return missing;
    const some = needsSome(given, ["title", "shows", "hides", "whole"]);
    return some.length > 0 ? some : viewProblems(document, given);
  },
  (given, { document }) => {
    const before = document.diagram?.views?.[given.id];
    const title = given.title ?? before?.title;
    const shows = given.shows ?? (given.whole ? undefined : before?.shows);
    return edit(document, [put("diagram.views", given.id, { title, shows, hides: given.hides ?? before?.hides })]);
  },
);
