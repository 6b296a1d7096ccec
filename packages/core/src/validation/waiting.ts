// What waits for the approval of another person: acceptances, decisions that let a threat stand, lowered scores.
import { isApproved } from "../model/approvals.ts";
import type { Document } from "../model/document.ts";
import { effective } from "../model/effective.ts";
import type { Approval } from "../model/register.ts";
import { keyIn } from "../model/threats.ts";

/** The commands that approve what waits about a threat; empty when nothing does. */
export function approvalsWaiting(document: Document, threat: string): readonly string[] {
  const { resolve } = effective(document);
  const { acceptances, decisions, scores } = document.register ?? {};
  /** The entry of this threat, while it is not approved as it stands. */
  const unapproved = <T extends { readonly approved?: Approval | undefined }>(
    entries: Readonly<Record<string, T>> | undefined,
  ): T | undefined => {
    const key = keyIn(entries, threat, resolve);
    const entry = key === undefined ? undefined : entries?.[key];
    return key !== undefined && entry && !isApproved(key, entry) ? entry : undefined;
  };
  const decision = unapproved(decisions)?.decision;
  return [
    ...(unapproved(acceptances) ? ["approve-acceptance"] : []),
    ...(decision === "transfer" || decision === "not-applicable" ? ["approve-decision"] : []),
    ...(unapproved(scores)?.lowered ? ["approve-score"] : []),
  ];
}
