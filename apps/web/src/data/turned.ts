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
    waits: written.length === 0 ? 0 : waitingBeyond(after.document, before.document),
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

function waitingBeyond(document: Document, before: Document): number {
  const waiting = approvalsIn(before);
  return [...approvalsIn(document)].filter((one) => !waiting.has(one)).length;
}

function approvalsIn(document: Document): ReadonlySet<string> {
  const { acceptances, decisions, scores } = document.register ?? {};
  const threats = new Set([acceptances, decisions, scores].flatMap((entries) => Object.keys(entries ?? {})));
  return new Set([...threats].flatMap((id) => approvalsWaiting(document, id).map((command) => `${command} ${id}`)));
}
