// What a change did, in one line: "settles 4 threats, opens 1, hidden risk 182 → 131".
import { type Analysis, byCodeUnit, closedStatuses, type ThreatRecord } from "@parapet/core";
import { count, hanging, risk } from "./style.ts";

/** One name for a threat before and after a change that may have renamed its thing. */
export type Meant = (id: string) => string;

/** Threats that there were not before, and those that there are not any more: by id, in code-unit order. */
export interface ComeAndGone {
  readonly come: readonly string[];
  readonly gone: readonly string[];
}

/** Which threats a change brings, open or asked, and which it takes out of the list. Answers settle threats; they do not take them away. */
export function comeAndGone(before: Analysis, after: Analysis, meant: Meant = (id) => id): ComeAndGone {
  const raised = ({ finding }: ThreatRecord): boolean => finding === "open" || finding === "asked";
  const raisedBeyond = (threats: readonly ThreatRecord[], others: readonly ThreatRecord[]): string[] => {
    const there = new Set(others.map(({ id }) => meant(id)));
    return threats.filter((threat) => raised(threat) && !there.has(meant(threat.id))).map(({ id }) => id);
  };
  const come = raisedBeyond(after.threats, before.threats);
  const gone = raisedBeyond(before.threats, after.threats);
  return { come: come.sort(byCodeUnit), gone: gone.sort(byCodeUnit) };
}

/** How many ids a line names. */
const named = 5;

/** The two lists for people; none where nothing came or went. */
export function comeAndGoneLines({ come, gone }: ComeAndGone): readonly string[] {
  return [idLine("New", come), idLine("Gone", gone)].flat();
}

function idLine(word: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const more = ids.length > named ? ` and ${ids.length - named} more` : "";
  return [hanging("", 2, `${word}: ${ids.slice(0, named).join(", ")}${more}.`)];
}

/** The effect of a change between two analyses; empty when nothing that a person would notice changed. */
export function effectSentence(before: Analysis, after: Analysis, meant: Meant = (id) => id): string {
  const old = new Map(before.threats.map((threat) => [meant(threat.id), threat]));
  const now = new Map(after.threats.map((threat) => [meant(threat.id), threat]));
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
