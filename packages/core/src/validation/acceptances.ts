// Risk acceptances: in force only with an owner, a reason, a review date in the future and, where the tier demands it, another person.
import type { AcceptanceView } from "../analysis/result.ts";
import { approvalState, isApproved } from "../model/approvals.ts";
import type { Doubt } from "../model/assumption.ts";
import { mayApprove, needsSecondPerson } from "../model/authority.ts";
import { nameOfPerson } from "../model/called.ts";
import type { Document } from "../model/document.ts";
import type { Acceptance } from "../model/register.ts";
import { claimedBy } from "../model/spoken.ts";
import type { Tier } from "../model/vocabulary.ts";

/** Who added what, as the version history shows it: threat key → the authors' e-mail addresses. */
export interface Authors {
  /** An author of the request; the approval's, when that one wrote a part of it. */
  readonly requested?: string;
  readonly approved?: string;
  /** The request has a line from a later commit than the approval. */
  readonly changed?: boolean;
}
export type History = Readonly<Record<string, Authors>>;

/**
 * The state of an acceptance for a threat of this tier; `key` is where the register has it. An approval is of the request as it stood:
 * when the request changed since, it waits again. With `history`, the authors of the commits have to be two people, and an approval
 * that names no digest has to be the last commit. `doubt`: what the threat rests on and is not known any more.
 */
export function acceptanceOf(
  threat: string,
  key: string,
  acceptance: Acceptance,
  tier: Tier,
  document: Document,
  now: string,
  history: History | undefined,
  doubt?: Doubt,
): AcceptanceView {
  const approver = isApproved(key, acceptance) ? acceptance.approved?.by : undefined;
  const { state, because } = stateOf(
    threat,
    key,
    acceptance,
    tier,
    document,
    now,
    history === undefined ? undefined : (history[threat] ?? {}),
    doubt,
  );
  return {
    threat,
    owner: acceptance.owner,
    why: acceptance.why,
    review: acceptance.review,
    on: acceptance.on,
    ...(approver ? { approvedBy: approver } : {}),
    ...(approvalState(key, acceptance) === "said" ? { saidBy: acceptance.approved?.by as string } : {}),
    ...(doubt ? { assumption: doubt.assumption } : {}),
    tier,
    state,
    ...(because ? { because } : {}),
  };
}

function stateOf(
  threat: string,
  key: string,
  acceptance: Acceptance,
  tier: Tier,
  document: Document,
  now: string,
  authors: Authors | undefined,
  doubt: Doubt | undefined,
): { state: AcceptanceView["state"]; because?: string } {
  if (acceptance.review < now) return { state: "expired", because: `its review date ${acceptance.review} is past` };
  if (doubt !== undefined) return { state: "claimed", because: doubt.say };
  if (!needsSecondPerson(document, tier)) return { state: "in-force" };
  const approved = acceptance.approved;
  if (!approved) return { state: "proposed", because: `${tier} risk needs the approval of another person` };
  const standing = approvalState(key, acceptance);
  if (standing === "outdated")
    return { state: "proposed", because: `it changed after ${nameOfPerson(document, approved.by)} approved it` };
  if (standing === "said") return { state: "claimed", because: claimedBy(document, approved, "approves it") };
  const [problem] = mayApprove(document, approved.by, [acceptance.owner, acceptance.by], tier, threat);
  if (problem) return { state: "claimed", because: problem.say };
  if (!authors) return { state: "in-force" };
  if (!authors.requested || !authors.approved)
    return { state: "claimed", because: "the history shows no commit for both steps" };
  if (authors.requested === authors.approved) return { state: "claimed", because: "one author committed both steps" };
  if (approved.of === undefined && authors.changed)
    return {
      state: "claimed",
      because: `a commit changed it after ${nameOfPerson(document, approved.by)} approved it`,
    };
  return { state: "in-force" };
}
