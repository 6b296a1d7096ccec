// Says that a mitigation is implemented; only evidence shows that it works.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set, without } from "../../model/edits.ts";
import { id, line, person } from "../../model/fields.ts";
import { missingMitigation } from "../mitigation-checks.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "mark-implemented",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Say that a mitigation is implemented",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.describe("The mitigation"),
  "done-by": person.optional().describe("Who implemented it; the author when absent"),
  link: line.optional().describe("The commit, merge request or configuration"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => missingMitigation(document, given.id),
  (given, { document, by, now }) => {
    const implemented = without({ by: given["done-by"] ?? by, on: now, link: given.link });
    return edit(document, [set("register.mitigations", given.id, ["implemented"], implemented)]);
  },
);
