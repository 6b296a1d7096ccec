// The counts that every report begins with. No open count without the asked count beside it.

import { type Tier, tiers } from "../model/vocabulary.ts";
import { round1 } from "../scoring/index.ts";
import { closedStatuses } from "../validation/status.ts";
import type { CoverageRow, Question, ScoreRecord, Summary, Surface, ThreatRecord } from "./result.ts";

type Count = { open: number; asked: number; addressed: number };

/** Counts and sums over the parts of an analysis. */
export function summaryOf(
  parts: {
    readonly scores: readonly ScoreRecord[];
    readonly threats: readonly ThreatRecord[];
    readonly questions: readonly Question[];
    readonly coverage: readonly CoverageRow[];
    readonly surface: Surface;
  },
  latent: number,
): Summary {
  const byTier = Object.fromEntries(tiers.map((tier) => [tier, { open: 0, asked: 0, addressed: 0 }])) as Record<
    Tier,
    Count
  >;
  const sums = { open: 0, asked: 0, addressed: 0, claimed: 0, accepted: 0 };
  const risk = { open: 0, addressed: 0 };
  for (const threat of parts.threats) {
    const place = placeOf(threat);
    if (place === undefined) continue;
    sums[place]++;
    const count = byTier[threat.tier];
    if (place === "open" || place === "asked") count[place]++;
    else count.addressed++;
    if (place === "open") risk.open += threat.current;
    if (place === "addressed" || place === "claimed")
      risk.addressed += (parts.scores[threat.score] as ScoreRecord).inherent;
  }
  return {
    ...sums,
    latent,
    openRisk: round1(risk.open),
    hiddenRisk: round1(parts.questions.reduce((sum, question) => sum + question.riskHeld, 0)),
    addressedRisk: round1(risk.addressed),
    byTier,
    questions: parts.questions.filter((question) => question.settles > 0).length,
    latentQuestions: parts.questions.filter((question) => question.settles === 0).length,
    surface: parts.surface.score,
    notExamined: parts.coverage.reduce(
      (sum, row) => sum + row.cells.filter((cell) => cell === "not-examined").length,
      0,
    ),
  };
}

/** Which count a threat belongs to; undefined for those that are gone, avoided or do not apply. */
export function placeOf(
  threat: Pick<ThreatRecord, "status" | "finding">,
): "open" | "asked" | "addressed" | "claimed" | "accepted" | undefined {
  if (threat.status === "accepted" || threat.status === "transferred") return "accepted";
  if (threat.status === "claimed") return "claimed";
  if (threat.status === "addressed" || threat.status === "verified") return "addressed";
  if (closedStatuses.has(threat.status)) return undefined;
  return threat.finding === "asked" ? "asked" : "open";
}
