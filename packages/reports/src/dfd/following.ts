// The picture after a change, at once: what did not move keeps its route and its label, the rest takes plain routes until the router has run.
import { around, type Box, isSameBox, type Point } from "./geometry.ts";
import type { DiagramGraph } from "./graph.ts";
import { type Arrangement, type LayoutResult, type LayoutRoute, layoutGraph, type Placing } from "./layout.ts";
import { measure } from "./measure.ts";
import type { Overlay } from "./overlay.ts";
import type { PlacedLabel } from "./place-labels.ts";
import { placedLayout } from "./placed-layout.ts";
import { plainRoute } from "./provisional.ts";
import { type Corner, scene, shifted } from "./scene.ts";
import type { Scene } from "./scene-types.ts";

/** A layout and what is drawn of it. */
export interface Picture {
  readonly layout: LayoutResult;
  readonly scene: Scene;
}

/**
 * Draws a graph with its arrangement after a change of either, without the router: in a time that grows with what there is, not with
 * what could be in its way. Without a picture before it, all routes are plain and labels are left out where there are many.
 */
export function following(
  graph: DiagramGraph,
  arrangement: Arrangement,
  overlay: Overlay,
  before?: Picture,
): Picture & { readonly isFinal: boolean } {
  const measures = measure(graph);
  const placing = placedLayout(layoutGraph(graph, measures, arrangement.sizes), arrangement.positions ?? {});
  const { flows, standing } = keptOf(graph, placing, before);
  const extent = around([...Object.values(placing.elements), ...Object.values(placing.zones)]);
  const layout = { ...placing, width: extent?.width ?? 0, height: extent?.height ?? 0, flows };
  const known = overlay.heat ? {} : { known: measures };
  const drawn = scene(graph, layout, overlay, { ...known, standing, corners: cornersOf(before) });
  return { layout, scene: drawn, isFinal: before !== undefined && looksRouted({ layout, scene: drawn }, before) };
}

/** True when the router would find everything as it was: no box, route or label is another. */
function looksRouted(now: Picture, before: Picture): boolean {
  const [a, b] = [now.scene, before.scene];
  return (
    isAlike(a.shapes, b.shapes, (one, other) => one.id === other.id && isSameBox(one.box, other.box)) &&
    isAlike(a.paths, b.paths, (one, { id }) => now.layout.flows[one.id] === before.layout.flows[id]) &&
    isAlike(a.labels, b.labels, (one, other) => one.of === other.of && isSameBox(one.box, other.box))
  );
}

function isAlike<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => same(one, b[i] as T));
}

/** Where the tabs of zones are. */
function cornersOf(before: Picture | undefined): ReadonlyMap<string, Corner> {
  const zones = before?.scene.shapes.filter(({ kind }) => kind === "zone") ?? [];
  return new Map(
    zones.map(({ id, box, tab = box }) => [id, { right: tab.x > box.x, bottom: tab.y > box.y } satisfies Corner]),
  );
}

interface Kept {
  readonly flows: Readonly<Record<string, LayoutRoute>>;
  readonly standing: ReadonlyMap<string, PlacedLabel>;
}

/** The routes and labels that are still right: of flows whose ends stand still, or went the same way. */
function keptOf(graph: DiagramGraph, placing: Placing, before: Picture | undefined): Kept {
  const paths = new Map(before?.scene.paths.map((path) => [path.id, path]));
  const labels = new Map(before?.scene.labels.map((label) => [label.of, label]));
  const flows: Record<string, LayoutRoute> = {};
  const standing = new Map<string, PlacedLabel>();
  for (const { id, from, to } of graph.flows) {
    const [a, b] = [placing.elements[from], placing.elements[to]];
    if (!a || !b || from === to) continue;
    const old = paths.get(id);
    const same = old?.from === from && old.to === to;
    const by = same ? wayOf(before?.layout, { from, to }, a, b) : undefined;
    const route = by && before?.layout.flows[id];
    if (!route) {
      flows[id] = { points: plainRoute(a, b) };
      continue;
    }
    const moved = by.x !== 0 || by.y !== 0;
    flows[id] = moved ? shifted(route, by) : route;
    const label = labels.get(id);
    if (label) standing.set(id, placedAt(label, by));
  }
  return { flows, standing };
}

function placedAt({ box, leader }: Scene["labels"][number], by: Point): PlacedLabel {
  const label = { box, ...(leader && { leader }) };
  return by.x === 0 && by.y === 0 ? label : shifted(label, by);
}

/** The way that both ends of a flow went since; undefined when they went different ways or changed their sizes. */
function wayOf(
  before: LayoutResult | undefined,
  { from, to }: { readonly from: string; readonly to: string },
  a: Box,
  b: Box,
): Point | undefined {
  const [a0, b0] = [before?.elements[from], before?.elements[to]];
  if (!a0 || !b0 || !isSized(a, a0) || !isSized(b, b0)) return undefined;
  const by = { x: a.x - a0.x, y: a.y - a0.y };
  return b.x - b0.x === by.x && b.y - b0.y === by.y ? by : undefined;
}

function isSized(a: Box, b: Box): boolean {
  return a.width === b.width && a.height === b.height;
}
