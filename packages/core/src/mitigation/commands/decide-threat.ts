// Decides what is done about threats: mitigate, transfer, avoid, or not applicable with the fact that makes it so.
import * as z from "zod";
import { at, needsFuture, needsOwner, needsReason } from "../../model/checks.ts";
import { body as bodyOf, type CommandCard } from "../../model/command.ts";
import { edit, put } from "../../model/edits.ts";
import { effective } from "../../model/effective.ts";
import { date, line, person, text, threatKey } from "../../model/fields.ts";
import { type Problem, problem } from "../../model/problem.ts";
import { keyIn, knownThreats, threatsById } from "../../model/threats.ts";

/** What the command is. */
export const card: CommandCard = {
  name: "decide-threat",
  version: 1,
  stage: "mitigation",
  member: "mitigation-designer",
  title: "Decide to mitigate, transfer or avoid threats, or that they do not apply",
  permission: "decide",
  reads: "analysis",
};

const input = z.strictObject({
  threats: z.array(threatKey).min(1).max(10_000).describe("The threats"),
  decision: z.enum(["mitigate", "transfer", "avoid", "not-applicable"]).describe("What is done about them"),
  why: text.optional().describe("Why; required for avoid"),
  fact: line.optional().describe("not-applicable: the fact that makes it so; required"),
  to: line.optional().describe("transfer: to whom; required"),
  contract: line.optional().describe("transfer: the contract that says so; required"),
  owner: person.optional().describe("transfer: who answers for it here; required"),
  review: date.optional().describe("transfer: the day on which it is looked at again; required, after today"),
});
type Given = z.infer<typeof input>;

/** The fields that a decision keeps; what belongs to another decision is left out. */
const keeps: Readonly<Record<Given["decision"], readonly ("fact" | "to" | "contract" | "owner" | "review")[]>> = {
  mitigate: [],
  transfer: ["to", "contract", "owner", "review"],
  avoid: [],
  "not-applicable": ["fact", "review"],
};

/** What the command does. */
export const body = bodyOf(
  input,
  (given, context) => {
    const threats = threatsById(context);
    return [...knownThreats(threats, given.threats), ...required(given, context.now)];
  },
  (given, { document, by, now }) => {
    const { resolve } = effective(document);
    const kept = Object.fromEntries(keeps[given.decision].map((field) => [field, given[field]]));
    const value = { decision: given.decision, by, on: now, why: given.why, ...kept };
    return edit(
      document,
      given.threats.map((threat) =>
        put("register.decisions", keyIn(document.register?.decisions, threat, resolve) ?? threat, value),
      ),
    );
  },
);

function required(given: Given, now: string): readonly Problem[] {
  switch (given.decision) {
    case "transfer":
      return [
        ...missing(given.to, "to", "to whom the risk goes"),
        ...missing(given.contract, "contract", "the contract that says so"),
        ...needsOwner(given.owner),
        ...needsFuture(given.review, now),
      ];
    case "not-applicable":
      return [
        ...missing(given.fact, "fact", "the fact that makes it so"),
        ...(given.review === undefined ? [] : needsFuture(given.review, now)),
      ];
    case "avoid":
      return needsReason(given.why, "avoiding it");
    default:
      return [];
  }
}

function missing(value: string | undefined, field: string, what: string): readonly Problem[] {
  if (value?.trim()) return [];
  return [problem("needs-rationale", `The decision does not say ${what}.`, "Name it.", at(field))];
}
