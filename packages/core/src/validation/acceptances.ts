// Risk acceptances: in force only with an owner, a reason, a review date in the future and, where the tier demands it, another person.
import type { AcceptanceView } from "../analysis/result.ts";
import { mayApprove, needsSecondPerson } from "../model/authority.ts";
import type { Document } from "../model/document.ts";
import type { Acceptance } from "../model/register.ts";
import type { Tier } from "../model/vocabulary.ts";

/** Who added what, as the version history shows it: threat key → the authors' e-mail addresses. */
export interface Authors {
  readonly requested?: string;
  readonly approved?: string;
}
export type History = Readonly<Record<string, Authors>>;

/** The state of an acceptance for a threat of this tier. With `history`, the authors of the commits have to be two people. */
export function acceptanceOf(
  threat: string,
  acceptance: Acceptance,
  tier: Tier,
  document: Document,
  now: string,
  history: History | undefined,
): AcceptanceView {
  const approver = acceptance.approved?.by;
  const { state, because } = stateOf(
    threat,
    acceptance,
    tier,
    document,
    now,
    history === undefined ? undefined : (history[threat] ?? {}),
  );
  return {
    threat,
    owner: acceptance.owner,
    why: acceptance.why,
    review: acceptance.review,
    on: acceptance.on,
    ...(approver ? { approvedBy: approver } : {}),
    tier,
    state,
    ...(because ? { because } : {}),
  };
}

function stateOf(
  threat: string,
  acceptance: Acceptance,
  tier: Tier,
  document: Document,
  now: string,
  authors: Authors | undefined,
): { state: AcceptanceView["state"]; because?: string } {
  if (acceptance.review < now) return { state: "expired", because: `its review date ${acceptance.review} is past` };
  if (!needsSecondPerson(document, tier)) return { state: "in-force" };
  const approved = acceptance.approved;
  if (!approved) return { state: "proposed", because: `${tier} risk needs the approval of another person` };
  const [problem] = mayApprove(document, approved.by, [acceptance.owner, acceptance.by], tier, threat);
  if (problem) return { state: "claimed", because: problem.say };
  if (!authors) return { state: "in-force" };
  if (!authors.requested || !authors.approved)
    return { state: "claimed", because: "the history shows no commit for both steps" };
  if (authors.requested === authors.approved) return { state: "claimed", because: "one author committed both steps" };
  return { state: "in-force" };
}
