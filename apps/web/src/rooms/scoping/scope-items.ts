// The lists of what is in and out of scope: an item is edited where it stands, so that the others keep their order.
import type { CommandCall } from "@parapet/core";

export interface ScopeItem {
  readonly what: string;
  readonly why?: string | undefined;
}
export type Side = "in" | "out";

const adding: Readonly<Record<Side, string>> = { in: "add-in-scope", out: "add-out-of-scope" };

/** The command that adds an item at the end of its list. */
export function addItem(side: Side, { what, why }: ScopeItem): CommandCall {
  return { name: adding[side], input: { what, ...(why !== undefined && { why }) } };
}

/** The command that takes an item off the lists. */
export function removeItem(what: string): CommandCall {
  return { name: "remove-scope-item", input: { what } };
}

/** The commands that put an item in the place of another: what follows is taken off and added again, in one step. */
export function editItem(
  side: Side,
  items: readonly ScopeItem[],
  index: number,
  next: ScopeItem,
): readonly CommandCall[] {
  if (side === "out" && items[index]?.what === next.what) return [addItem(side, next)];
  const from = items.slice(index);
  const after = [next, ...from.slice(1)];
  return [...from.map(({ what }) => removeItem(what)), ...after.map((item) => addItem(side, item))];
}
