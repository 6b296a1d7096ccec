// Confirms that an assumption holds, until a review date in the future.
import * as z from "zod";
import { missingEntry, needsFuture } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { date, id, text } from "../../model/fields.ts";
import { stateOf } from "../assumption-state.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "confirm-assumption",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Confirm that an assumption holds until its review date",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The assumption"),
  review: date.optional().describe("The next review, after today; required unless the one it has is after today"),
  why: text.optional().describe("What shows that it holds"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document, now }) => {
    const missing = missingEntry("assumption", document.model.assumptions, given.id);
    if (missing.length > 0) return missing;
    return needsFuture(given.review ?? document.model.assumptions?.[given.id]?.review, now);
  },
  (given, { document, by, now }) =>
    edit(document, [
      ...stateOf(given.id, { state: "holds", by, on: now, why: given.why }),
      ...(given.review === undefined ? [] : [set("model.assumptions", given.id, ["review"], given.review)]),
    ]),
);
