// Approves, as another person with the right for the tier, that risks are accepted.
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
import type { Acceptance } from "../../model/register.ts";
import { saidBy, speaking } from "../../model/spoken.ts";
import { keyIn, knownThreats, threatsById } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "approve-acceptance",
  version: 1,
  stage: "validation",
  member: "risk-prioritization-analyst",
  title: "Approve accepted risks",
  permission: "approve",
  reads: "analysis",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(10_000).describe("The threats whose acceptance is right"),
  "said-by": saidBy,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const { document, now } = context;
    const { by } = speaking(context, given["said-by"]);
    const threats = threatsById(context);
    const { resolve } = effective(document);
    return given.threats.flatMap((id) => {
      const key = keyIn(document.register?.acceptances, id, resolve);
      const acceptance = key === undefined ? undefined : document.register?.acceptances?.[key];
      const waits = waiting(document, { id, key: key ?? id, acceptance, now });
      if (!acceptance || waits.length > 0) return waits;
      const threat = threats.get(id);
      if (!threat) return knownThreats(threats, [id]);
      return mayApprove(document, by, [acceptance.owner, acceptance.by], threat.tier, id);
    });
  },
  (given, context) => {
    const { document, now } = context;
    const who = speaking(context, given["said-by"]);
    const { resolve } = effective(document);
    return edit(
      document,
      given.threats.flatMap((id) => {
        const key = keyIn(document.register?.acceptances, id, resolve);
        const acceptance = key === undefined ? undefined : document.register?.acceptances?.[key];
        if (key === undefined || !acceptance) return [];
        return set("register.acceptances", key, ["approved"], approvalOf(key, acceptance, who, now));
      }),
    );
  },
);

function waiting(
  document: Document,
  {
    id,
    key,
    acceptance,
    now,
  }: {
    readonly id: string;
    readonly key: string;
    readonly acceptance: Acceptance | undefined;
    readonly now: string;
  },
): readonly Problem[] {
  if (!acceptance) {
    const say = `Nobody accepted the risk of ${id}.`;
    return [problem("not-possible", say, "Let its owner accept it first (accept-risk).", at("threats"))];
  }
  if (acceptance.approved && isApproved(key, acceptance)) {
    const say = `${nameOfPerson(document, acceptance.approved.by)} approved the acceptance of ${id} already.`;
    return [problem("not-possible", say, "Nothing is left to do.", at("threats"))];
  }
  if (acceptance.review >= now) return [];
  const say = `The acceptance of ${id} expired on ${acceptance.review}.`;
  return [problem("needs-review-date", say, "Let its owner accept it anew (accept-risk).", at("threats"))];
}
