// Signs a workshop off: what it came to is what was agreed. Only with a senior engineer of the owning team in the room.
import * as z from "zod";
import { missingEntry } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, set, without } from "../../model/edits.ts";
import { id, text } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { isSpoken, saidBy, speaking } from "../../model/spoken.ts";
import type { Workshop } from "../../model/workshop.ts";
import { seniorsPresent, wasThere, workshopOf } from "../../model/workshops.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "sign-off-workshop",
  version: 1,
  stage: "handoff",
  member: "threat-model-architect",
  title: "Sign a workshop off",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  workshop: id.describe("The workshop"),
  note: text.optional().describe("What the signature covers, or a reservation"),
  "said-by": saidBy,
});
type Given = z.infer<typeof input>;

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const workshop = workshopOf(context.document, given.workshop);
    const { workshops } = context.document.register ?? {};
    return workshop
      ? refusals(given, workshop, context)
      : missingEntry("workshop", workshops, given.workshop, "workshop");
  },
  (given, context) => {
    const { document, now } = context;
    const who = speaking(context, given["said-by"]);
    const before = workshopOf(document, given.workshop)?.["signed-off"];
    if (before && !isSpoken(before) && who["recorded-by"] !== undefined) return [];
    const value = without({ ...who, on: now, note: given.note });
    return edit(document, [set("register.workshops", given.workshop, ["signed-off"], value)]);
  },
);

function refusals(given: Given, workshop: Workshop, context: CommandContext): readonly Problem[] {
  const { document } = context;
  const { by } = speaking(context, given["said-by"]);
  if (workshop.ended === undefined)
    return [problem("not-possible", `The workshop ${given.workshop} is not over.`, "End it first (end-workshop).")];
  if (seniorsPresent(document, workshop).length === 0) {
    const team = document.model.scope?.team;
    const say = `No senior engineer of ${team ?? "the owning team"} was at the workshop ${given.workshop}.`;
    return [problem("not-possible", say, "Go through what it came to with one, in another workshop.")];
  }
  if (wasThere(document, workshop, by)) return [];
  const say = `${by} was not at the workshop ${given.workshop}.`;
  return [problem("not-permitted", say, "Let somebody who was there sign it off.")];
}
