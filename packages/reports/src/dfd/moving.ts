// Moving and resizing: which zone something is dropped into, and what is stored afterwards. Nothing here changes a model.
import { anchorOf, originOf, type Position, type Positions, positionAt, type Sizes } from "./arrangement.ts";
import { type Box, half, overlaps, type Point } from "./geometry.ts";
import { homesOf, type Nesting, withInsides, zoneDepths } from "./homes.ts";
import type { Placing } from "./layout.ts";
import { nearestFree, siblingGap } from "./room.ts";

/** The innermost zone under a point that is neither dragged nor inside of what is dragged. Undefined is the open ground. */
export function dropTarget(
  graph: Nesting,
  placing: Placing,
  point: Point,
  dragged: Iterable<string>,
): string | undefined {
  const away = withInsides(graph, dragged);
  const depths = zoneDepths(graph.zones);
  let found: string | undefined;
  for (const { id } of graph.zones) {
    const box = placing.zones[id];
    if (!box || away.has(id) || !overlaps(box, { ...point, width: 0, height: 0 })) continue;
    if (found === undefined || (depths.get(id) ?? 0) >= (depths.get(found) ?? 0)) found = id;
  }
  return found;
}

/** Where things go that were dragged. */
export interface Move {
  readonly ids: readonly string[];
  readonly by: Point;
  /** The zone that they were dropped into, `null` for the open ground; left out, each stays in the zone it lies in. */
  readonly into?: string | null;
}

/**
 * The positions to store after a move: one for each thing that was dragged by itself. What lies inside of a dragged zone goes with it and
 * needs none. An element that would cover another takes the nearest free place.
 */
export function positionsAfterMove(graph: Nesting, placing: Placing, { ids, by, into }: Move): Positions {
  const homes = homesOf(graph);
  const dragged = new Set(ids);
  const moving = withInsides(graph, ids);
  const roots = [...dragged].filter((id) => homes.has(id) && !liesIn(homes, id, dragged)).sort();
  const out: Record<string, Position> = {};
  const taken = new Map<string | undefined, { readonly box: Box }[]>();
  for (const id of roots) {
    const at = anchorOf(placing, id);
    if (!at) continue;
    const home = into === undefined ? homes.get(id) : (into ?? undefined);
    const wish = { x: at.x + by.x, y: at.y + by.y };
    const element = placing.elements[id];
    if (!element) {
      out[id] = positionAt(placing, home, wish);
      continue;
    }
    let others = taken.get(home);
    if (!others) taken.set(home, (others = elementsOf(graph, placing, home, moving)));
    const box = free({ ...element, ...wish }, others);
    others.push({ box });
    out[id] = positionAt(placing, home, box);
  }
  return out;
}

function liesIn(homes: ReadonlyMap<string, string | undefined>, id: string, zones: ReadonlySet<string>): boolean {
  for (let at = homes.get(id); at !== undefined; at = homes.get(at)) if (zones.has(at)) return true;
  return false;
}

/** The elements of a zone that stay where they are. */
function elementsOf(
  graph: Nesting,
  placing: Placing,
  home: string | undefined,
  moving: ReadonlySet<string>,
): { readonly box: Box }[] {
  return graph.elements.flatMap(({ id, zone }) => {
    const box = placing.elements[id];
    return zone === home && box && !moving.has(id) ? [{ box }] : [];
  });
}

function free(box: Box, others: readonly { readonly box: Box }[]): Box {
  if (!others.some((other) => overlaps(box, other.box))) return box;
  return nearestFree(box, others, siblingGap / 2) ?? box;
}

/**
 * What to store after a zone was resized to a box. Its members stay where they are: when its upper or left border moved, their positions
 * count from the new corner.
 */
export function arrangementAfterResize(
  graph: Nesting,
  placing: Placing,
  zone: string,
  box: Box,
): { readonly positions: Positions; readonly sizes: Sizes } {
  const homes = homesOf(graph);
  const corner = { x: half(box.x), y: half(box.y) };
  const before = originOf(placing, zone);
  const size = { width: half(box.width), height: half(box.height) };
  const positions: Record<string, Position> = { [zone]: positionAt(placing, homes.get(zone), corner) };
  if (before.x !== corner.x || before.y !== corner.y) {
    for (const [id, home] of homes) {
      const at = home === zone ? anchorOf(placing, id) : undefined;
      if (at) positions[id] = { in: zone, x: half(at.x - corner.x), y: half(at.y - corner.y) };
    }
  }
  return { positions, sizes: { [zone]: size } };
}

/** What to store after an element was resized to a box. */
export function elementAfterResize(
  graph: Nesting,
  placing: Placing,
  element: string,
  box: Box,
): { readonly positions: Positions; readonly sizes: Sizes } {
  return {
    positions: { [element]: positionAt(placing, homesOf(graph).get(element), box) },
    sizes: { [element]: { width: half(box.width), height: half(box.height) } },
  };
}
