// Says what the system is for, who owns it, how much hangs on it and what it must comply with.
import * as z from "zod";
import { needsSome } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, line, text } from "../../model/fields.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-scope",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Set purpose, team, criticality and regulations",
  permission: "edit",
  reads: "document",
};

const fields = ["purpose", "team", "criticality", "regulations"] as const;

const input = z.strictObject({
  purpose: text.optional().describe("What the system is for, in a sentence"),
  team: line.optional().describe("The team that owns the system"),
  criticality: z.enum(["low", "medium", "high"]).optional().describe("How much the business depends on it"),
  regulations: z.array(id).optional().describe("Ids of the regulations and standards that apply; replaces the list"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given) => needsSome(given, fields),
  (given, { document }) =>
    edit(
      document,
      fields.flatMap((field) =>
        given[field] === undefined ? [] : [set("model.scope", "model", [field], given[field])],
      ),
    ),
);
