// What a change adds to the failing items of each gate, or makes worse among them: what `check --against` fails on.
import type { Analysis } from "../analysis/result.ts";
import { tiers } from "../model/vocabulary.ts";
import { type Revision, renamesOf } from "./side.ts";

/** One failing item that is new, or worse than it was. */
export interface WorsenedItem {
  readonly id: string;
  readonly say: string;
}

/** A gate with what a change adds to it. */
export interface WorsenedGate {
  readonly gate: string;
  readonly why: string;
  readonly items: readonly WorsenedItem[];
}

/**
 * The gates of the later revision that fail on something that did not fail before, or that is worse now. Both sides are to be
 * analysed with the same knowledge, day and policy, so that neither an upgrade nor the calendar fails somebody's change.
 */
export function worsened(
  before: Revision,
  after: Revision,
  renamedRules?: ReadonlyMap<string, string>,
): readonly WorsenedGate[] {
  const { key, thing } = renamesOf(before.document, after.document, renamedRules);
  const rename = (item: string): string => (item.includes("@") ? key(item) : thing(item));
  const was = { ranks: ranksOf(before.analysis, rename), states: statesOf(before.analysis, rename) };
  const is = { ranks: ranksOf(after.analysis), states: statesOf(after.analysis) };
  const failedBefore = new Map(before.analysis.gates.map(({ id, failing }) => [id, new Set(failing.map(rename))]));
  return after.analysis.gates.flatMap(({ id, why, failing }) => {
    const known = failedBefore.get(id);
    const items = failing.flatMap((item): readonly WorsenedItem[] => {
      if (!known?.has(item)) return [{ id: item, say: `${item} did not fail before` }];
      const [tier, old] = [is.ranks.get(item) ?? 0, was.ranks.get(item) ?? 0];
      if (tier < old) return [{ id: item, say: `${item} rose from ${tiers[old]} to ${tiers[tier]}` }];
      const [state, earlier] = [is.states.get(item), was.states.get(item)];
      return id === "acceptances" && state !== earlier && state !== undefined && earlier !== undefined
        ? [{ id: item, say: `the acceptance of ${item} was ${earlier} and is ${state}` }]
        : [];
    });
    return items.length > 0 ? [{ gate: id, why, items }] : [];
  });
}

const stay = (id: string): string => id;

function ranksOf({ threats }: Analysis, rename = stay): ReadonlyMap<string, number> {
  return new Map(threats.map(({ id, tier }) => [rename(id), tiers.indexOf(tier)]));
}

function statesOf({ acceptances }: Analysis, rename = stay): ReadonlyMap<string, string> {
  return new Map(acceptances.map(({ threat, state }) => [rename(threat), state]));
}
