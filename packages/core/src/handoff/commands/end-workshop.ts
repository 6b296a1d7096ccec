// Ends a workshop, once every note of it is placed.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, moment } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import type { Workshop } from "../../model/workshop.ts";
import { notOver, unplacedNotes, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "end-workshop",
  version: 1,
  stage: "handoff",
  member: "threat-model-architect",
  title: "End a workshop",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  when: moment.optional().describe("When it ends, by the clock of whoever passes it on; the day when absent"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    if (refused.length > 0) return refused;
    const workshop = workshopOf(document, given.workshop) as Workshop;
    if (workshop.started === undefined)
      return [
        problem(
          "not-possible",
          `The workshop ${given.workshop} did not begin.`,
          "Begin it, or call it off (cancel-workshop).",
        ),
      ];
    const left = unplacedNotes(workshop);
    if (left.length === 0) return [];
    const named = left
      .slice(0, 5)
      .map(([, { text }]) => `“${text.slice(0, 60)}”`)
      .join(", ");
    const more = left.length > 5 ? ` and ${left.length - 5} more` : "";
    const say = `${left.length === 1 ? "A note is" : `${left.length} notes are`} not placed yet: ${named}${more}.`;
    return [problem("not-possible", say, "Link, record or park each (place-note): none vanishes.")];
  },
  (given, { document, now }) =>
    edit(document, [set("register.workshops", given.workshop, ["ended"], given.when ?? now)]),
);
