// Puts notes that mean the same together, takes them apart again, or says what they are about.
import * as z from "zod";
import { aboutProblems, meantBy } from "../../model/abouts.ts";
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
  title: "Put notes of a workshop together, or say what they are about",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  notes: z.array(id).min(1).max(500).describe("The notes"),
  group: line.optional().describe("What they have in common, in a few words; absent takes them out of their groups"),
  about: line
    .optional()
    .describe("The thing, threat or question that they are about; without a group they stay in the one that they have"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    if (refused.length > 0) return refused;
    const { notes } = workshopOf(document, given.workshop) ?? {};
    const unknown = aboutProblems(document, given.about);
    if (unknown.length > 0) return unknown;
    return given.notes.flatMap((note) => missingEntry("note", notes, note, "notes")).slice(0, 20);
  },
  (given, { document }) =>
    edit(
      document,
      given.notes.flatMap((note) => {
        const put = (field: string, value: string | undefined) =>
          set("register.workshops", given.workshop, ["notes", note, field], value);
        const { about, group } = given;
        if (about === undefined) return [put("group", group)];
        return [...(group === undefined ? [] : [put("group", group)]), put("about", meantBy(document, about))];
      }),
    ),
);
