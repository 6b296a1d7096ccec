// The counts that every report begins with. No open count without the asked count beside it.

import { type QuestionList, questionsWhere, type Unexamined } from "../enumeration/index.ts";
import { type Tier, tiers } from "../model/vocabulary.ts";
import { closedStatuses } from "../validation/status.ts";
import type { ScoreRecord, Summary, Surface, ThreatRecord } from "./result.ts";
import type { ThreatTable } from "./threat-table.ts";

type Count = { open: number; asked: number; addressed: number };

/** Counts and sums over the parts of an analysis. */
export function summaryOf(
  parts: {
    readonly scores: readonly ScoreRecord[];
    readonly table: ThreatTable;
    readonly questions: QuestionList;
    readonly unexamined: readonly Unexamined[];
    readonly surface: Surface;
  },
  latent: number,
): Summary {
  const byTier = Object.fromEntries(tiers.map((tier) => [tier, { open: 0, asked: 0, addressed: 0 }])) as Record<
    Tier,
    Count
  >;
  const sums = { open: 0, asked: 0, addressed: 0, claimed: 0, accepted: 0 };
  const tenths = { open: 0, addressed: 0 };
  const counts = parts.table.counts();
  parts.table.cohorts.forEach(({ shared }, k) => {
    const place = placeOf(shared);
    if (place === undefined) return;
    const count = counts[k] as number;
    sums[place] += count;
    byTier[shared.tier][place === "open" || place === "asked" ? place : "addressed"] += count;
    if (place === "open") tenths.open += count * inTenths(shared.current);
    if (place === "addressed" || place === "claimed")
      tenths.addressed += count * inTenths((parts.scores[shared.score] as ScoreRecord).inherent);
  });
  const { questions } = parts;
  const settling = questionsWhere(questions, (at) => questions.settles(at) > 0).length;
  let hidden = 0;
  for (let at = 0; at < questions.size; at++) hidden += inTenths(questions.riskHeld(at));
  return {
    ...sums,
    latent,
    openRisk: tenths.open / 10,
    hiddenRisk: hidden / 10,
    addressedRisk: tenths.addressed / 10,
    byTier,
    questions: settling,
    latentQuestions: questions.size - settling,
    surface: parts.surface.score,
    notExamined: parts.unexamined.length,
  };
}

/** Risks have one decimal; whole numbers add up exactly, in any order. */
function inTenths(risk: number): number {
  return Math.round(risk * 10);
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
