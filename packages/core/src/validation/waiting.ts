// What waits for the approval of another person: acceptances, decisions that let a threat stand, lowered scores.
import type { Document } from "../model/document.ts";
import { effective } from "../model/effective.ts";
import { keyIn } from "../model/threats.ts";

/** The commands that approve what waits about a threat; empty when nothing does. */
export function approvalsWaiting(document: Document, threat: string): readonly string[] {
  const { resolve } = effective(document);
  const { acceptances, decisions, scores } = document.register ?? {};
  const entry = <T>(entries: Readonly<Record<string, T>> | undefined): T | undefined => {
    const key = keyIn(entries, threat, resolve);
    return key === undefined ? undefined : entries?.[key];
  };
  const acceptance = entry(acceptances);
  const decision = entry(decisions);
  const score = entry(scores);
  const lets = decision?.decision === "transfer" || decision?.decision === "not-applicable";
  return [
    ...(acceptance && !acceptance.approved ? ["approve-acceptance"] : []),
    ...(lets && !decision.approved ? ["approve-decision"] : []),
    ...(score?.lowered && !score.approved ? ["approve-score"] : []),
  ];
}
