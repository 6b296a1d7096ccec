// Which threats the register shows, in which groups and order: pure, so that a saved view is only its values.
import {
  closedStatuses,
  type Nearness,
  type StrideCategory,
  strideCategories,
  type Threat,
  type ThreatFilter,
  type ThreatGroup,
  type ThreatSort,
  type Tier,
  tiers,
} from "@parapet/core";

export type Filter = ThreatFilter;

/** What the register shows, and how. */
export interface RegisterView {
  readonly filter: Filter;
  readonly group: ThreatGroup;
  readonly sort: ThreatSort;
}

/** What still needs something, by rule, with the breadth of what is wrong on top. */
export const firstView: RegisterView = { filter: { settled: "no" }, group: "rule", sort: "reading" };

/** What a filter looks up of the analysis. */
export interface Around {
  readonly title: (id: string) => string;
  readonly near: Nearness;
  readonly person: (key: string) => string;
}

/** True for a threat that still needs something: neither closed nor orphaned. */
export function isLive({ status }: Threat): boolean {
  return !closedStatuses.has(status) && status !== "orphaned";
}

/** The threats that fit, in reading order: all that the filter names has to fit. */
export function filtered(
  threats: readonly Threat[],
  filter: Filter,
  { title, near, person }: Around,
): readonly Threat[] {
  const words = (filter.words ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const named = (list: readonly string[] | undefined, ...values: readonly (string | undefined)[]): boolean =>
    list === undefined || values.some((value) => value !== undefined && list.includes(value));
  return threats.filter((threat) => {
    if (filter.settled !== undefined && isLive(threat) !== (filter.settled === "no")) return false;
    const { tier, categories, finding, status, decision, rule, subject, feature, owner } = threat;
    if (!named(filter.tiers, tier) || !named(filter.categories, ...categories)) return false;
    if (!named(filter.findings, finding) || !named(filter.statuses, status)) return false;
    if (!named(filter.decisions, decision) || !named(filter.rules, rule) || !named(filter.owners, owner)) return false;
    if (filter.feature !== undefined && feature !== filter.feature) return false;
    if (!named(filter.subjects, ...near.things(subject)) || !named(filter.zones, ...near.zones(subject))) return false;
    if (words.length === 0) return true;
    const text =
      `${threat.title} ${threat.id} ${title(subject)} ${owner === undefined ? "" : `${owner} ${person(owner)}`}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A filter of one cell of the heat map: a subject alone, without what is near it. */
export function inCell(threats: readonly Threat[], cell: Cell | undefined): readonly Threat[] {
  if (!cell) return threats;
  return threats.filter(({ subject, categories }) => subject === cell.subject && categories.includes(cell.category));
}

export interface Cell {
  readonly subject: string;
  readonly category: StrideCategory;
}

type Order = (a: Threat, b: Threat) => number;
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const last = "\uffff";

const orders: Readonly<Record<Exclude<ThreatSort, "reading">, Order>> = {
  risk: (a, b) => b.current - a.current,
  tier: (a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier),
  title: (a, b) => text(a.title, b.title),
  owner: (a, b) => text(a.owner ?? last, b.owner ?? last),
  due: (a, b) => text(a.due ?? last, b.due ?? last),
};

/** The threats in an order; what is equal there stays in reading order. */
export function sorted(threats: readonly Threat[], sort: ThreatSort): readonly Threat[] {
  return sort === "reading" ? threats : [...threats].sort(orders[sort]);
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
  readonly category: (category: StrideCategory | undefined) => string;
  readonly person: (key: string) => string;
  /** Of what nobody owns. */
  readonly nobody: string;
}

/** Rows by group, groups in the order in which their first threat is read; closed groups show their head alone. */
export function rowsOf(
  threats: readonly Threat[],
  grouping: ThreatGroup,
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

function groupTitle(threat: Threat, grouping: ThreatGroup, names: GroupNames): string {
  if (grouping === "rule") return threat.ruleTitle;
  if (grouping === "subject") return names.title(threat.subject);
  if (grouping === "zone") return names.zone(threat.subject);
  if (grouping === "tier") return names.tier(threat.tier);
  if (grouping === "owner") return threat.owner === undefined ? names.nobody : names.person(threat.owner);
  if (grouping === "category") return names.category(threat.categories[0]);
  return names.status(threat);
}

/** The STRIDE categories in their order: the columns of the heat map. */
export const columns = strideCategories;
