// One selection in every room: it is part of the address, so that it survives a change of room and can be sent to somebody.
import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

/** The kinds of things that the inspector opens. */
export const selectable = [
  "element",
  "flow",
  "zone",
  "entry-point",
  "dependency",
  "data",
  "role",
  "threat",
  "question",
  "control",
  "mitigation",
  "feature",
  "assumption",
  "participant",
] as const;
export type Selectable = (typeof selectable)[number];

export interface Selection {
  readonly kind: Selectable;
  readonly id: string;
}

/** What is selected now; the first one when several are. */
export function useSelection(): Selection | undefined {
  return useSelections()[0];
}

/** All that is selected, in the order of selecting; the same list while nothing changes. */
export function useSelections(): readonly Selection[] {
  const search = useSearch();
  return useMemo(() => selectionsIn(search), [search]);
}

function selectionsIn(search: string): readonly Selection[] {
  return new URLSearchParams(search).getAll("at").flatMap((text) => selectionOf(text) ?? []);
}

/** A selection as addresses and others tell it: kind:id. */
export function selectionOf(text: string): Selection | undefined {
  const cut = text.indexOf(":");
  const kind = text.slice(0, cut) as Selectable;
  return selectable.includes(kind) ? { kind, id: text.slice(cut + 1) } : undefined;
}

/** Selects: nothing, one thing, or several. */
export function useSelect(): (...chosen: readonly Selection[]) => void {
  const [path, go] = useLocation();
  return useCallback(
    (...chosen) => {
      const search = new URLSearchParams(window.location.search);
      search.delete("at");
      for (const { kind, id } of chosen) search.append("at", `${kind}:${id}`);
      go(addressOf(path, search), { replace: true });
    },
    [path, go],
  );
}

/** The address of a thing in a room. */
export function linkTo(model: string, room: string, ...chosen: readonly (Selection | undefined)[]): string {
  const search = new URLSearchParams();
  for (const one of chosen) if (one) search.append("at", `${one.kind}:${one.id}`);
  return addressOf(`/m/${encodeURIComponent(model)}/${room}`, search);
}

function addressOf(path: string, search: URLSearchParams): string {
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
