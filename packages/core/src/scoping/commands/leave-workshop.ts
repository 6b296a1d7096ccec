// Says that somebody left a workshop early; they were there.
import * as z from "zod";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, set } from "../../model/edits.ts";
import { id, moment, person } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { attendeeKey, notOver, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "leave-workshop",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Say that somebody left a workshop",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  person: person.describe("Who leaves"),
  guest: z.boolean().optional().describe("Somebody who joined by a link"),
  when: moment.optional().describe("When, by the clock of whoever passes it on; the day when absent"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    if (refused.length > 0 || isThere(given, document)) return refused;
    const say = `${given.person} is not at the workshop ${given.workshop}.`;
    return [problem("dangling-reference", say, "Name somebody who is there.", at("person"))];
  },
  (given, { document, now }) => {
    const key = attendeeKey(document, given.person, given.guest ?? false);
    return edit(document, [set("register.workshops", given.workshop, ["attended", key, "left"], given.when ?? now)]);
  },
);

function isThere({ workshop, person: who, guest = false }: Given, document: Document): boolean {
  return Object.hasOwn(workshopOf(document, workshop)?.attended ?? {}, attendeeKey(document, who, guest));
}
