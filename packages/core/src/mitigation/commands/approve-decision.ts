// Approves, as another person, that a critical or high threat is transferred or does not apply.
import * as z from "zod";
import { approvalOf, isApproved } from "../../model/approvals.ts";
import { mayApprove } from "../../model/authority.ts";
import { nameOfPerson } from "../../model/called.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { edit, set } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { threatKey } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import type { Decision } from "../../model/register.ts";
import { saidBy, speaking } from "../../model/spoken.ts";
import { keyIn, knownThreats, threatsById } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "approve-decision",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Approve a decision to transfer or not to apply",
  permission: "approve",
  reads: "analysis",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(10_000).describe("The threats whose decision is right"),
  "said-by": saidBy,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const { document } = context;
    const { by } = speaking(context, given["said-by"]);
    const threats = threatsById(context);
    const { resolve } = effective(document);
    return given.threats.flatMap((id) => {
      const key = keyIn(document.register?.decisions, id, resolve);
      const decided = key === undefined ? undefined : document.register?.decisions?.[key];
      const waits = waiting(document, id, key ?? id, decided);
      if (!decided || waits.length > 0) return waits;
      const threat = threats.get(id);
      if (!threat) return knownThreats(threats, [id]);
      return mayApprove(document, by, [decided.by, decided.owner], threat.tier, id);
    });
  },
  (given, context) => {
    const { document, now } = context;
    const who = speaking(context, given["said-by"]);
    const { resolve } = effective(document);
    return edit(
      document,
      given.threats.flatMap((id) => {
        const key = keyIn(document.register?.decisions, id, resolve);
        const decided = key === undefined ? undefined : document.register?.decisions?.[key];
        if (key === undefined || !decided) return [];
        return set("register.decisions", key, ["approved"], approvalOf(key, decided, who, now));
      }),
    );
  },
);

function waiting(document: Document, id: string, key: string, decided: Decision | undefined): readonly Problem[] {
  if (decided?.decision !== "transfer" && decided?.decision !== "not-applicable") {
    const say = `Nobody decided to transfer ${id} or that it does not apply.`;
    return [problem("not-possible", say, "Name threats whose decision waits for approval.", at("threats"))];
  }
  if (!decided.approved || !isApproved(key, decided)) return [];
  const say = `${nameOfPerson(document, decided.approved.by)} approved the decision on ${id} already.`;
  return [problem("not-possible", say, "Nothing is left to do.", at("threats"))];
}
