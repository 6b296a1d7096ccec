// Which scores are worth a vote: the worst in focus that nobody confirmed, then those that are to be looked at again. Pure.
import { type Threat, tierRank, type Workshop } from "@parapet/core";

/** What still asks for work; a vote on anything else changes nothing that people see. */
const asksWork: ReadonlySet<string> = new Set(["open", "asked", "assessed", "mitigating", "claimed"]);

/** The threats to vote on, worst first; those that were voted on in this workshop come last. */
export function voteCandidates(
  threats: readonly Threat[],
  { votes = {} }: Workshop,
  focus: ReadonlySet<string> | undefined,
): readonly Threat[] {
  const voted = (id: string) => Object.hasOwn(votes, id);
  return threats
    .filter(({ subject, status }) => (focus === undefined || focus.has(subject)) && asksWork.has(status))
    .map((threat, i) => ({ threat, i }))
    .sort(
      (a, b) =>
        Number(voted(a.threat.id)) - Number(voted(b.threat.id)) ||
        tierRank(a.threat.tier) - tierRank(b.threat.tier) ||
        Number(isSure(a.threat)) - Number(isSure(b.threat)) ||
        b.threat.current - a.threat.current ||
        a.i - b.i,
    )
    .map(({ threat }) => threat);
}

function isSure({ score }: Threat): boolean {
  return !score.proposed && score.rescore !== true;
}
