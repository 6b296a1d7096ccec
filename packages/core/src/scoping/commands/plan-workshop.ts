// Plans a workshop: what for, about what, when, who leads it, and its agenda.
import * as z from "zod";
import { isTaken, newId } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, id, line, person } from "../../model/fields.ts";
import { problemsOf, type Result, valueOf } from "../../model/problem.ts";
import { agendaItem, focus, workshopKinds } from "../../model/workshop.ts";
import { focusProblems } from "../../model/workshops.ts";
import { agendaFor } from "../agendas.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "plan-workshop",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Plan a workshop",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  id: id.optional().describe("Short id; made from the title when absent"),
  title: line.describe("What people call it"),
  kind: z.enum(workshopKinds).describe("scoping, decomposition-review, enumeration or handoff"),
  focus: focus.optional().describe("One feature, zone or view that it is about; absent is the whole system"),
  planned: date.optional().describe("The day on which it is held"),
  facilitator: person.optional().describe("Who leads it; the author when absent"),
  minutes: z.int().min(15).max(600).optional().describe("How long it lasts; an hour when absent"),
  agenda: z.array(agendaItem).min(1).max(40).optional().describe("Its parts, instead of the agenda of its kind"),
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => [...problemsOf(idOf(given, document)), ...focusProblems(document, given.focus)],
  (given, { document, by }) => {
    const { title, kind, focus, planned, facilitator = by, minutes, agenda = agendaFor(kind, minutes) } = given;
    const value = { kind, title, focus, planned, facilitator, agenda };
    return edit(document, [put("register.workshops", valueOf(idOf(given, document)), value)]);
  },
);

/** Free among workshops, and no name of a thing either: comments and decisions name both. */
function idOf({ id: wanted, title, planned }: Given, document: Document): Result<string> {
  const taken = (other: string) =>
    Object.hasOwn(document.register?.workshops ?? {}, other) || isTaken(document, effective(document), other);
  return newId({ id: wanted, title }, { zone: planned, kind: "workshop" }, taken);
}
