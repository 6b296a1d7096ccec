// Says that a comment is dealt with; it stays, out of the way.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "resolve-comment",
  version: 1,
  stage: "maintenance",
  member: "threat-model-architect",
  title: "Say that a comment is dealt with",
  permission: "propose",
  reads: "document",
};

const input = z.strictObject({ id: id.describe("The comment") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const missing = missingEntry("comment", document.register?.comments, given.id);
    const comment = document.register?.comments?.[given.id];
    if (comment?.["reply-to"] === undefined) return missing;
    const say = `${given.id} answers ${comment["reply-to"]}.`;
    return [problem("not-possible", say, `Resolve ${comment["reply-to"]}: its answers go with it.`)];
  },
  (given, { document, by, now }) => {
    if (document.register?.comments?.[given.id]?.resolved) return [];
    return edit(document, [set("register.comments", given.id, ["resolved"], { by, on: now })]);
  },
);
