// Writes a note of a workshop down: what somebody thinks can go wrong, before it is talked about.
import * as z from "zod";
import { aboutProblems, meantBy } from "../../model/abouts.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, set, without } from "../../model/edits.ts";
import { id, line, text } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { heardFrom, speaking } from "../../model/spoken.ts";
import { notOver, saidId, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-note",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Write a note in a workshop",
  permission: "propose",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  text: text.describe("What can go wrong, in a sentence"),
  about: line.optional().describe("The thing, threat or question that it is about"),
  "said-by": heardFrom,
  id: id.optional().describe("Short id; made from what is said when absent"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const { document } = context;
    const refused = [...notOver(document, given.workshop), ...aboutProblems(document, given.about)];
    const { notes = {} } = workshopOf(document, given.workshop) ?? {};
    if (refused.length > 0 || !Object.hasOwn(notes, idOf(given, context))) return refused;
    return [
      problem("duplicate-id", "The same note is there already.", "Write it once, or with another id.", at("text")),
    ];
  },
  (given, context) => {
    const about = given.about === undefined ? undefined : meantBy(context.document, given.about);
    const value = without({ text: given.text, ...speaking(context, given["said-by"]), about });
    const place = ["notes", idOf(given, context)];
    return edit(context.document, [set("register.workshops", given.workshop, place, value)]);
  },
);

function idOf(given: Given, context: CommandContext): string {
  return given.id ?? saidId("n", [given.text, given.about, speaking(context, given["said-by"]).by]);
}
