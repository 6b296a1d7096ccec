// Lists of threats: what is open before what is asked; groups first with the number of their members, then the others, in reading order.
import type { Threat } from "@parapet/core";
import { dim, hanging, risk, tierMark } from "./style.ts";
import { threatLine } from "./summary.ts";

/** Threats that share a rule and the thing whose one answer decides them. */
export interface ThreatGroup {
  readonly threats: readonly Threat[];
}

/** Threats by group, open ones first; a group of one is a threat by itself. */
export function grouped(threats: readonly Threat[]): readonly ThreatGroup[] {
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) {
    const key =
      threat.group === undefined
        ? threat.id
        : `${threat.rule} ${threat.group} ${threat.finding} ${threat.status} ${threat.tier}`;
    const there = groups.get(key);
    if (there) there.push(threat);
    else groups.set(key, [threat]);
  }
  const all = [...groups.values()].map((members) => ({ threats: members }));
  const open = (group: ThreatGroup): boolean => group.threats[0]?.finding === "open";
  const several = (group: ThreatGroup): boolean => group.threats.length > 1;
  const rank = (group: ThreatGroup): number => (open(group) ? 0 : 2) + (several(group) ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b));
}

/** One entry of a list: a threat, or a group with its count and members. */
export function groupLines(group: ThreatGroup): string {
  const [first] = group.threats;
  if (!first) return "";
  if (group.threats.length === 1) return threatLine(first);
  const total = group.threats.reduce((sum, threat) => sum + threat.current, 0);
  const subjects = group.threats.map((threat) => threat.subject);
  const shown = subjects.slice(0, 6).join(", ") + (subjects.length > 6 ? " …" : "");
  return [
    hanging(`${tierMark[first.tier]} `, 4, `${group.threats.length} like this: ${first.title}`),
    `    ${dim(`${first.rule}@… · ${first.status} · risk ${risk(total)} together`)}`,
    hanging("    ", 4, dim(`on ${shown}`)),
  ].join("\n");
}
