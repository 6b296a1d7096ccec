// Chooses a control of the knowledge as the mitigation of threats.
import * as z from "zod";
import { at, newId, notPast } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, id, idSet, line, person, threatKey } from "../../model/fields.ts";
import { nearest } from "../../model/files/nearest.ts";
import { fail, type Problem, problem, problemsOf, type Result, valueOf } from "../../model/problem.ts";
import { threatsById } from "../../model/threats.ts";
import { aims, platformProblems, subjectsOf } from "../mitigation-checks.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "choose-mitigation",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Choose a control against threats",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  control: id.describe("The control, by its id in the knowledge"),
  threats: z.array(threatKey).min(1).max(10_000).describe("The threats that it is against"),
  on: idSet.min(1).optional().describe("Where it is applied; the subjects of the threats when absent"),
  id: id.optional().describe("The mitigation's id; the control, or control-on-thing, when absent"),
  owner: person.optional().describe("Who sees to it"),
  due: date.optional().describe("Until when; today or later"),
  ticket: line.optional().describe("The ticket that asks for it"),
  stack: id.optional().describe("The stack whose specification applies"),
  platform: id.optional().describe("The platform control that provides it"),
});
type Given = z.infer<typeof input>;

function idOf(given: Given, context: CommandContext): Result<string> {
  const mitigations = context.document.register?.mitigations ?? {};
  const taken = (other: string) => Object.hasOwn(mitigations, other);
  if (given.id !== undefined || !taken(given.control))
    return newId({ id: given.id ?? given.control }, { kind: "mitigation" }, taken);
  const [first = "model"] = subjectsOf(threatsById(context), given);
  const second = newId({ id: `${given.control}-on-${first}`.slice(0, 80) }, { kind: "mitigation" }, taken);
  if (second.ok) return second;
  const say = `${given.control} is chosen already, on ${first} too.`;
  return fail(
    problem("duplicate-id", say, "Add the threats to that mitigation (set-mitigation), or give an id.", at("id")),
  );
}

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const { document, knowledge, now } = context;
    const control = knowledge.controls.find((one) => one.id === given.control);
    if (!control)
      return noControl(
        knowledge.controls.map((one) => one.id),
        given.control,
      );
    return [
      ...aims(effective(document), threatsById(context), given),
      ...problemsOf(idOf(given, context)),
      ...notPast(given.due, now),
      ...platformProblems(document, control.platform, given.platform),
    ];
  },
  (given, context) => {
    const { id: _, ...rest } = given;
    const { document, by, now } = context;
    const value = { ...rest, on: subjectsOf(threatsById(context), given), by, recorded: now };
    return edit(document, [put("register.mitigations", valueOf(idOf(given, context)), value)]);
  },
);

function noControl(known: readonly string[], control: string): readonly Problem[] {
  const near = nearest(control, known);
  const fix = near ? `Did you mean ${near}?` : "Describe it without a card (add-mitigation-without-card).";
  return [problem("dangling-reference", `There is no control ${control}.`, fix, at("control"))];
}
