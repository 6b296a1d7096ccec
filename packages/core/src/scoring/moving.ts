// Moving a score to another cell of the risk matrix: the smallest change of its factors that brings it there.
import type { Factor, ScoringMethod } from "./method.ts";
import { bandOf } from "./tiers.ts";

/** A cell of the risk matrix: the bands of likelihood and impact, 0–3 each. */
export interface Cell {
  readonly likelihood: number;
  readonly impact: number;
}

type Values = Readonly<Record<string, number>>;

/** The cell that factors come to. */
export function cellOf(method: ScoringMethod, factors: Values): Cell {
  const { likelihood, impact } = method.combine(factors);
  return { likelihood: bandOf(likelihood), impact: bandOf(impact) };
}

/**
 * The factors with the fewest steps changed so that they come to a cell, in whole steps; undefined when none do. A part that is in
 * its band already keeps its factors. The factor that is furthest from its end moves first, and one that stands by a principle last.
 */
export function factorsInCell(method: ScoringMethod, factors: Values, to: Cell): Values | undefined {
  let values: Values = factors;
  for (const part of ["likelihood", "impact"] as const) {
    const moved = movePart(method, values, part, to[part]);
    if (!moved) return undefined;
    values = moved;
  }
  return values;
}

function movePart(method: ScoringMethod, from: Values, part: keyof Cell, band: number): Values | undefined {
  const own = method.factors.filter((factor) => factor.part === part);
  let values = from;
  for (;;) {
    const away = band - bandOf(method.combine(values)[part]);
    if (away === 0) return values;
    const next = nextToMove(own, values, away > 0);
    if (!next) return undefined;
    values = { ...values, [next.id]: stepped(next, values[next.id] ?? 0, away > 0) };
  }
}

/** The factor that has most room left in this direction, those that stand by a principle after the others. */
function nextToMove(factors: readonly Factor[], values: Values, up: boolean): Factor | undefined {
  const room = ({ id, min, max }: Factor): number => (up ? max - (values[id] ?? 0) : (values[id] ?? 0) - min);
  const most = (some: readonly Factor[]) =>
    some.filter((factor) => room(factor) > 0).sort((a, b) => room(b) - room(a))[0];
  return most(factors.filter(({ steady }) => !steady)) ?? most(factors);
}

function stepped({ min, max }: Factor, value: number, up: boolean): number {
  const next = up ? Math.floor(value) + 1 : Math.ceil(value) - 1;
  return Math.min(max, Math.max(min, next));
}
