// Describes a mitigation that no control card fits, with the criteria by which it is tested.
import * as z from "zod";
import { at, newId, notPast } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, id, idSet, line, person, text, threatKey } from "../../model/fields.ts";
import { type Problem, problem, problemsOf, valueOf } from "../../model/problem.ts";
import { threatsById } from "../../model/threats.ts";
import { aims, platformProblems, subjectsOf } from "../mitigation-checks.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "add-mitigation-without-card",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Describe a mitigation that no control card fits",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  title: line.describe("What will be done"),
  threats: z.array(threatKey).min(1).max(10_000).describe("The threats that it is against"),
  on: idSet.min(1).optional().describe("Where it is applied; the subjects of the threats when absent"),
  criteria: z.record(id, text).optional().describe("Acceptance criteria: id → how it is tested; at least one"),
  id: id.optional().describe("The mitigation's id; made from the title when absent"),
  owner: person.optional().describe("Who sees to it"),
  due: date.optional().describe("Until when; today or later"),
  ticket: line.optional().describe("The ticket that asks for it"),
  platform: id.optional().describe("The platform control that provides it"),
});

const idOf = (given: z.infer<typeof input>, { document }: CommandContext) =>
  newId(given, { kind: "mitigation" }, (other) => Object.hasOwn(document.register?.mitigations ?? {}, other));

function noCriterion(criteria: Readonly<Record<string, string>> | undefined): readonly Problem[] {
  if (Object.keys(criteria ?? {}).length > 0) return [];
  const say = "No acceptance criterion is given: the mitigation could never be verified.";
  return [problem("missing-key", say, "Say how it is tested, in at least one criterion.", at("criteria"))];
}

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => [
    ...aims(effective(context.document), threatsById(context), given),
    ...problemsOf(idOf(given, context)),
    ...noCriterion(given.criteria),
    ...notPast(given.due, context.now),
    ...platformProblems(context.document, undefined, given.platform),
  ],
  (given, context) => {
    const { id: _, ...rest } = given;
    const { document, by, now } = context;
    const value = { ...rest, on: subjectsOf(threatsById(context), given), by, recorded: now };
    return edit(document, [put("register.mitigations", valueOf(idOf(given, context)), value)]);
  },
);
