// From boxes relative to their zones to the finished layout in absolute pixels, with routes.
import { around, type Box, half, type Point } from "./geometry.ts";
import type { LayoutGraph, LayoutResult } from "./layout.ts";
import { routeFlows } from "./route.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Takes each box relative to the zone that it lies in (or to the drawing), makes positions absolute, routes the flows and shifts the drawing so that it begins at the origin. */
export function finished(graph: LayoutGraph, placed: Readonly<Record<string, Box>>): LayoutResult {
  const parentOf = new Map<string, string | undefined>([
    ...graph.elements.map((element) => [element.id, element.zone] as const),
    ...graph.zones.map((zone) => [zone.id, zone.in] as const),
  ]);
  const absolute = (id: string): Box => {
    const box = placed[id] ?? { x: 0, y: 0, width: 0, height: 0 };
    let { x, y } = box;
    for (let at = parentOf.get(id); at !== undefined; at = parentOf.get(at)) {
      x += placed[at]?.x ?? 0;
      y += placed[at]?.y ?? 0;
    }
    return { x: half(x), y: half(y), width: box.width, height: box.height };
  };
  const elements = Object.fromEntries(graph.elements.map(({ id }) => [id, absolute(id)]));
  const zones = Object.fromEntries(graph.zones.map(({ id }) => [id, absolute(id)]));
  return atOrigin({ width: 0, height: 0, elements, zones, flows: routeFlows(graph.flows, { elements, zones }) });
}

/** Shifts a layout to the origin and sets its width and height. */
function atOrigin(layout: LayoutResult): LayoutResult {
  const points = Object.values(layout.flows).flatMap((route) => route.points);
  const dots = points.map((point) => ({ ...point, width: 0, height: 0 }));
  const all = around([...Object.values(layout.elements), ...Object.values(layout.zones), ...dots]);
  if (!all) return { ...layout, width: 0, height: 0 };
  const box = (b: Box): Box => ({ ...b, x: b.x - all.x, y: b.y - all.y });
  const point = (p: Point): Point => ({ x: p.x - all.x, y: p.y - all.y });
  const mapped = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
  return {
    width: all.width,
    height: all.height,
    elements: mapped(layout.elements, box),
    zones: mapped(layout.zones, box),
    flows: mapped(layout.flows, (route) => ({
      points: route.points.map(point),
      ...(route.label ? { label: point(route.label) } : {}),
    })),
  };
}
