// Doubts an assumption: until it is confirmed, the facts that rest on it are unknown.
import * as z from "zod";
import { missingEntry, needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit } from "../../model/edits.ts";
import { id, text } from "../../model/fields.ts";
import { stateOf } from "../assumption-state.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "challenge-assumption",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Challenge an assumption: what rests on it becomes unknown",
  permission: "edit",
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
    ...needsReason(given.why, "challenging it"),
  ],
  (given, { document, by, now }) =>
    edit(document, stateOf(given.id, { state: "challenged", by, on: now, why: given.why })),
);
