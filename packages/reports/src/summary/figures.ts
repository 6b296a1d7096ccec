// What the summary says, as plain data: the Markdown and the page draw the same figures.
import {
  type CoverageCell,
  type CoverageRow,
  cellsOf,
  type Need,
  placeOf,
  type Question,
  type Specification,
  type StrideCategory,
  type Threat,
  ThreatRisks,
  type Tier,
  tierBySum,
  tiers,
} from "@parapet/core";
import type { RecordedDecision, ReportView } from "../report.ts";

/** One cell of the risk matrix: bands of likelihood and impact, 0–3 each. */
export interface MatrixCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly tier: Tier;
  readonly open: number;
  readonly asked: number;
}

/** Open and asked threats where they stand with the controls that are shown to work, each in its tier. As in the room scoring: rows from the highest impact down, columns from the lowest likelihood up. */
export function matrixOf(
  view: Pick<ReportView, "analysis" | "knowledge" | "threats">,
): readonly (readonly MatrixCell[])[] {
  const risks = new ThreatRisks(view);
  const counts = new Map<string, { open: number; asked: number }>();
  for (const threat of view.threats) {
    const place = placeOf(threat);
    if (place !== "open" && place !== "asked") continue;
    const cell = risks.cell(threat, false);
    const key = `${cell.likelihood}${cell.impact}`;
    const count = counts.get(key) ?? { open: 0, asked: 0 };
    count[place]++;
    counts.set(key, count);
  }
  return [3, 2, 1, 0].map((impact) =>
    [0, 1, 2, 3].map((likelihood) => ({
      likelihood,
      impact,
      tier: tierBySum[likelihood + impact] as Tier,
      ...(counts.get(`${likelihood}${impact}`) ?? { open: 0, asked: 0 }),
    })),
  );
}

/** The worst open threats: by tier, then by the risk that is shown; among equals in reading order. */
export function topRisks({ threats }: ReportView, count = 10): readonly Threat[] {
  return threats
    .filter((threat) => placeOf(threat) === "open")
    .sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || b.current - a.current)
    .slice(0, count);
}

/** The questions that hide most. */
export function topQuestions({ analysis }: ReportView, count = 10): readonly Question[] {
  return analysis.questions.filter(({ settles }) => settles > 0).slice(0, count);
}

/** The need of each stage behind which most risk stands, those with most risk first; among equals the earlier stage. */
export function nextSteps({ analysis }: ReportView, count = 3): readonly Need[] {
  return analysis.stages
    .flatMap(({ missing }) => missing.slice(0, 1))
    .map((need, i) => ({ need, i }))
    .sort((a, b) => b.need.risk - a.need.risk || a.i - b.i)
    .slice(0, count)
    .map(({ need }) => need);
}

/** A row of the coverage table with the worst tier of what is open or asked in each cell. */
export interface HeatRow {
  readonly subject: string;
  readonly kind: CoverageRow["kind"];
  readonly cells: readonly { readonly category: StrideCategory; readonly cell: CoverageCell; readonly tier?: Tier }[];
}

/** The coverage table with tiers; a crossing shows what stands on its flow too. Linear. */
export function heatOf({ analysis, threats }: ReportView): readonly HeatRow[] {
  const worst = new Map<string, Tier>();
  for (const threat of threats) {
    const place = placeOf(threat);
    if (place !== "open" && place !== "asked") continue;
    for (const category of threat.categories) {
      const key = `${threat.kind} ${threat.subject} ${category} ${place}`;
      const before = worst.get(key);
      if (!before || tiers.indexOf(threat.tier) < tiers.indexOf(before)) worst.set(key, threat.tier);
    }
  }
  return analysis.coverage.map((row) => ({
    subject: row.subject,
    kind: row.kind,
    cells: cellsOf(row).map(([category, cell]) => {
      const place = cell === "asked" ? "asked" : "open";
      const kinds = row.kind === "crossing" ? (["crossing", "flow"] as const) : [row.kind];
      const found = kinds.map((kind) => worst.get(`${kind} ${row.subject} ${category} ${place}`));
      const tier = tiers.find((one) => found.includes(one));
      return { category, cell, ...(tier ? { tier } : {}) };
    }),
  }));
}

/** What the mitigations of one control do together. */
export interface ControlRow {
  readonly title: string;
  readonly level: string;
  readonly effort: string;
  readonly where: readonly string[];
  readonly threats: number;
  readonly current: number;
  readonly target: number;
  readonly states: Readonly<Record<string, number>>;
}

/** Specifications by control, those against most risk first. */
export function byControl(specifications: readonly Specification[]): readonly ControlRow[] {
  const groups = new Map<string, Specification[]>();
  for (const one of specifications) {
    if (one.noCard && one.state === "proposed") continue;
    const key = one.control ?? one.title;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const rows = [...groups.values()].map((group): ControlRow => {
    const threats = new Map(group.flatMap((one) => one.threats.map((threat) => [threat.id, threat] as const)));
    const states: Record<string, number> = {};
    for (const { state } of group) states[state] = (states[state] ?? 0) + 1;
    const first = group[0] as Specification;
    return {
      title: first.title,
      level: first.level ?? "own measure",
      effort: first.effort ?? "not estimated",
      where: [...new Set(group.flatMap(({ components }) => components.map(({ title }) => title)))],
      threats: threats.size,
      current: sum([...threats.values()], "current"),
      target: sum([...threats.values()], "target"),
      states,
    };
  });
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => b.row.current - a.row.current || a.i - b.i)
    .map(({ row }) => row);
}

function sum(
  threats: readonly { readonly current: number; readonly target: number }[],
  part: "current" | "target",
): number {
  return Math.round(threats.reduce((all, threat) => all + threat[part], 0) * 10) / 10;
}

/** A decision with the threat it is about and what it comes to. */
export interface DecisionRow {
  readonly threat: string;
  readonly title: string;
  readonly tier?: Tier;
  readonly status: Threat["status"] | "orphaned";
  readonly decision: RecordedDecision["entry"];
  /** Who approved it, only said so, or approved what it said before. */
  readonly approved?: string;
  readonly said?: string;
  readonly outdated?: string;
}

/** The decisions of the register, in the reading order of their threats. */
export function decisionsOf({ decisions, threats }: ReportView): readonly DecisionRow[] {
  return threats.flatMap(({ id, title, tier, status }) => {
    const found = decisions.get(id);
    if (!found) return [];
    const { entry, approved, said, outdated } = found;
    const second = {
      ...(approved ? { approved: approved.by } : {}),
      ...(said ? { said: said.by } : {}),
      ...(outdated ? { outdated: outdated.by } : {}),
    };
    return [{ threat: id, title, tier, status, decision: entry, ...second }];
  });
}
