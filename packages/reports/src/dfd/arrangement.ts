// From a layout to what diagram.yaml keeps of it: positions relative to home zones, and sizes of zones.
import { half, type Point } from "./geometry.ts";
import type { DiagramGraph } from "./graph.ts";
import { homesOf, type Nesting, withInsides } from "./homes.ts";
import type { Arrangement, Placing } from "./layout.ts";

/** Where a thing stands, counted from the origin of its home zone. */
export type Position = NonNullable<Arrangement["positions"]>[string];
export type Positions = Readonly<Record<string, Position>>;
export type Sizes = NonNullable<Arrangement["sizes"]>;

/** The point that the positions of a zone's members count from. */
export function originOf(placing: Placing, zone: string | undefined): Point {
  if (zone === undefined) return { x: 0, y: 0 };
  const { x, y } = placing.origins?.[zone] ?? placing.zones[zone] ?? { x: 0, y: 0 };
  return { x, y };
}

/** The position that keeps a point where it is, told from a home zone. */
export function positionAt(placing: Placing, home: string | undefined, at: Point): Position {
  const from = originOf(placing, home);
  return { ...(home === undefined ? {} : { in: home }), x: half(at.x - from.x), y: half(at.y - from.y) };
}

/** The point of a thing that its position is about: the corner of an element, the origin of a zone. */
export function anchorOf(placing: Placing, id: string): Point | undefined {
  const element = placing.elements[id];
  if (element) return { x: element.x, y: element.y };
  return placing.zones[id] ? originOf(placing, id) : undefined;
}

/** All that a layout says, as it can be stored: laid out with it by `placedLayout`, everything stands where it does now. */
export function arrangementOf(
  graph: Nesting,
  placing: Placing,
): { readonly positions: Positions; readonly sizes: Sizes } {
  return { positions: positionsOf(graph, placing), sizes: sizesOf(graph, placing) };
}

function positionsOf(graph: Nesting, placing: Placing): Positions {
  const positions: Record<string, Position> = {};
  for (const [id, home] of homesOf(graph)) {
    const at = anchorOf(placing, id);
    if (at) positions[id] = positionAt(placing, home, at);
  }
  return positions;
}

/** A zone keeps what lies right of and below its origin; to the other sides it grows by itself. */
function sizesOf(graph: Nesting, placing: Placing): Sizes {
  const sizes: Record<string, { width: number; height: number }> = {};
  for (const { id } of graph.zones) {
    const box = placing.zones[id];
    const from = originOf(placing, id);
    if (box) sizes[id] = { width: half(box.x + box.width - from.x), height: half(box.y + box.height - from.y) };
  }
  return sizes;
}

/**
 * The positions of what is drawn but was never placed. A command that places something stores them along with it, so that nothing else
 * moves then or later.
 */
export function unstored(graph: Nesting, placing: Placing, positions: Positions): Positions {
  const missing: Record<string, Position> = {};
  for (const [id, position] of Object.entries(positionsOf(graph, placing))) {
    const known = Object.hasOwn(positions, id) ? positions[id] : undefined;
    if (!known || known.in !== position.in) missing[id] = position;
  }
  return missing;
}

/** A zone with everything inside of it and the flows among that, for a layout engine. */
export function zoneGraph(graph: DiagramGraph, zone: string): DiagramGraph {
  const inside = withInsides(graph, [zone]);
  return {
    ...graph,
    elements: graph.elements.filter(({ id }) => inside.has(id)),
    flows: graph.flows.filter(({ from, to }) => inside.has(from) && inside.has(to)),
    zones: graph.zones.filter(({ id }) => inside.has(id)).map((one) => (one.id === zone ? withoutHome(one) : one)),
  };
}

function withoutHome<T extends { readonly in?: string }>({ in: _, ...zone }: T): Omit<T, "in"> {
  return zone;
}

/**
 * The arrangement with the inside of one zone as an engine laid it out (of `zoneGraph`). The zone keeps its place and takes the size
 * that its content needs; what lies outside keeps its place.
 */
export function tidyZone(
  graph: DiagramGraph,
  positions: Positions,
  sizes: Sizes,
  zone: string,
  layoutOfZone: Placing,
): { readonly positions: Positions; readonly sizes: Sizes } {
  const inside = arrangementOf(zoneGraph(graph, zone), layoutOfZone);
  const { [zone]: _, ...members } = inside.positions;
  return { positions: { ...positions, ...members }, sizes: { ...sizes, ...inside.sizes } };
}
