// Recorded debt: which failing items it covers, so that what came after it was taken is seen.
import type { GateView } from "../analysis/result.ts";
import type { Debt } from "../model/policy.ts";

type Failing = Pick<GateView, "id" | "failing" | "states">;

/** A failing item as debt is recorded: with the state in which it fails, where a gate knows several. */
export function debtEntry({ states }: Failing, item: string): string {
  const state = states?.[item];
  return state === undefined ? item : `${item} (${state})`;
}

/**
 * The entry of the debt that covers a failing item; undefined when none does. An entry without a state (older ones) covers each. `then`:
 * what fails the same document on the day the debt was recorded, where time changed something since: what fails otherwise by now is new.
 */
export function coveringEntry(
  debt: Debt | undefined,
  now: Failing,
  then: readonly Failing[] | undefined,
): (item: string) => string | undefined {
  const owed = new Set(debt?.gates[now.id as keyof Debt["gates"]] ?? []);
  const before = then?.find(({ id }) => id === now.id);
  const stood = before && new Set(before.failing.map((item) => debtEntry(before, item)));
  return (item) => {
    const entry = debtEntry(now, item);
    if (stood && !stood.has(entry)) return undefined;
    return [entry, item].find((one) => owed.has(one));
  };
}
