// The risk-scored register: groups first with their counts, then every threat in reading order, as CSV and as JSON.
import { type Threat, type Tier, tiers } from "@parapet/core";
import { type Cell, csv } from "../csv.ts";
import type { Report, ReportView } from "../report.ts";

export const register: Report = {
  id: "register",
  title: "Risk-scored threat register",
  member: "risk-prioritization-analyst",
  files: (view) => [
    { path: "register.csv", text: csv(head, [...groupRows(view), ...view.threats.map((threat) => row(view, threat))]) },
    { path: "register.json", text: `${JSON.stringify(json(view), undefined, 2)}\n` },
  ],
};

const head = [
  "id",
  "title",
  "subject",
  "categories",
  "finding",
  "status",
  "strength",
  "tier",
  "likelihood",
  "impact",
  "inherent",
  "current",
  "target",
  "factors",
  "owner",
  "due",
  "decision",
  "controls",
  "cwe",
  "capec",
  "because",
  "asks",
  "regulations",
  "group",
  "members",
];

function row(view: ReportView, threat: Threat): readonly Cell[] {
  return [
    threat.id,
    threat.title,
    threat.subject,
    threat.categories,
    threat.finding,
    threat.status,
    threat.strength,
    threat.tier,
    threat.likelihood,
    threat.impact,
    threat.inherent,
    threat.current,
    threat.target,
    factorsText(threat),
    threat.owner,
    threat.due,
    threat.decision,
    threat.controls,
    threat.refs.cwe.map((id) => `CWE-${id}`),
    threat.refs.capec.map((id) => `CAPEC-${id}`),
    becauseText(view, threat),
    threat.asks,
    threat.regulations,
    groupId(threat),
    undefined,
  ];
}

function factorsText({ score }: Threat): string {
  const factors = Object.entries(score.factors).map(([id, value]) => `${id} ${value}`);
  return `${score.method}: ${factors.join(", ")} (${score.proposed ? "proposed" : score.rescore ? "confirmed, score again" : "confirmed"})`;
}

/** "encrypted-in-transit of Save order: no (declared, ann on 2026-11-02)". */
function becauseText({ title }: ReportView, threat: Threat): string {
  return threat.because
    .map(({ fact, of, value, from }) => `${fact}${of ? ` of ${title(of)}` : ""}: ${value} (${from})`)
    .join("; ");
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly tier: Tier;
  readonly members: readonly string[];
}

/** `rule@zone` of the answer that decides a threat together with others of its rule. */
function groupId({ rule, group }: Threat): string | undefined {
  return group === undefined ? undefined : `${rule}@${group}`;
}

/** Threats of a rule that one answer decides, in the order of their first member; a group of one is none. */
function groupsOf({ threats }: ReportView): readonly Group[] {
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) {
    const id = groupId(threat);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(threat);
    else groups.set(id, [threat]);
  }
  return [...groups]
    .filter(([, members]) => members.length > 1)
    .map(([id, members]) => ({
      id,
      title: (members[0] as Threat).ruleTitle,
      tier: tiers.find((tier) => members.some((member) => member.tier === tier)) as Tier,
      members: members.map((member) => member.id),
    }));
}

/** A group carries no figures of its own, so that sums over a column stay right. */
function groupRows(view: ReportView): readonly (readonly Cell[])[] {
  return groupsOf(view).map(({ id, title, tier, members }) =>
    head.map((column) => {
      const values: Readonly<Record<string, Cell>> = {
        id,
        title,
        finding: "group",
        tier,
        group: id,
        members: members.length,
      };
      return values[column];
    }),
  );
}

function json(view: ReportView): unknown {
  const { analysis, threats } = view;
  return {
    schema: "parapet/register/1",
    system: analysis.model.system,
    now: analysis.now,
    method: analysis.model.method,
    knowledge: analysis.knowledge,
    summary: analysis.summary,
    groups: groupsOf(view),
    threats,
  };
}
