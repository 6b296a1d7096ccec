// The risk matrix as data: sixteen cells by bands of likelihood and impact, each with its tier and the threats in it.
import { bands, type Cell, type Threat, type Tier, tierBySum } from "@parapet/core";
import type { CellOf } from "./backlog.ts";

export interface MatrixCell extends Cell {
  readonly tier: Tier;
  readonly threats: readonly Threat[];
}

/** The bands, 0 for the lowest: their number is that of the core. */
export const bandNumbers = [0, ...bands.map((_, i) => i + 1)] as const;

/** Where a band begins and ends, 0–10. */
export function bandRange(band: number): { readonly from: number; readonly to: number } {
  return { from: band === 0 ? 0 : (bands[band - 1] as number), to: bands[band] ?? 10 };
}

/** The rows of the matrix, the highest impact first; in each the likelihood rises. */
export function matrixOf(threats: readonly Threat[], cellOf: CellOf): readonly (readonly MatrixCell[])[] {
  const byCell = new Map<string, Threat[]>();
  for (const threat of threats) {
    const key = cellKey(cellOf(threat));
    const list = byCell.get(key);
    if (list) list.push(threat);
    else byCell.set(key, [threat]);
  }
  return [...bandNumbers].reverse().map((impact) =>
    bandNumbers.map((likelihood) => ({
      likelihood,
      impact,
      tier: tierBySum[likelihood + impact] as Tier,
      threats: byCell.get(cellKey({ likelihood, impact })) ?? [],
    })),
  );
}

/** A cell as text, as the page marks it. */
export function cellKey({ likelihood, impact }: Cell): string {
  return `${likelihood}:${impact}`;
}

export function cellOfKey(key: string): Cell {
  const [likelihood = 0, impact = 0] = key.split(":").map(Number);
  return { likelihood, impact };
}

/** The cell beside a cell, in the direction of an arrow key; undefined at the edge. */
export function neighbour({ likelihood, impact }: Cell, key: string): Cell | undefined {
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
  if (!step) return undefined;
  const to = { likelihood: likelihood + (step[0] as number), impact: impact + (step[1] as number) };
  const inside = (band: number) => band >= 0 && band <= bands.length;
  return inside(to.likelihood) && inside(to.impact) ? to : undefined;
}
