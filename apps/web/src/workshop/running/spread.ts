// What votes look like when they are turned over: how often each value was given, the middle, and how far apart they lie. Pure.

export interface Spread {
  /** The values that were given, rising, each with how often. */
  readonly dots: readonly { readonly value: number; readonly count: number }[];
  readonly low: number;
  readonly high: number;
  /** The middle vote; of an even number the lower of the two in the middle, since it has to be one that somebody gave. */
  readonly middle: number;
}

/** The spread of votes; undefined when there are none. */
export function spreadOf(votes: readonly number[]): Spread | undefined {
  const sorted = [...votes].sort((a, b) => a - b);
  const [low] = sorted;
  const high = sorted.at(-1);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (low === undefined || high === undefined || middle === undefined) return undefined;
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  return { dots: [...counts].map(([value, count]) => ({ value, count })), low, high, middle };
}
