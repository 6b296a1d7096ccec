// Accepts the risk of threats: an owner, a reason, a review date; for critical and high it waits for another person's approval.
import * as z from "zod";
import { needsFuture, needsOwner, needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, person, text, threatKey } from "../../model/fields.ts";
import { keyIn, knownThreats, threatsById } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "accept-risk",
  version: 1,
  stage: "validation",
  member: "risk-prioritization-analyst",
  title: "Accept risks, with owner, reason and review date",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(10_000).describe("The threats whose risk is accepted"),
  owner: person.optional().describe("Who answers for the risk; required"),
  why: text.optional().describe("Why it is acceptable; required"),
  review: date.optional().describe("The day on which it is looked at again; required, after today"),
  conditions: text.optional().describe("What has to stay so"),
});

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => [
    ...knownThreats(threatsById(context), given.threats),
    ...needsOwner(given.owner),
    ...needsReason(given.why, "accepting the risk"),
    ...needsFuture(given.review, context.now),
  ],
  (given, { document, by, now }) => {
    const { threats, owner, why, review, conditions } = given;
    const { resolve } = effective(document);
    const value = { owner, why, review, on: now, by, conditions };
    return edit(
      document,
      threats.map((id) => put("register.acceptances", keyIn(document.register?.acceptances, id, resolve) ?? id, value)),
    );
  },
);
