// The items of the lists of what is in and out of scope.
import { at } from "../model/checks.ts";
import type { Document } from "../model/document.ts";
import { type Problem, problem } from "../model/problem.ts";

/** True when an item stands in one of the two lists. */
export function isScoped(document: Document, item: string): boolean {
  const scope = document.model.scope;
  return [...(scope?.in ?? []), ...(scope?.out ?? [])].some(({ what }) => what === item);
}

/** A problem when an item stands in one of the two lists already. */
export function alreadyScoped(document: Document, item: string): readonly Problem[] {
  if (!isScoped(document, item)) return [];
  const say = `"${item}" is in scope or out of scope already.`;
  return [problem("not-possible", say, "Remove it first (remove-scope-item), or use other words.", at("what"))];
}
