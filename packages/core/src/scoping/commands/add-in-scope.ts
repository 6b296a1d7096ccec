// Says one thing that the threat model covers.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set, without } from "../../model/edits.ts";
import { line, text } from "../../model/fields.ts";
import { alreadyScoped } from "../scope-items.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-in-scope",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Add something to the scope",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  what: line.describe("What is covered"),
  why: text.optional().describe("Why it belongs here"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => alreadyScoped(document, given.what, ["in", "out"]),
  (given, { document }) => {
    const items = document.model.scope?.in ?? [];
    return edit(document, [set("model.scope", "model", ["in"], [...items, without(given)])]);
  },
);
