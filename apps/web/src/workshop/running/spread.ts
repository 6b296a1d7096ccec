// What votes look like when they are turned over: how often each value was given, the middle, and how far apart they lie. Pure.

export interface Spread {
  /** The values that were given, rising, each with how often. */
  readonly dots: readonly { readonly value: number; readonly count: number }[];
  readonly low: number;
  readonly high: number;
  /** The middle vote; of an even number the middle between the two in the middle, which is no value of the scale where one lies above the other. */
  readonly middle: number;
  /** The value to begin the talk with: the middle, of two values beside it the higher, since a risk that is thought too small is the worse mistake. */
  readonly proposed: number;
}

/** The spread of votes; undefined when there are none. */
export function spreadOf(votes: readonly number[]): Spread | undefined {
  const sorted = [...votes].sort((a, b) => a - b);
  const [low] = sorted;
  const high = sorted.at(-1);
  const middle = middleOf(sorted);
  if (low === undefined || high === undefined || middle === undefined) return undefined;
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  const dots = [...counts].map(([value, count]) => ({ value, count }));
  return { dots, low, high, middle, proposed: Math.ceil(middle) };
}

/** The middle of votes that rise; undefined when there are none. */
export function middleOf(rising: readonly number[]): number | undefined {
  const below = rising[Math.floor((rising.length - 1) / 2)];
  const above = rising[Math.floor(rising.length / 2)];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
