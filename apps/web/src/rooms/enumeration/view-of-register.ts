// A saved view, as what the register shows.
import type { ThreatView } from "@parapet/core";
import { firstView, type RegisterView } from "./filter.ts";

/** What a saved view shows; the first one where there is none. */
export function shownBy(view: ThreatView | undefined): RegisterView {
  if (!view) return firstView;
  return { filter: view.filter ?? {}, group: view.group ?? "none", sort: view.sort ?? "reading" };
}

/** True when both show the same, whatever order their parts were given in. */
export function isSameView(a: RegisterView, b: RegisterView): boolean {
  return a.group === b.group && a.sort === b.sort && inOrder(a.filter) === inOrder(b.filter);
}

function inOrder(filter: RegisterView["filter"]): string {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  const lists = parts.map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]);
  return JSON.stringify(lists.sort(([a = ""], [b = ""]) => (String(a) < String(b) ? -1 : 1)));
}
