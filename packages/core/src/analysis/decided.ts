// What people decided about a threat, and what that makes of it: its score, its status, the controls that count.

import { isApproved } from "../model/approvals.ts";
import { mayApprove, needsSecondPerson } from "../model/authority.ts";
import { shortDigest } from "../model/digest.ts";
import type { Control } from "../model/knowledge.ts";
import type { Decision } from "../model/register.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import type { Finding, Status } from "../model/vocabulary.ts";
import type { Scored, Scorer } from "../scoring/index.ts";
import { acceptanceOf } from "../validation/acceptances.ts";
import { statusOf } from "../validation/status.ts";
import { type Draft, noOne, progressOf } from "./draft.ts";
import type { Entries } from "./register-index.ts";
import type { AcceptanceView } from "./result.ts";
import type { ThreatInput } from "./threats.ts";

/** Reads the register's entries of a threat against the document, the day and the history. */
export class Decided {
  readonly acceptances: AcceptanceView[] = [];
  readonly #in: ThreatInput;
  readonly #scorer: Scorer;

  constructor(input: ThreatInput, scorer: Scorer) {
    this.#in = input;
    this.#scorer = scorer;
  }

  /** The score that a person gave, while it counts, else the proposal. */
  scored(draft: Draft, entries: Entries | undefined): Scored {
    const given = entries?.score;
    if (!given?.factors || given.method !== this.#in.method.id) return draft.proposal;
    const lowered =
      given.lowered !== undefined &&
      needsSecondPerson(this.#in.columns.graph.document, given.lowered) &&
      !isApproved(entries?.keys.score ?? draft.id, given);
    if (lowered) return draft.proposal;
    const rescore = given.basis !== undefined && given.basis !== shortDigest(draft.proposal.score.factors);
    return this.#scorer.given(given.factors, given.reasons ?? {}, draft.proposal, rescore);
  }

  /** The status by the status table; an acceptance that it rests on is noted. */
  status(draft: Draft, finding: Finding, severe: boolean, scored: Scored, entries: Entries): Status {
    const { document } = this.#in.columns.graph;
    const accepted =
      entries.acceptance &&
      acceptanceOf(
        draft.id,
        entries.keys.acceptance ?? draft.id,
        entries.acceptance,
        scored.tier,
        document,
        this.#in.now,
        this.#in.history,
      );
    if (accepted) this.acceptances.push(accepted);
    return statusOf({
      finding,
      strength: draft.strength,
      severe,
      decision: entries.decision?.decision,
      decisionInForce:
        entries.decision !== undefined &&
        this.#inForce(draft.id, entries.keys.decision ?? draft.id, entries.decision, scored),
      accepted: accepted?.state === "in-force",
      ...progressOf(entries.verdicts, draft.categories),
      scored: !scored.score.proposed,
    });
  }

  /** The controls that lower the current risk: those verified here, and the one behind an observed or verified fact that addresses it. */
  working(draft: Draft, verdicts: readonly MitigationVerdict[]): readonly (Control | undefined)[] {
    if (draft.finding !== "addressed" && verdicts.length === 0) return noOne;
    const verified = verdicts
      .filter(({ state }) => state === "verified" || state === "stale")
      .map((verdict) => verdict.control);
    const backed = draft.finding === "addressed" && (draft.strength === "verified" || draft.strength === "observed");
    return backed ? [...verified, this.#in.compiled.controls.get(draft.controls[0] ?? "")] : verified;
  }

  #inForce(threat: string, key: string, decision: Decision, scored: Scored): boolean {
    if (decision.review !== undefined && decision.review < this.#in.now) return false;
    const { document } = this.#in.columns.graph;
    const second = decision.decision === "transfer" || decision.decision === "not-applicable";
    if (!second || !needsSecondPerson(document, scored.tier)) return true;
    const approver = decision.approved?.by;
    return (
      approver !== undefined &&
      isApproved(key, decision) &&
      mayApprove(document, approver, [decision.by, decision.owner], scored.tier, threat).length === 0
    );
  }
}
