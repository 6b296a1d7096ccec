// Approves, as another person, scores that lower a critical or high tier.
import * as z from "zod";
import { approvalOf, isApproved } from "../../model/approvals.ts";
import { mayApprove } from "../../model/authority.ts";
import { nameOfPerson } from "../../model/called.ts";
import { at } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, set } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { threatKey } from "../../model/fields.ts";
import { problem } from "../../model/problem.ts";
import { saidBy, speaking } from "../../model/spoken.ts";
import { keyIn } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "approve-score",
  version: 1,
  stage: "scoring",
  member: "risk-prioritization-analyst",
  title: "Approve scores that lower a critical or high tier",
  permission: "approve",
  reads: "document",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(100_000).describe("The threats whose lowered score is right"),
  "said-by": saidBy,
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const { document } = context;
    const { by } = speaking(context, given["said-by"]);
    const { resolve } = effective(document);
    return given.threats.flatMap((id) => {
      const key = keyIn(document.register?.scores, id, resolve);
      const score = key === undefined ? undefined : document.register?.scores?.[key];
      if (key === undefined || !score?.lowered) {
        const say = `No score of ${id} lowers its tier.`;
        return [problem("not-possible", say, "Name threats whose score waits for approval.", at("threats"))];
      }
      if (score.approved && isApproved(key, score)) {
        return [
          problem(
            "not-possible",
            `${nameOfPerson(document, score.approved.by)} approved the score of ${id} already.`,
            "Nothing is left to do.",
            at("threats"),
          ),
        ];
      }
      return mayApprove(document, by, [score.by], score.lowered, id);
    });
  },
  (given, context) => {
    const { document, now } = context;
    const who = speaking(context, given["said-by"]);
    const { resolve } = effective(document);
    return edit(
      document,
      given.threats.flatMap((id) => {
        const key = keyIn(document.register?.scores, id, resolve);
        const score = key === undefined ? undefined : document.register?.scores?.[key];
        return key === undefined || !score
          ? []
          : set("register.scores", key, ["approved"], approvalOf(key, score, who, now));
      }),
    );
  },
);
