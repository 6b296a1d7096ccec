// Sets owner, due date, stack or platform of a mitigation, and adds threats, places and criteria to it.
import * as z from "zod";
import { needsSome, notPast } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, id, idSet, person, text, threatKey } from "../../model/fields.ts";
import { threatsById } from "../../model/threats.ts";
import { aims, missingMitigation, platformProblems } from "../mitigation-checks.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "set-mitigation",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Set owner, due date, reach or criteria of a mitigation",
  permission: "edit",
  reads: "analysis",
};

const fields = ["owner", "due", "stack", "platform"] as const;
const lists = ["threats", "on"] as const;

const input = z.strictObject({
  id: id.describe("The mitigation"),
  owner: person.optional().describe("Who sees to it"),
  due: date.optional().describe("Until when; today or later"),
  stack: id.optional().describe("The stack whose specification applies"),
  platform: id.optional().describe("The platform control that provides it"),
  threats: z.array(threatKey).min(1).optional().describe("Further threats that it is against"),
  on: idSet.min(1).optional().describe("Further things on which it is applied"),
  criteria: z.record(id, text).optional().describe("Further acceptance criteria: id → how it is tested"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const { document, knowledge, now } = context;
    const missing = missingMitigation(document, given.id);
    if (missing.length > 0) return missing;
    const control = knowledge.controls.find((one) => one.id === document.register?.mitigations?.[given.id]?.control);
    return [
      ...needsSome(given, [...fields, ...lists, "criteria"]),
      ...notPast(given.due, now),
      ...platformProblems(document, control?.platform, given.platform),
      ...((given.threats ?? given.on) ? aims(effective(document), threatsById(context), given) : []),
    ];
  },
  (given, { document }) => {
    const mitigation = document.register?.mitigations?.[given.id];
    const put = (field: string, value: unknown) => set("register.mitigations", given.id, [field], value);
    return edit(document, [
      ...fields.flatMap((field) => (given[field] === undefined ? [] : [put(field, given[field])])),
      ...lists.flatMap((field) =>
        given[field] === undefined ? [] : [put(field, [...new Set([...(mitigation?.[field] ?? []), ...given[field]])])],
      ),
      ...(given.criteria === undefined ? [] : [put("criteria", { ...mitigation?.criteria, ...given.criteria })]),
    ]);
  },
);
