// What people recorded of threats, by the threats as they are called today, each with the approval that stands.
import { approvalState } from "./approvals.ts";
import type { Document } from "./document.ts";
import type { Approval } from "./register.ts";
import { threatMeant } from "./threats.ts";

/** An entry of the register that another person may approve. */
export interface Recorded<T> {
  readonly entry: T;
  /** The approval of the entry as it stands. */
  readonly approved?: Approval;
  /** An approval that its person only said, and another wrote down: it does not count yet. */
  readonly said?: Approval;
  /** An approval of what the entry said before it changed: it no longer counts. */
  readonly outdated?: Approval;
}

/** Entries of the register by the threat that each means now; an entry under today's id goes before one under an earlier name. */
export function entriesByThreat<T extends { readonly approved?: Approval | undefined }>(
  document: Document,
  entries: Readonly<Record<string, T>> | undefined,
): ReadonlyMap<string, Recorded<T>> {
  const byThreat = new Map<string, Recorded<T>>();
  for (const [key, entry] of Object.entries(entries ?? {})) {
    const threat = threatMeant(document, key);
    if (threat !== key && byThreat.has(threat)) continue;
    const { approved } = entry;
    const state = approvalState(key, entry);
    byThreat.set(threat, {
      entry,
      ...(approved &&
        (state === "done" ? { approved } : state === "said" ? { said: approved } : { outdated: approved })),
    });
  }
  return byThreat;
}
