// Begins a workshop; who leads it is there.
import * as z from "zod";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { id, moment } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import type { Workshop } from "../../model/workshop.ts";
import { notOver, wasThere, workshopOf } from "../../model/workshops.ts";
import { attending } from "../attending.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "start-workshop",
  version: 1,
  stage: "scoping",
  member: "threat-model-architect",
  title: "Begin a workshop",
  permission: "edit",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  when: moment.optional().describe("When it begins, by the clock of whoever passes it on; the day when absent"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, { document }) => {
    const refused = notOver(document, given.workshop);
    const started = workshopOf(document, given.workshop)?.started;
    if (refused.length > 0 || started === undefined) return refused;
    return [
      problem("not-possible", `The workshop ${given.workshop} began already (${started}).`, "Nothing is left to do."),
    ];
  },
  (given, { document, now }) => {
    const workshop = workshopOf(document, given.workshop) as Workshop;
    const { key, value } = attending(document, { person: workshop.facilitator, as: "facilitator" });
    const there = wasThere(document, workshop, workshop.facilitator);
    return edit(document, [
      set("register.workshops", given.workshop, ["started"], given.when ?? now),
      ...(there ? [] : [set("register.workshops", given.workshop, ["attended", key], value)]),
    ]);
  },
);
