// What waits for a second person: lowered scores, accepted risks, and decisions that let a threat stand; with who may approve it.
import {
  type Document,
  entriesByThreat,
  mayApprove,
  needsSecondPerson,
  type Recorded,
  type Threat,
  type Tier,
} from "@parapet/core";

export const approving = ["approve-score", "approve-acceptance", "approve-decision"] as const;
export type Approving = (typeof approving)[number];

export interface Waits {
  readonly threat: string;
  readonly command: Approving;
  /** Who decided it. */
  readonly by: string;
  /** Who said that they approve; it counts once they do it themselves. */
  readonly saidBy: string | undefined;
  /** People of people.yaml, or of the model, who may approve it. */
  readonly able: readonly string[];
  /** Whether the person who sits here may approve it, when it is known who that is. */
  readonly yours?: boolean;
}

interface Request {
  readonly by: string;
  readonly owner?: string | undefined;
}

/** All that waits, in the order of the threats; what needs no second person in its tier waits for nobody. */
export function approvalsOf(
  document: Document,
  threats: readonly Pick<Threat, "id" | "tier">[],
  you?: string,
): readonly Waits[] {
  const { acceptances, decisions, scores } = document.register ?? {};
  const recorded = {
    scores: entriesByThreat(document, scores),
    acceptances: entriesByThreat(document, acceptances),
    decisions: entriesByThreat(document, decisions),
  };
  const people = Object.keys(document.people?.people ?? document.model.participants ?? {});
  const waits = (
    threat: string,
    command: Approving,
    tier: Tier,
    one: Recorded<Request> | undefined,
  ): readonly Waits[] => {
    if (!one || one.approved || !needsSecondPerson(document, tier)) return [];
    const { by, owner } = one.entry;
    const may = (person: string) => mayApprove(document, person, [by, owner], tier, threat).length === 0;
    const own = you === undefined ? {} : { yours: may(you) };
    return [{ threat, command, by, saidBy: one.said?.by, able: people.filter(may), ...own }];
  };
  return threats.flatMap(({ id, tier }): readonly Waits[] => {
    const score = recorded.scores.get(id);
    const decision = recorded.decisions.get(id);
    const letsStand = decision?.entry.decision === "transfer" || decision?.entry.decision === "not-applicable";
    return [
      ...(score?.entry.lowered ? waits(id, "approve-score", score.entry.lowered, score) : []),
      ...waits(id, "approve-acceptance", tier, recorded.acceptances.get(id)),
      ...(letsStand ? waits(id, "approve-decision", tier, decision) : []),
    ];
  });
}
