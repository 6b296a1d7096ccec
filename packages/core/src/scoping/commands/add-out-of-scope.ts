// Says one thing that the threat model leaves out, and why; said again, the reason is replaced.
import * as z from "zod";
import { needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set, without } from "../../model/edits.ts";
import { line, text } from "../../model/fields.ts";
import { alreadyScoped } from "../scope-items.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-out-of-scope",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Leave something out of scope, with the reason",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  what: line.describe("What is left out"),
  why: text.optional().describe("Why it is left out; required"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => [
    ...needsReason(given.why, `leaving out "${given.what}"`),
    ...alreadyScoped(document, given.what, ["in"]),
  ],
  (given, { document }) => {
    const items = document.model.scope?.out ?? [];
    const known = items.some(({ what }) => what === given.what);
    const next = known
      ? items.map((item) => (item.what === given.what ? without(given) : item))
      : [...items, without(given)];
    return edit(document, [set("model.scope", "model", ["out"], next)]);
  },
);
