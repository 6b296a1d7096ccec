// Votes as minutes tell them: the spread without names, what was agreed, and why.
import { byCodeUnit, escapeMarkdown, markdownCode, markdownTable, type Vote, type Workshop } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { tierSigns } from "../words.ts";

/** A table per threat, in code-unit order. */
export function voteLines(view: ReportView, { votes = {} }: Workshop): readonly string[] {
  const threats = Object.entries(votes).sort(([a], [b]) => byCodeUnit(a, b));
  if (threats.length === 0) return ["There was no vote."];
  return threats.flatMap(([id, factors]) => {
    const threat = view.threat(id);
    const rows = Object.entries(factors)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([factor, vote]) => [factor, spreadWords(vote), String(vote.result), escapeMarkdown(vote.rationale)]);
    return [
      `**${escapeMarkdown(threat?.title ?? id)}** (${markdownCode(id)})${threat ? `, now ${tierSigns[threat.tier]}` : ""}`,
      "",
      ...markdownTable(["factor", "votes", "agreed", "why"], rows),
      "",
    ];
  });
}

/** `3 3 6 9`: the votes in order, and how far they lie apart. */
function spreadWords({ spread }: Vote): string {
  const apart = (spread.at(-1) as number) - (spread[0] as number);
  return `${spread.join(" ")}${apart === 0 ? "" : ` (${Math.round(apart * 10) / 10} apart)`}`;
}
