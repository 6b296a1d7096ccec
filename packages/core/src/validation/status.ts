// The status table: what a finding and a decision come to. Nowhere else.
import type { DecisionKind, Finding, Status, Strength } from "../model/vocabulary.ts";

/** All that the status of a threat depends on. */
export interface StatusInput {
  readonly finding: Finding;
  readonly strength?: Strength | undefined;
  /** Tier critical or high: a countermeasure on somebody's word closes nothing. */
  readonly severe: boolean;
  readonly decision?: DecisionKind | undefined;
  /** Where the decision needs a second person: it was approved. */
  readonly decisionInForce: boolean;
  /** The risk is accepted, approved where needed, not expired and not claimed. */
  readonly accepted: boolean;
  /** Every mitigation of the threat is verified by evidence (fresh or stale), and one of them removes or prevents it. */
  readonly mitigationsVerified: boolean;
  /** Every mitigation is at least implemented. */
  readonly mitigationsImplemented: boolean;
  /** There is a mitigation, none of them failed. */
  readonly mitigating: boolean;
  /** A person confirmed or changed the score. */
  readonly scored: boolean;
}

/** One line of the table: the first whose condition fits gives the status. */
export interface StatusLine {
  readonly status: Status;
  readonly when: string;
  readonly fits: (input: StatusInput) => boolean;
}

const backed = (input: StatusInput): boolean => input.strength === "verified" || input.strength === "observed";

/** In the order of DESIGN: the first line that fits. */
export const statusTable: readonly StatusLine[] = [
  {
    status: "orphaned",
    when: "its rule or subject is gone, and nobody decided to avoid it",
    fits: (i) => i.finding === "orphaned" && i.decision !== "avoid",
  },
  {
    status: "avoided",
    when: "decided to avoid, and its subject has left the model",
    fits: (i) => i.finding === "orphaned",
  },
  { status: "accepted", when: "the risk is accepted, and the acceptance is in force", fits: (i) => i.accepted },
  {
    status: "transferred",
    when: "transferred, with approval where it is needed",
    fits: (i) => i.decision === "transfer" && i.decisionInForce,
  },
  {
    status: "not-applicable",
    when: "a person named the fact that makes it so, with approval where it is needed",
    fits: (i) => i.finding === "not-applicable" || (i.decision === "not-applicable" && i.decisionInForce),
  },
  {
    status: "verified",
    when: "addressed by a verified fact, or the criteria of all its mitigations met",
    fits: (i) => (i.finding === "addressed" && i.strength === "verified") || i.mitigationsVerified,
  },
  {
    status: "addressed",
    when: "addressed, and backed by a source or not severe",
    fits: (i) => i.finding === "addressed" && (backed(i) || !i.severe),
  },
  { status: "claimed", when: "severe, and addressed only on somebody's word", fits: (i) => i.finding === "addressed" },
  {
    status: "implemented",
    when: "all its mitigations are implemented, not yet verified",
    fits: (i) => i.mitigating && i.mitigationsImplemented,
  },
  {
    status: "mitigating",
    when: "decided to mitigate, or a mitigation is chosen",
    fits: (i) => i.mitigating || i.decision === "mitigate",
  },
  { status: "asked", when: "an answer is missing", fits: (i) => i.finding === "asked" },
  { status: "assessed", when: "open, and a person confirmed or changed its score", fits: (i) => i.scored },
  { status: "open", when: "otherwise", fits: () => true },
];

/** The status: the first line that fits. */
export function statusOf(input: StatusInput): Status {
  return (statusTable.find((line) => line.fits(input)) as StatusLine).status;
}

/** Statuses that close a threat: nothing is left to do about it for now. */
export const closedStatuses: ReadonlySet<Status> = new Set([
  "avoided",
  "orphaned",
  "accepted",
  "transferred",
  "not-applicable",
  "verified",
  "addressed",
]);

/** How settled a status is, least settled first: coverage shows the least settled one of a cell. */
export const settledness: readonly Status[] = [
  "open",
  "assessed",
  "asked",
  "mitigating",
  "implemented",
  "claimed",
  "accepted",
  "transferred",
  "addressed",
  "verified",
  "not-applicable",
  "avoided",
  "orphaned",
];
