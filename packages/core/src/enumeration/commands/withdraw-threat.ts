// Withdraws a threat that a person wrote down; it stays in the register as withdrawn.
import * as z from "zod";
import { at, missingEntry, needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard, type CommandContext } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { text, threatKey } from "../../model/fields.ts";
import { isByHand } from "../../model/ids.ts";
import { problem } from "../../model/problem.ts";
import { keyIn } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "withdraw-threat",
  version: 1,
  stage: "enumeration",
  member: "threat-model-architect",
  title: "Withdraw a threat that was written down by hand",
  permission: "decide",
  reads: "document",
};

const input = z.strictObject({
  id: threatKey.describe("The threat, as by-hand-slug@thing"),
  why: text.optional().describe("Why it is no threat; required"),
});

const keyFor = (given: z.infer<typeof input>, { document }: CommandContext) =>
  keyIn(document.register?.threats, given.id, effective(document).resolve);

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const key = keyFor(given, context);
    const threats = context.document.register?.threats;
    if (key === undefined && !isByHand(given.id)) {
      const say = `${given.id} was raised by a rule.`;
      return [problem("not-possible", say, "Decide it instead (decide-threat, not-applicable).", at("id"))];
    }
    if (key === undefined) return missingEntry("threat written down by hand", threats, given.id);
    if (threats?.[key]?.state === "withdrawn") {
      return [problem("not-possible", `${given.id} is withdrawn already.`, "Nothing is left to do.", at("id"))];
    }
    return needsReason(given.why, "withdrawing it");
  },
  (given, context) => {
    const key = keyFor(given, context) as string;
    return edit(context.document, [
      set("register.threats", key, ["state"], "withdrawn"),
      set("register.threats", key, ["why"], given.why),
    ]);
  },
);
