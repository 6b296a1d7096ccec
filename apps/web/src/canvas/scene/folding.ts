// Which zones are folded on the canvas: of each model and view, remembered in this browser; no part of the model.
import { type Arrangement, collapsedGraph, type DiagramGraph } from "@parapet/reports/dfd";
import { create } from "zustand";
import { useWorkbench } from "../../data/workbench.ts";
import { useCanvas } from "../canvas-store.ts";

type Folded = ReadonlySet<string>;

const nobody: Folded = new Set();
const useFolding = create<{ readonly of: Readonly<Record<string, Folded>> }>(() => ({ of: {} }));

function placeOf(model: string, view: string | undefined): string {
  return `parapet.folded ${model} ${view ?? ""}`;
}

/** The folded zones of what is open. */
export function useFolded(): Folded {
  const model = useWorkbench((state) => state.model);
  const view = useCanvas((state) => state.view);
  return useFolding(({ of }) => foldedAt(placeOf(model, view), of));
}

function foldedAt(place: string, of: Readonly<Record<string, Folded>>): Folded {
  return of[place] ?? remembered(place);
}

const read = new Map<string, Folded>();

function remembered(place: string): Folded {
  let folded = read.get(place);
  if (!folded) read.set(place, (folded = parsed(kept(place))));
  return folded;
}

/** What was kept, whatever became of it meanwhile. */
export function parsed(text: string | null): Folded {
  if (text === null) return nobody;
  try {
    const ids: unknown = JSON.parse(text);
    return Array.isArray(ids) ? new Set(ids.filter((id) => typeof id === "string")) : nobody;
  } catch {
    return nobody;
  }
}

/** A browser may keep nothing; then it is remembered while the page is open. */
function kept(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function keep(place: string, folded: Folded): void {
  try {
    localStorage.setItem(place, JSON.stringify([...folded].sort()));
  } catch {
    // It is remembered while the page is open.
  }
}

/** Folds zones that are open, and opens them when all of them are folded. False when none of the things is a zone. */
export function fold(ids: readonly string[], { zones, elements }: DiagramGraph): boolean {
  const open = ids.filter((id) => zones.some((zone) => zone.id === id));
  const shut = ids.filter((id) => elements.some((one) => one.id === id && one.kind === "collapsed-zone"));
  if (open.length + shut.length === 0) return false;
  const place = placeOf(useWorkbench.getState().model, useCanvas.getState().view);
  const folded = toggled(foldedAt(place, useFolding.getState().of), open, shut);
  keep(place, folded);
  useFolding.setState(({ of }) => ({ of: { ...of, [place]: folded } }));
  return true;
}

/** The folded zones after open ones were folded; where there are none, after folded ones were opened. */
export function toggled(before: Folded, open: readonly string[], shut: readonly string[]): Folded {
  if (open.length > 0) return new Set([...before, ...open]);
  return new Set([...before].filter((id) => !shut.includes(id)));
}

/** The graph as it is drawn. */
export function foldedGraph(graph: DiagramGraph, folded: Folded): DiagramGraph {
  return folded.size === 0 ? graph : collapsedGraph(graph, folded);
}

/** The arrangement of what is drawn: the size that a person gave to a zone is that of the open one. */
export function foldedArrangement(arrangement: Arrangement, folded: Folded): Arrangement {
  if (folded.size === 0 || !arrangement.sizes) return arrangement;
  const sizes = Object.fromEntries(Object.entries(arrangement.sizes).filter(([id]) => !folded.has(id)));
  return { ...arrangement, sizes };
}
