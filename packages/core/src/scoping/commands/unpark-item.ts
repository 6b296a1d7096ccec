// Says what came of a parked item, or takes it back from the parking lot.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, text } from "../../model/fields.ts";
import { notOver, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "unpark-item",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Say what came of a parked item, or take it back",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  item: id.describe("The parked item"),
  settled: text
    .optional()
    .describe("What came of it: it stays, settled. Absent: it is taken back, and its notes wait again"),
});
type Given = z.infer<typeof input>;

/** What the command does. What is settled may be said after the workshop too. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const workshop = workshopOf(document, given.workshop);
    if (!workshop) return missingEntry("workshop", document.register?.workshops, given.workshop, "workshop");
    const missing = missingEntry("parked item", workshop.parked, given.item, "item");
    return missing.length > 0 || given.settled !== undefined ? missing : notOver(document, given.workshop);
  },
  (given, { document }) =>
    edit(
      document,
      given.settled === undefined
        ? [
            set("register.workshops", given.workshop, ["parked", given.item], undefined),
            ...waitingAgain(given, document),
          ]
        : [set("register.workshops", given.workshop, ["parked", given.item, "settled"], given.settled)],
    ),
);

function waitingAgain({ workshop, item }: Given, document: Parameters<typeof workshopOf>[0]) {
  return Object.entries(workshopOf(document, workshop)?.notes ?? {}).flatMap(([note, { parked }]) =>
    parked === item
      ? ["parked", "outcome"].map((field) => set("register.workshops", workshop, ["notes", note, field], undefined))
      : [],
  );
}
