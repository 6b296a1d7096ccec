// What a change did to threats beside the counts of risk: those that stand otherwise, and what waits for another person's approval. Pure.
import { approvalsWaiting, type Document, type Status } from "@parapet/core";
import { type AnalysisStanding, isSettled } from "@parapet/team";
import isSame from "fast-deep-equal";

export interface Turned {
  /** How many threats have a status that they had not, where the sentence of the effect does not count them as settled or opened. */
  readonly statuses: readonly (readonly [status: Status, count: number])[];
  /** How many approvals wait that did not before. */
  readonly waits: number;
  /** True when something was written down or taken back about a threat. */
  readonly about: boolean;
}

interface Side {
  readonly document: Document;
  readonly standing: AnalysisStanding;
}

/** What is written about threats, by collection of the register. */
const aboutThreats = ["threats", "decisions", "scores", "assignments", "acceptances", "mitigations"] as const;

export function turnedBetween(before: Side, after: Side): Turned {
  // By what they say: each document comes to the worker as a copy of its own.
  const written = aboutThreats.filter(
    (name) => !isSame(before.document.register?.[name], after.document.register?.[name]),
  );
  return {
    statuses: statusesBetween(before.standing, after.standing),
    waits: written.length === 0 ? 0 : waitingBeyond(after, before),
    about: written.length > 0,
  };
}

function statusesBetween(before: AnalysisStanding, after: AnalysisStanding): Turned["statuses"] {
  const counts = new Map<Status, number>();
  for (const [name, { shared }] of after.threats) {
    const was = before.threats.get(name)?.shared;
    if (!was || was.status === shared.status || isSettled(was) !== isSettled(shared)) continue;
    // Answers turn what is asked into what is open: that is what the sentence counts.
    if (shared.status === "open" || shared.status === "asked") continue;
    counts.set(shared.status, (counts.get(shared.status) ?? 0) + 1);
  }
  return [...counts];
}

function waitingBeyond(after: Side, before: Side): number {
  const waiting = approvalsIn(before);
  return [...approvalsIn(after)].filter((one) => !waiting.has(one)).length;
}

/** What a status shows to be in force as it is: such a tier needs no second person. */
const inForce: Readonly<Record<string, readonly Status[]>> = {
  "approve-acceptance": ["accepted"],
  "approve-decision": ["transferred", "not-applicable"],
};

function approvalsIn({ document, standing }: Side): ReadonlySet<string> {
  const { acceptances, decisions, scores } = document.register ?? {};
  const threats = new Set([acceptances, decisions, scores].flatMap((entries) => Object.keys(entries ?? {})));
  const waits = (id: string) => {
    const status = standing.threats.get(id)?.shared.status;
    return approvalsWaiting(document, id).filter((command) => !status || !inForce[command]?.includes(status));
  };
  return new Set([...threats].flatMap((id) => waits(id).map((command) => `${command} ${id}`)));
}
