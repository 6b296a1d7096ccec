// Says who is at a workshop, and as what.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, line, person } from "../../model/fields.ts";
import { jobs } from "../../model/vocabulary.ts";
import { notOver } from "../../model/workshops.ts";
import { attending } from "../attending.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "attend-workshop",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Say who is at a workshop",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  person: person.describe("Who is there"),
  as: line.optional().describe("What they are there as, in a word or two"),
  job: z.enum(jobs).optional().describe("What they do in their team, when the model does not say it"),
  team: line.optional().describe("Their team, when the model does not say it"),
  senior: z.enum(["yes", "no"]).optional().describe("Whether they are senior, when the model does not say it"),
  guest: z.boolean().optional().describe("Somebody who joined by a link: the name is a claim, and signs nothing off"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => notOver(document, given.workshop),
  (given, { document }) => {
    const { key, value } = attending(document, given);
    return edit(document, [set("register.workshops", given.workshop, ["attended", key], value)]);
  },
);
