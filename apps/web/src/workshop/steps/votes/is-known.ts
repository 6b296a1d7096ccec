// Whether a score may be seen: what the engine proposes is not, until people have given their own. Pure.
import type { Threat, Workshop } from "@parapet/core";
import type { VoteView } from "@parapet/live";

/** While a vote is open nothing is known; once it is turned over all is; without one what people agreed on or confirmed. */
export function isKnown(
  { id, score }: Pick<Threat, "id" | "score">,
  { votes = {} }: Pick<Workshop, "votes">,
  vote: Pick<VoteView, "phase"> | undefined,
): boolean {
  if (vote) return vote.phase !== "open";
  return Object.hasOwn(votes, id) || !score.proposed;
}

/** The value of one scale: agreed here, or confirmed before anybody voted here. */
export function isFactorKnown(
  { id, score }: Pick<Threat, "id" | "score">,
  { votes = {} }: Pick<Workshop, "votes">,
  factor: string,
): boolean {
  const here = votes[id];
  return here === undefined ? !score.proposed : Object.hasOwn(here, factor);
}
