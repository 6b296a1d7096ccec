// Says that an assumption does not hold: the facts that rest on it are unknown from now on.
import * as z from "zod";
import { missingEntry, needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { id, text } from "../../model/fields.ts";
import { stateOf } from "../assumption-state.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "refute-assumption",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Refute an assumption: what rests on it becomes unknown",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The assumption"),
  why: text.optional().describe("What speaks against it; required"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => [
    ...missingEntry("assumption", document.model.assumptions, given.id),
    ...needsReason(given.why, "refuting it"),
  ],
  (given, { document, by, now }) =>
    edit(document, stateOf(given.id, { state: "refuted", by, on: now, why: given.why })),
);
