// Calls off a workshop that never began.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, remove } from "../../model/edits.ts";
import { id } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { notOver, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "cancel-workshop",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Call off a workshop that did not begin",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({ workshop: id.describe("The workshop") });

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    const started = workshopOf(document, given.workshop)?.started;
    if (refused.length > 0 || started === undefined) return refused;
    const say = `The workshop ${given.workshop} began (${started}).`;
    return [problem("not-possible", say, "End it (end-workshop): what was said stays.")];
  },
  (given, { document }) => edit(document, [remove("register.workshops", given.workshop)]),
);
