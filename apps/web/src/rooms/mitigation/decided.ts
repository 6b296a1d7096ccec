// What was decided otherwise than to mitigate: accepted, transferred, avoided, not applicable; with what waits for approval.
import {
  type AcceptanceView,
  type Analysis,
  type Document,
  entriesByThreat,
  type Status,
  type Threat,
} from "@parapet/core";

export const otherwise = ["accept", "transfer", "avoid", "not-applicable"] as const;
export type Otherwise = (typeof otherwise)[number];

export interface Decided {
  readonly threat: Threat;
  readonly kind: Otherwise;
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
    return [
      { threat, kind, status: threat.status, by, on, why: fact ?? why, to, review, approvedBy: recorded.approved?.by },
    ];
  });
}

function acceptedAs(threat: Threat, { owner, on, why, review, approvedBy }: AcceptanceView): Decided {
  return { threat, kind: "accept", status: threat.status, by: owner, on, why, to: undefined, review, approvedBy };
}
