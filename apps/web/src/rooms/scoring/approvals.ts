// What waits for a second person: lowered scores, accepted risks, and decisions that let a threat stand; with who may approve it.
import { approvalsWaiting, type Document, mayApprove, needsSecondPerson, type Threat } from "@parapet/core";

export const approving = ["approve-score", "approve-acceptance", "approve-decision"] as const;
export type Approving = (typeof approving)[number];

export interface Waits {
  readonly threat: string;
  readonly command: Approving;
  /** Who decided it. */
  readonly by: string;
  /** People of people.yaml and of the model who may approve it. */
  readonly able: readonly string[];
}

/** All that waits, in the order of the threats; what needs no second person in its tier waits for nobody. */
export function approvalsOf(document: Document, threats: readonly Threat[]): readonly Waits[] {
  const { acceptances, decisions, scores } = document.register ?? {};
  if (!acceptances && !decisions && !scores) return [];
  return threats.flatMap((threat) =>
    approvalsWaiting(document, threat.id).flatMap((name): readonly Waits[] => {
      const command = name as Approving;
      const entry = { "approve-score": scores, "approve-acceptance": acceptances, "approve-decision": decisions }[
        command
      ]?.[threat.id];
      const tier = lowered(entry) ?? threat.tier;
      if (!entry || !needsSecondPerson(document, tier)) return [];
      const others = [entry.by, "owner" in entry ? entry.owner : undefined];
      const able = peopleOf(document).filter(
        (person) => mayApprove(document, person, others, tier, threat.id).length === 0,
      );
      return [{ threat: threat.id, command, by: entry.by, able }];
    }),
  );
}

function lowered(entry: object | undefined): Threat["tier"] | undefined {
  return entry && "lowered" in entry ? (entry.lowered as Threat["tier"]) : undefined;
}

/** Everybody who could be asked: those of people.yaml, else those who take part. */
function peopleOf(document: Document): readonly string[] {
  return Object.keys(document.people?.people ?? document.model.participants ?? {});
}
