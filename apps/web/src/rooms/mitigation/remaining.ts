// What remains once a control works: the risk of the threats that it is chosen for, and the tiers that they fall to.
import { type Analysis, type Knowledge, type Threat, ThreatRisks, type Tier, tierRank, tiers } from "@parapet/core";

export interface Remaining {
  /** Today, and with everything that is chosen and this control. */
  readonly before: number;
  readonly after: number;
  readonly threats: readonly { readonly threat: Threat; readonly risk: number; readonly tier: Tier }[];
  readonly tiers: readonly { readonly tier: Tier; readonly count: number }[];
}

export function remainingOf(
  input: { readonly analysis: Analysis; readonly knowledge: Knowledge },
  control: string,
  threats: readonly Threat[],
): Remaining {
  const risks = new ThreatRisks(input);
  const card = input.knowledge.controls.find(({ id }) => id === control);
  const lines = card ? threats.map((threat) => ({ threat, ...risks.after(threat, card) })) : [];
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    Math.round(lines.reduce((total, line) => total + of(line), 0));
  return {
    before: sum(({ threat }) => threat.current),
    after: sum(({ risk }) => risk),
    threats: lines.sort((a, b) => tierRank(a.tier) - tierRank(b.tier) || b.risk - a.risk),
    tiers: tiers
      .map((tier) => ({ tier, count: lines.filter((line) => line.tier === tier).length }))
      .filter(({ count }) => count > 0),
  };
}
