// Says who deals with threats, and until when.
import * as z from "zod";
import { needsSome, notPast } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, person, threatKey } from "../../model/fields.ts";
import { keyIn, knownThreats, threatsById } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "assign-threat",
  version: 1,
  stage: "scoring",
  member: "risk-prioritization-analyst",
  title: "Give threats an owner and a due date",
  permission: "edit",
  reads: "analysis",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(100_000).describe("The threats"),
  owner: person.optional().describe("Who deals with them"),
  due: date.optional().describe("Until when; today or later"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => [
    ...knownThreats(threatsById(context), given.threats),
    ...needsSome(given, ["owner", "due"]),
    ...notPast(given.due, context.now),
  ],
  (given, { document }) => {
    const { resolve } = effective(document);
    const assignments = document.register?.assignments;
    return edit(
      document,
      given.threats.flatMap((id) => {
        const key = keyIn(assignments, id, resolve) ?? id;
        return (["owner", "due"] as const).flatMap((field) =>
          given[field] === undefined ? [] : [set("register.assignments", key, [field], given[field])],
        );
      }),
    );
  },
);
