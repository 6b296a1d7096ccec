// Notes in a workshop what was decided in it; the decision itself is its own command.
import * as z from "zod";
import { aboutProblems, meantBy } from "../../model/abouts.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set, without } from "../../model/edits.ts";
import { id, text } from "../../model/fields.ts";
import { decidedKey } from "../../model/workshop.ts";
import { notOver } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "note-decision",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Note what was decided in a workshop",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  decided: z
    .array(decidedKey)
    .min(1)
    .max(500)
    .describe("Threats, questions, mitigations or things that were decided on"),
  note: text.optional().describe("What was decided, in a sentence, where the decision itself does not say it"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    if (refused.length > 0) return refused;
    return given.decided.flatMap((key) => aboutProblems(document, key, "decided")).slice(0, 20);
  },
  (given, { document, by }) =>
    edit(
      document,
      given.decided.map((key) =>
        set(
          "register.workshops",
          given.workshop,
          ["decided", meantBy(document, key)],
          without({ by, note: given.note }),
        ),
      ),
    ),
);
