// How much waits in proposals for somebody who takes or leaves it.
import type { FileStore } from "@parapet/adapters";
import { type Proposal, proposedCount } from "@parapet/core";
import type { FromServer } from "@parapet/live";

/** How many things proposals are of. */
export function thingsIn(proposals: readonly Proposal[]): number {
  return proposals.reduce((sum, { changes }) => sum + proposedCount(changes), 0);
}

/** What everybody hears of it: when they come, and whenever something is proposed, accepted or refused. What cannot be read counts as nothing. */
export async function waitingIn(
  store: Pick<FileStore, "proposals">,
): Promise<Extract<FromServer, { kind: "proposals" }>> {
  const waiting = await store.proposals();
  return { kind: "proposals", count: waiting.ok ? thingsIn(waiting.value) : 0 };
}
