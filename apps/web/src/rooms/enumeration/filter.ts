// Which threats the register shows, and in which groups: pure, so that a saved view is only its values.
import { closedStatuses, type StrideCategory, strideCategories, type Threat, type Tier } from "@parapet/core";

export const groupings = ["none", "rule", "subject", "zone", "tier", "status"] as const;
export type Grouping = (typeof groupings)[number];

export interface Filter {
  readonly words: string;
  /** live: open and asked, whatever somebody claims; all: everything. */
  readonly status: "live" | "all";
  readonly tier?: Tier;
  readonly subject?: string;
  readonly category?: StrideCategory;
}

export const noFilter: Filter = { words: "", status: "live" };

/** True for a threat that still needs something: neither closed nor orphaned. */
export function isLive({ status }: Threat): boolean {
  return !closedStatuses.has(status) && status !== "orphaned";
}

/** The threats that fit, in reading order. */
export function filtered(threats: readonly Threat[], filter: Filter, title: (id: string) => string): readonly Threat[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return threats.filter((threat) => {
    if (filter.status === "live" && !isLive(threat)) return false;
    if (filter.tier && threat.tier !== filter.tier) return false;
    if (filter.subject && threat.subject !== filter.subject) return false;
    if (filter.category && !threat.categories.includes(filter.category)) return false;
    if (words.length === 0) return true;
    const text = `${threat.title} ${threat.id} ${title(threat.subject)} ${threat.owner ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A row of the register: the head of a group, or a threat. */
export type Row =
  | {
      readonly kind: "group";
      readonly key: string;
      readonly title: string;
      readonly count: number;
      readonly risk: number;
    }
  | { readonly kind: "threat"; readonly key: string; readonly threat: Threat };

export interface GroupNames {
  readonly title: (id: string) => string;
  readonly zone: (subject: string) => string;
  readonly tier: (tier: Tier) => string;
  readonly status: (threat: Threat) => string;
}

/** Rows by group, groups in the order in which their first threat is read; closed groups show their head alone. */
export function rowsOf(
  threats: readonly Threat[],
  grouping: Grouping,
  closed: ReadonlySet<string>,
  names: GroupNames,
): readonly Row[] {
  if (grouping === "none") return threats.map((threat) => ({ kind: "threat", key: threat.id, threat }));
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) {
    const key = groupTitle(threat, grouping, names);
    const group = groups.get(key);
    if (group) group.push(threat);
    else groups.set(key, [threat]);
  }
  return [...groups].flatMap(([title, members]): Row[] => {
    const risk = Math.round(members.reduce((sum, { current }) => sum + current, 0));
    const head: Row = { kind: "group", key: `group ${title}`, title, count: members.length, risk };
    return closed.has(head.key)
      ? [head]
      : [head, ...members.map((threat): Row => ({ kind: "threat", key: threat.id, threat }))];
  });
}

function groupTitle(threat: Threat, grouping: Grouping, names: GroupNames): string {
  if (grouping === "rule") return threat.ruleTitle;
  if (grouping === "subject") return names.title(threat.subject);
  if (grouping === "zone") return names.zone(threat.subject);
  if (grouping === "tier") return names.tier(threat.tier);
  return names.status(threat);
}

/** The STRIDE categories in their order: the columns of the heat map. */
export const columns = strideCategories;
