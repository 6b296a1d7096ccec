// Validation: which criteria evidence shows to be met, and what rests on somebody's word.

import { distinctTitles } from "@parapet/core";
import type { TeamView, Work } from "../../member.ts";
import { count, counted, list, sentence, when } from "../../sentences.ts";

/** What the designer checked against evidence. */
export function validate({ analysis, threats }: TeamView): Work {
  const required = analysis.criteria.filter((criterion) => criterion.required);
  const of = (verdict: string): number => required.filter((criterion) => criterion.verdict === verdict).length;
  const verified = threats.filter(({ status }) => status === "verified").length;
  const claimed = threats.filter(({ status }) => status === "claimed");
  const failed = required.filter(({ verdict }) => verdict === "failed").map(({ id }) => id);
  const mitigations = distinctTitles(analysis.mitigations);
  const implemented = analysis.mitigations
    .filter(({ state }) => state === "implemented")
    .map(({ id, title }) => mitigations.get(id) ?? title);
  const verdicts = (["passed", "failed", "stale", "missing"] as const).filter((verdict) => of(verdict) > 0);
  return {
    did: [
      required.length === 0
        ? `Looked for evidence: ${analysis.mitigations.length === 0 ? "no mitigation is chosen yet" : "no mitigation has a required criterion yet"}, so that there is nothing to show.`
        : `Looked for evidence of ${count(required.length, "required criterion", "required criteria")}: ${list(verdicts.map((verdict) => `${of(verdict)} ${verdict}`))}.`,
    ],
    found: [
      ...when(verified > 0, () => `${sentence(counted(verified, "threat", "is", "are"))} verified by evidence.`),
      ...when(
        claimed.length > 0,
        () =>
          `${sentence(counted(claimed.length, "critical or high threat", "is", "are", "critical or high threats"))} closed on somebody's word alone; sources or evidence have to back ${claimed.length === 1 ? "it" : "them"}.`,
      ),
      ...when(
        failed.length > 0,
        () =>
          `${sentence(counted(failed.length, "criterion", "was", "were", "criteria"))} tested and failed: ${list(failed)}.`,
      ),
      ...when(
        implemented.length > 0,
        () =>
          `${sentence(counted(implemented.length, "mitigation", "is", "are"))} said to be done and not yet shown: ${list(implemented, 3)}.`,
      ),
    ],
  };
}
