// Compliance evidence: per regulation in scope which threats it is about, what is done about them, and what shows that.
import { byCodeUnit, nameOfRegulation, placeOf, type Threat } from "@parapet/core";
import type { ReportView } from "../report.ts";

/** A control at work against the threats of a regulation, with what shows it. */
export interface ComplianceControl {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly owner?: string;
  readonly evidence: readonly string[];
}

export interface ComplianceRow {
  readonly regulation: string;
  readonly title: string;
  readonly counts: Readonly<Record<"open" | "asked" | "claimed" | "addressed" | "accepted", number>>;
  readonly openRisk: number;
  /** The open threats, worst first. */
  readonly open: readonly Threat[];
  readonly controls: readonly ComplianceControl[];
}

/** One row per regulation in scope, in the order of their ids. */
export function complianceOf(view: ReportView): readonly ComplianceRow[] {
  const regulations = [...new Set(view.document.model.scope?.regulations ?? [])].sort(byCodeUnit);
  const evidence = evidenceOf(view);
  return regulations.map((regulation) => rowOf(view, regulation, evidence));
}

function rowOf(view: ReportView, regulation: string, evidence: ReadonlyMap<string, readonly string[]>): ComplianceRow {
  const threats = view.threats.filter((threat) => threat.regulations?.includes(regulation));
  const counts = { open: 0, asked: 0, claimed: 0, addressed: 0, accepted: 0 };
  for (const threat of threats) {
    const place = placeOf(threat);
    if (place) counts[place]++;
  }
  const open = threats.filter((threat) => placeOf(threat) === "open");
  const wanted = new Set(threats.flatMap((threat) => threat.mitigations ?? []));
  return {
    regulation,
    title: nameOfRegulation(regulation),
    counts,
    openRisk: Math.round(open.reduce((sum, threat) => sum + threat.current, 0) * 10) / 10,
    open,
    controls: view.analysis.mitigations
      .filter(({ id }) => wanted.has(id))
      .map(({ id, title, state, owner }) => ({
        id,
        title,
        state,
        ...(owner ? { owner: view.person(owner) } : {}),
        evidence: evidence.get(id) ?? [],
      })),
  };
}

/** Per mitigation: "clear-text-refused passed by sslyze in staging on 2026-11-20". */
function evidenceOf({ document }: ReportView): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  const entries = Object.entries(document.register?.evidence ?? {}).sort(([a], [b]) => byCodeUnit(a, b));
  for (const [, one] of entries) {
    const where = one.environment ? ` in ${one.environment}` : "";
    const said = `${one.criterion} ${one.verdict} by ${one.tool}${where} on ${one.on}`;
    const list = map.get(one.mitigation);
    if (list) list.push(said);
    else map.set(one.mitigation, [said]);
  }
  return map;
}
