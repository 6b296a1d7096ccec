// What was decided otherwise than to mitigate: accepted, transferred, avoided, not applicable; with what waits for approval.
import {
  type AcceptanceView,
  type Analysis,
  approvalsWaiting,
  type Document,
  entriesByThreat,
  type Status,
  type Threat,
} from "@parapet/core";

export const otherwise = ["accept", "transfer", "avoid", "not-applicable"] as const;
export type Otherwise = (typeof otherwise)[number];

/** Whether a decision counts: it does, it waits for the approval of another person, or it no longer does. */
export type Counting = "counts" | "waits" | "lapsed";

export interface Decided {
  readonly threat: Threat;
  readonly kind: Otherwise;
  readonly counting: Counting;
  readonly status: Status;
  readonly by: string;
  readonly on: string;
  /** Why, or the fact that makes it so. */
  readonly why: string | undefined;
  readonly to: string | undefined;
  readonly review: string | undefined;
  readonly approvedBy: string | undefined;
}

/** The decisions of a kind, in the reading order of their threats. */
export function decidedOf(document: Document, analysis: Analysis, threats: readonly Threat[]): readonly Decided[] {
  const acceptances = new Map(analysis.acceptances.map((one) => [one.threat, one]));
  const decisions = entriesByThreat(document, document.register?.decisions);
  return threats.flatMap((threat): readonly Decided[] => {
    const accepted = acceptances.get(threat.id);
    if (accepted) return [acceptedAs(threat, accepted)];
    const recorded = decisions.get(threat.id);
    const kind = recorded?.entry.decision;
    if (!recorded || kind === undefined || kind === "mitigate" || kind === "accept") return [];
    const { by, on, why, fact, to, review } = recorded.entry;
    const counting = countingOf(document, threat, kind);
    const { status } = threat;
    return [
      { threat, kind, counting, status, by, on, why: fact ?? why, to, review, approvedBy: recorded.approved?.by },
    ];
  });
}

/** What leaves the model is avoided as soon as it has left; the others count once the status says so. */
function countingOf(document: Document, { id, status }: Threat, kind: Exclude<Otherwise, "accept">): Counting {
  if (kind === "avoid" || status === (kind === "transfer" ? "transferred" : "not-applicable")) return "counts";
  return approvalsWaiting(document, id).includes("approve-decision") ? "waits" : "lapsed";
}

const countingStates: Readonly<Record<AcceptanceView["state"], Counting>> = {
  "in-force": "counts",
  proposed: "waits",
  claimed: "waits",
  expired: "lapsed",
};

function acceptedAs(threat: Threat, { owner: by, on, why, review, approvedBy, state }: AcceptanceView): Decided {
  const counting = countingStates[state];
  return { threat, kind: "accept", counting, status: threat.status, by, on, why, to: undefined, review, approvedBy };
}
