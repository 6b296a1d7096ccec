// The items of the lists of what is in and out of scope.
import { at } from "../model/checks.ts";
import type { Document } from "../model/document.ts";
import { type Problem, problem } from "../model/problem.ts";

const sides = ["in", "out"] as const;
type Side = (typeof sides)[number];

/** True when an item stands in one of these lists. */
export function isScoped(document: Document, item: string, lists: readonly Side[] = sides): boolean {
  return lists.some((side) => document.model.scope?.[side]?.some(({ what }) => what === item));
}

/** A problem when an item stands in one of these lists already. */
export function alreadyScoped(document: Document, item: string, lists: readonly Side[]): readonly Problem[] {
  if (!isScoped(document, item, lists)) return [];
  const say = `"${item}" is in scope or out of scope already.`;
  return [problem("not-possible", say, "Remove it first (remove-scope-item), or use other words.", at("what"))];
}
