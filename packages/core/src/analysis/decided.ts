// What people decided about a threat, and what that makes of it: its score, its status, the controls that count.

import { isApproved } from "../model/approvals.ts";
import type { Doubt } from "../model/assumption.ts";
import { mayApprove, needsSecondPerson } from "../model/authority.ts";
import { shortDigest } from "../model/digest.ts";
import type { Control } from "../model/knowledge.ts";
import type { Decision } from "../model/register.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import type { Finding, Status, Strength } from "../model/vocabulary.ts";
import type { Scored, Scorer } from "../scoring/index.ts";
import { acceptanceOf } from "../validation/acceptances.ts";
import { statusOf } from "../validation/status.ts";
import type { Entries } from "./register-index.ts";
import type { AcceptanceView, Threat } from "./result.ts";
import type { ThreatInput } from "./threats.ts";

/** A threat as far as decisions look at it. */
export interface Decidable {
  readonly id: () => string;
  readonly finding: Finding;
  readonly strength: Strength | undefined;
  readonly categories: Threat["categories"];
  readonly controls: readonly string[];
  readonly told?: { readonly doubt?: Doubt | undefined } | undefined;
}

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
  scored(id: () => string, proposal: Scored, entries: Entries | undefined): Scored {
    const given = entries?.score;
    if (!given?.factors || given.method !== this.#in.method.id) return proposal;
    const lowered =
      given.lowered !== undefined &&
      needsSecondPerson(this.#in.columns.graph.document, given.lowered) &&
      !isApproved(entries?.keys.score ?? id(), given);
    if (lowered) return proposal;
    const rescore = given.basis !== undefined && given.basis !== shortDigest(proposal.score.factors);
    const asProposed = given.basis !== undefined && given.basis === shortDigest(given.factors);
    return this.#scorer.given(given.factors, given.reasons ?? {}, proposal, rescore, asProposed);
  }

  /** The status by the status table; an acceptance that it rests on is noted. */
  status(threat: Decidable, severe: boolean, scored: Scored, entries: Entries | undefined): Status {
    const { decision, keys } = entries ?? {};
    return statusOf({
      finding: threat.finding,
      strength: threat.strength,
      severe,
      decision: decision?.decision,
      decisionInForce:
        decision !== undefined &&
        threat.told?.doubt === undefined &&
        this.#inForce(threat.id(), keys?.decision ?? threat.id(), decision, scored),
      accepted: this.#isAccepted(threat, scored, entries),
      ...progressOf(entries?.verdicts ?? [], threat.categories),
      scored: !scored.score.proposed,
    });
  }

  #isAccepted(threat: Decidable, scored: Scored, entries: Entries | undefined): boolean {
    if (!entries?.acceptance) return false;
    const { document } = this.#in.columns.graph;
    const { now, history } = this.#in;
    const id = threat.id();
    const key = entries.keys.acceptance ?? id;
    const accepted = acceptanceOf(id, key, entries.acceptance, scored.tier, document, now, history, threat.told?.doubt);
    this.acceptances.push(accepted);
    return accepted.state === "in-force";
  }

  /** The controls that lower the current risk: those verified here, and the one behind an observed or verified fact that addresses it. */
  working(threat: Decidable, verdicts: readonly MitigationVerdict[]): readonly (Control | undefined)[] {
    const verified = verdicts
      .filter(({ state }) => state === "verified" || state === "stale")
      .map((verdict) => verdict.control);
    const backed = threat.finding === "addressed" && (threat.strength === "verified" || threat.strength === "observed");
    return backed ? [...verified, this.#in.compiled.controls.get(threat.controls[0] ?? "")] : verified;
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

/**
 * How far the mitigations of a threat have come. Noticing is not preventing: a mitigation by a detective or corrective control alone
 * closes nothing, except where denial is the threat.
 */
function progressOf(
  verdicts: readonly MitigationVerdict[],
  categories: Threat["categories"],
): {
  mitigationsVerified: boolean;
  mitigationsImplemented: boolean;
  mitigating: boolean;
} {
  const states = verdicts.map((verdict) => verdict.state);
  const done = (state: string): boolean => state === "verified" || state === "stale";
  return {
    mitigationsVerified: states.every(done) && verdicts.some((verdict) => prevents(verdict, categories)),
    mitigationsImplemented: states.length > 0 && states.every((state) => done(state) || state === "implemented"),
    mitigating: states.some((state) => state !== "failed"),
  };
}

function prevents({ control }: MitigationVerdict, categories: Threat["categories"]): boolean {
  if (!control || control.level === "structural" || control.level === "preventive") return true;
  return categories.includes("repudiation");
}
