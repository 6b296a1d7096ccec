// What a change did, in one line: "settles 4 threats, opens 1, hidden risk 182 → 131".
import { type Analysis, closedStatuses, type ThreatRecord } from "@parapet/core";
import { count, risk } from "./style.ts";

/** The effect of a change between two analyses; empty when nothing that a person would notice changed. */
export function effectSentence(before: Analysis, after: Analysis): string {
  const old = new Map(before.threats.map((threat) => [threat.id, threat]));
  const now = new Map(after.threats.map((threat) => [threat.id, threat]));
  const closed = (threat: ThreatRecord): boolean => closedStatuses.has(threat.status) || threat.status === "claimed";
  let settles = 0;
  let opens = 0;
  for (const [id, threat] of old)
    if (!closed(threat) && (!now.has(id) || closed(now.get(id) as ThreatRecord))) settles++;
  for (const [id, threat] of now) {
    const was = old.get(id);
    if (threat.finding === "open" && !closed(threat) && (was?.finding !== "open" || closed(was))) opens++;
  }
  const parts: string[] = [];
  if (settles > 0) parts.push(`settles ${count(settles, "threat")}`);
  if (opens > 0) parts.push(`opens ${opens}`);
  parts.push(...moved("asked", before.summary.asked, after.summary.asked));
  parts.push(...moved("open risk", before.summary.openRisk, after.summary.openRisk));
  parts.push(...moved("hidden risk", before.summary.hiddenRisk, after.summary.hiddenRisk));
  return parts.length === 0 ? "" : `${parts.join(", ").replace(/^./, (first) => first.toUpperCase())}.`;
}

function moved(name: string, from: number, to: number): readonly string[] {
  return risk(from) === risk(to) ? [] : [`${name} ${risk(from)} → ${risk(to)}`];
}
