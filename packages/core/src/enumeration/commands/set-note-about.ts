// Says what notes of a workshop are about, so that they can be held against what is known of it.
import * as z from "zod";
import { aboutProblems, meantBy } from "../../model/abouts.ts";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, line } from "../../model/fields.ts";
import { notOver, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-note-about",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Say what notes of a workshop are about",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  notes: z.array(id).min(1).max(500).describe("The notes"),
  about: line.describe("The thing, threat or question that they are about"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    if (refused.length > 0) return refused;
    const { notes } = workshopOf(document, given.workshop) ?? {};
    const missing = given.notes.flatMap((note) => missingEntry("note", notes, note, "notes"));
    return [...aboutProblems(document, given.about), ...missing.slice(0, 20)];
  },
  (given, { document }) => {
    const about = meantBy(document, given.about);
    return edit(
      document,
      given.notes.map((note) => set("register.workshops", given.workshop, ["notes", note, "about"], about)),
    );
  },
);
