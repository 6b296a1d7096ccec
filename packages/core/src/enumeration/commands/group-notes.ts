// Puts notes that mean the same together, and takes them apart again.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, line } from "../../model/fields.ts";
import { notOver, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "group-notes",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Put notes of a workshop together, or take them apart",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  notes: z.array(id).min(1).max(500).describe("The notes"),
  group: line.optional().describe("What they have in common, in a few words; absent takes them out of their groups"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    if (refused.length > 0) return refused;
    const { notes } = workshopOf(document, given.workshop) ?? {};
    return given.notes.flatMap((note) => missingEntry("note", notes, note, "notes")).slice(0, 20);
  },
  (given, { document }) =>
    edit(
      document,
      given.notes.map((note) => set("register.workshops", given.workshop, ["notes", note, "group"], given.group)),
    ),
);
