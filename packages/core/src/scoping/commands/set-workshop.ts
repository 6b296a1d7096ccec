// Changes what is planned of a workshop that is not over.
import * as z from "zod";
import { needsSome } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { date, id, line, person } from "../../model/fields.ts";
import { agendaItem, focus } from "../../model/workshop.ts";
import { focusProblems, notOver } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-workshop",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Change what is planned of a workshop",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  title: line.optional().describe("What people call it"),
  focus: focus.optional().describe("One feature, zone or view that it is about"),
  whole: z.boolean().optional().describe("It is about the whole system from now on"),
  planned: date.optional().describe("The day on which it is held"),
  facilitator: person.optional().describe("Who leads it"),
  agenda: z.array(agendaItem).min(1).max(40).optional().describe("All parts of its agenda"),
});
const fields = ["title", "focus", "planned", "facilitator", "agenda"] as const;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    if (refused.length > 0) return refused;
    return [...needsSome(given, [...fields, "whole"]), ...focusProblems(document, given.focus)];
  },
  (given, { document }) =>
    edit(document, [
      ...(given.whole ? [set("register.workshops", given.workshop, ["focus"], undefined)] : []),
      ...fields.flatMap((field) =>
        given[field] === undefined ? [] : [set("register.workshops", given.workshop, [field], given[field])],
      ),
    ]),
);
