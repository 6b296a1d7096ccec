// Maintenance: whether what people reviewed, accepted and showed still stands.

import type { TeamView, Work } from "../../member.ts";
import { count, counted, list, sentence, when } from "../../sentences.ts";

/** What the architect checked to keep the model true. */
export function maintain({ analysis, document, threats }: TeamView): Work {
  const { acceptances, gates, validUntil, now } = analysis;
  const { reviews, evidence } = document.register ?? {};
  const lapsed = acceptances.filter(({ state }) => state === "expired").map(({ threat }) => threat);
  const orphaned = threats.filter(({ finding }) => finding === "orphaned").map(({ id }) => id);
  const failing = gates.filter(({ holds }) => !holds);
  const checked = [
    [Object.keys(reviews ?? {}).length, "review", "reviews"],
    [acceptances.length, "risk acceptance", "risk acceptances"],
    [Object.keys(evidence ?? {}).length, "piece of evidence", "pieces of evidence"],
  ] as const;
  const some = checked.filter(([n]) => n > 0).map(([n, one, many]) => count(n, one, many));
  return {
    did: [
      some.length === 0
        ? "Looked for reviews, risk acceptances and evidence: there is none yet."
        : `Checked ${list(some)} as of ${now}.`,
      `Tried ${count(gates.length, "gate")}: ${failing.length === 0 ? "all hold" : `${gates.length - failing.length} ${gates.length - failing.length === 1 ? "holds" : "hold"}`}.`,
    ],
    found: [
      ...failing.map(({ why, failing: items }) => `Missed by ${items.length}: ${why}.`),
      ...when(
        lapsed.length > 0,
        () =>
          `${sentence(counted(lapsed.length, "acceptance", "is", "are"))} past review, and ${lapsed.length === 1 ? "its threat is" : "their threats are"} open again: ${list(lapsed, 3)}.`,
      ),
      ...when(
        orphaned.length > 0,
        () =>
          `${sentence(counted(orphaned.length, "entry of the register stands", "for a thing or rule that is", "for things or rules that are", "entries of the register stand"))} gone: ${list(orphaned, 3)}.`,
      ),
      ...when(validUntil !== undefined, () => `Without any edit the result changes on ${validUntil}.`),
    ],
  };
}
