// A decision as somebody fills it in, and the command that makes it. What belongs to another decision is left out.
import { type CommandCall, type Document, needsSecondPerson, type Threat } from "@parapet/core";

export const decisionKinds = ["mitigate", "accept", "transfer", "avoid", "not-applicable"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const decisionFields = ["why", "fact", "to", "contract", "owner", "review", "conditions"] as const;
export type DecisionField = (typeof decisionFields)[number];
export type DecisionInput = Readonly<Partial<Record<DecisionField, string>>>;

/** The fields of a decision, in the order in which they are asked. */
export const fieldsOf: Readonly<Record<DecisionKind, readonly DecisionField[]>> = {
  mitigate: [],
  accept: ["owner", "review", "why", "conditions"],
  transfer: ["to", "contract", "owner", "review", "why"],
  avoid: ["why"],
  "not-applicable": ["fact", "review", "why"],
};

/** The command of a decision on threats. */
export function decisionCall(kind: DecisionKind, threats: readonly string[], input: DecisionInput): CommandCall {
  const given = Object.fromEntries(
    fieldsOf[kind].flatMap((field) => (input[field]?.trim() ? [[field, input[field].trim()]] : [])),
  );
  return kind === "accept"
    ? { name: "accept-risk", input: { threats, ...given } }
    : { name: "decide-threat", input: { threats, decision: kind, ...given } };
}

/** True when a decision on this threat closes nothing until another person has approved it. */
export function waitsForSecond(document: Document, kind: DecisionKind, { tier }: Pick<Threat, "tier">): boolean {
  return (kind === "accept" || kind === "transfer" || kind === "not-applicable") && needsSecondPerson(document, tier);
}
