// Says something about a thing, a threat, a question or the model; pinned to a place of the drawing or not.
import * as z from "zod";
import { aboutProblems, meantBy } from "../../model/abouts.ts";
import { at, missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { point } from "../../model/diagram.ts";
import { shortDigest } from "../../model/digest.ts";
import { edit, put } from "../../model/edits.ts";
import { id, line, moment, text } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-comment",
  version: 1,
  stage: "maintenance",
  member: "threat-model-architect",
  title: "Comment on a thing, a threat, a question or the model",
  permission: "propose",
  reads: "document",
};

const input = z.strictObject({
  about: line.describe("A thing by its id, a threat or question by its key, or model"),
  text: text.describe("What is said"),
  at: point.optional().describe("Where it is pinned on the diagram: x and y from the corner of the zone in"),
  "reply-to": id.optional().describe("The comment that it answers"),
  when: moment.optional().describe("When it was said, by the clock of whoever passes it on; the day when absent"),
  id: id.optional().describe("Short id; made from what is said when absent"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const { comments } = context.document.register ?? {};
    const reply = given["reply-to"];
    const missing = [
      ...aboutProblems(context.document, given.about),
      ...(reply === undefined ? [] : missingEntry("comment", comments, reply, "reply-to")),
    ];
    if (missing.length > 0 || !Object.hasOwn(comments ?? {}, idOf(given, context))) return missing;
    return [problem("duplicate-id", "The same was said already.", "Say it once, or with another id.", at("text"))];
  },
  (given, context) => {
    const { document, by, now } = context;
    const { text, at: pin, when, "reply-to": reply } = given;
    const value = { on: meantBy(document, given.about), by, at: when ?? now, text, pin, "reply-to": reply };
    return edit(document, [put("register.comments", idOf(given, context), value)]);
  },
);

/** Never a counter: the same said by the same person in the same moment is one comment in every copy of the model. */
function idOf(given: Given, { document, by, now }: CommandContext): string {
  return given.id ?? `c-${shortDigest([meantBy(document, given.about), by, given.when ?? now, given.text])}`;
}
