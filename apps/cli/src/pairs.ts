// Options and words of the form NAME=VALUE, as a map.
import { fail, ok, problem, type Result } from "@parapet/core";

/** NAME=VALUE words as a map; `read` makes the value, or undefined where it has not the form. */
export function pairsOf<T>(
  words: readonly string[],
  read: (value: string) => T | undefined,
  example: string,
): Result<Readonly<Record<string, T>>> {
  const pairs: Record<string, T> = {};
  for (const word of words) {
    const cut = word.indexOf("=");
    const value = cut > 0 ? read(word.slice(cut + 1)) : undefined;
    if (value === undefined)
      return fail(problem("bad-argument", `"${word}" is not of its form.`, `Write it as ${example}.`));
    pairs[word.slice(0, cut)] = value;
  }
  return ok(pairs);
}

/** Two numbers, as 120,40. */
export function twoNumbers(value: string): readonly [number, number] | undefined {
  const match = /^(-?\d{1,7}(?:\.\d+)?),(-?\d{1,7}(?:\.\d+)?)$/.exec(value);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
