// Orthogonal routes for a drawing whose elements already stand somewhere: for the grid, and for what people placed by hand.
import { type Box, BoxIndex, centre, half, type Point, straightened } from "./geometry.ts";
import type { LayoutFlow, LayoutRoute, Placing } from "./layout.ts";
import { tabHeight } from "./measure.ts";
import { LaneGrid } from "./route-search.ts";

/** A side of an element. */
export type Side = "left" | "right" | "top" | "bottom";
interface End {
  readonly element: string;
  readonly side: Side;
  readonly flow: string;
  readonly toward: Point;
}
/** Where a flow ends at an element. */
export interface Port {
  readonly at: Point;
  /** A little outside of the element, where routes may bend. */
  readonly out: Point;
  readonly horizontal: boolean;
}

/** The nearest that a route comes to an element that it does not end at. */
const clearance = 5;
const lanes = [18, 27, 36];
/** Above this the search over lanes would cost more than it is worth, and flows take the plain way. */
const searchLimit = 160;

/** What a route needs to know of a flow. */
export type RoutedFlow = Pick<LayoutFlow, "id" | "from" | "to">;

/**
 * A route per flow, from border to border, round the elements and along no border of a zone. With `only`, the routes of those flows;
 * `kept` are the routes that the others have, which the new ones leave room for.
 */
export function routeFlows(
  flows: readonly RoutedFlow[],
  placing: Placing,
  only?: ReadonlySet<string>,
  kept: Readonly<Record<string, LayoutRoute>> = {},
): Readonly<Record<string, LayoutRoute>> {
  const avoided = Object.values(placing.zones).flatMap(alongBorders);
  const routes = waysOf(flows, placing.elements, avoided);
  const wanted = Object.entries(routes).filter(([id]) => !only || only.has(id) || !Object.hasOwn(kept, id));
  return Object.fromEntries(wanted.map(([id, points]) => [id, { points }]));
}

/** Strips along the borders of a zone, the upper one as high as its tab. */
function alongBorders(zone: Box): readonly Box[] {
  const { x, y, width, height } = zone;
  const near = 7;
  return [
    { x, y: y - near, width, height: near + tabHeight },
    { x, y: y + height - near, width, height: 2 * near },
    { x: x - near, y, width: 2 * near, height },
    { x: x + width - near, y, width: 2 * near, height },
  ];
}

function waysOf(
  flows: readonly RoutedFlow[],
  elements: Readonly<Record<string, Box>>,
  avoided: readonly Box[] = [],
): Readonly<Record<string, readonly Point[]>> {
  const drawn = flows.filter((flow) => elements[flow.from] && elements[flow.to] && flow.from !== flow.to);
  const ports = placePorts(drawn, elements);
  const routes: Record<string, readonly Point[]> = {};
  const boxes = Object.values(elements);
  const grid = boxes.length <= searchLimit ? laneGrid(boxes, avoided, [...ports.values()]) : undefined;
  for (const flow of shortestFirst(drawn, elements)) {
    const from = ports.get(`${flow.id} from`) as Port;
    const to = ports.get(`${flow.id} to`) as Port;
    const way = grid ? searched(grid, from, to) : undefined;
    routes[flow.id] = straightened(way ?? plainWay(from, to));
  }
  return routes;
}

function shortestFirst(flows: readonly RoutedFlow[], elements: Readonly<Record<string, Box>>): readonly RoutedFlow[] {
  const distance = (flow: RoutedFlow) => {
    const a = centre(elements[flow.from] as Box);
    const b = centre(elements[flow.to] as Box);
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  };
  const distances = new Map(flows.map((flow) => [flow.id, distance(flow)]));
  return [...flows].sort(
    (a, b) => (distances.get(a.id) as number) - (distances.get(b.id) as number) || (a.id < b.id ? -1 : 1),
  );
}

/** Which side of `a` faces `b`: across the wider gap. */
export function facing(a: Box, b: Box): Side {
  const right = b.x - (a.x + a.width);
  const left = a.x - (b.x + b.width);
  const below = b.y - (a.y + a.height);
  const above = a.y - (b.y + b.height);
  const most = Math.max(right, left, below, above);
  if (most === right) return "right";
  if (most === left) return "left";
  return most === below ? "bottom" : "top";
}

/** Spreads the ends of all flows over the sides of their elements, in the order of where they go. */
function placePorts(flows: readonly RoutedFlow[], elements: Readonly<Record<string, Box>>): ReadonlyMap<string, Port> {
  const groups = new Map<string, End[]>();
  const add = (end: End) => {
    const key = `${end.element} ${end.side}`;
    const group = groups.get(key);
    if (group) group.push(end);
    else groups.set(key, [end]);
  };
  for (const flow of flows) {
    const a = elements[flow.from] as Box;
    const b = elements[flow.to] as Box;
    add({ element: flow.from, side: facing(a, b), flow: `${flow.id} from`, toward: centre(b) });
    add({ element: flow.to, side: facing(b, a), flow: `${flow.id} to`, toward: centre(a) });
  }
  const ports = new Map<string, Port>();
  const index = new BoxIndex<Box>(Object.values(elements));
  for (const group of groups.values()) {
    const side = (group[0] as End).side;
    const along = side === "left" || side === "right" ? "y" : "x";
    group.sort((a, b) => a.toward[along] - b.toward[along] || (a.flow < b.flow ? -1 : 1));
    group.forEach((end, i) => {
      ports.set(end.flow, portAt(elements[end.element] as Box, side, (i + 1) / (group.length + 1), index));
    });
  }
  return ports;
}

/** An end on a side. Where a neighbour stands near, the route may bend halfway to it. */
function portAt(box: Box, side: Side, share: number, index: BoxIndex<Box>): Port {
  const horizontal = side === "left" || side === "right";
  const at = sidePoint(box, side, share);
  const way = side === "left" || side === "top" ? -1 : 1;
  const reach = 2 * (lanes[0] as number);
  const ahead = horizontal
    ? { x: way < 0 ? at.x - reach : at.x, y: at.y - clearance, width: reach, height: 2 * clearance }
    : { x: at.x - clearance, y: way < 0 ? at.y - reach : at.y, width: 2 * clearance, height: reach };
  const gaps = index
    .near(ahead)
    .filter((other) => other !== box)
    .map((other) => gapTo(at, other, side));
  const step = half(Math.max(0, Math.min(reach, ...gaps)) / 2);
  return { at, out: horizontal ? { x: at.x + way * step, y: at.y } : { x: at.x, y: at.y + way * step }, horizontal };
}

/** The point at a share of the length of a side. */
export function sidePoint(box: Box, side: Side, share: number): Point {
  const horizontal = side === "left" || side === "right";
  return {
    x: horizontal ? (side === "left" ? box.x : box.x + box.width) : half(box.x + box.width * share),
    y: horizontal ? half(box.y + box.height * share) : side === "top" ? box.y : box.y + box.height,
  };
}

function gapTo(at: Point, other: Box, side: Side): number {
  switch (side) {
    case "left":
      return at.x - (other.x + other.width);
    case "right":
      return other.x - at.x;
    case "top":
      return at.y - (other.y + other.height);
    case "bottom":
      return other.y - at.y;
  }
}

function laneGrid(boxes: readonly Box[], avoided: readonly Box[], ports: readonly Port[]): LaneGrid {
  const xs = new Set<number>();
  const ys = new Set<number>();
  for (const box of boxes) {
    for (const lane of lanes) {
      xs.add(box.x - lane).add(box.x + box.width + lane);
      ys.add(box.y - lane).add(box.y + box.height + lane);
    }
  }
  for (const port of ports) {
    xs.add(port.out.x);
    ys.add(port.out.y);
  }
  const ascending = (values: ReadonlySet<number>) => [...values].sort((a, b) => a - b);
  const grid = new LaneGrid(ascending(xs), ascending(ys));
  for (const box of boxes) {
    grid.bar(box.x - clearance, box.y - clearance, box.x + box.width + clearance, box.y + box.height + clearance);
  }
  for (const box of avoided) grid.avoid(box.x, box.y, box.x + box.width, box.y + box.height);
  return grid;
}

function searched(grid: LaneGrid, from: Port, to: Port): readonly Point[] | undefined {
  const node = (point: Point) => grid.ys.indexOf(point.y) * grid.xs.length + grid.xs.indexOf(point.x);
  const nodes = grid.path(node(from.out), node(to.out), from.horizontal, to.horizontal);
  if (!nodes) return undefined;
  grid.use(nodes);
  const wide = grid.xs.length;
  const way = nodes.map((at) => ({ x: grid.xs[at % wide] as number, y: grid.ys[Math.floor(at / wide)] as number }));
  return [from.at, ...way, to.at];
}

/** Straight out, across in the middle, straight in. */
export function plainWay(from: Port, to: Port): readonly Point[] {
  const a = from.out;
  const b = to.out;
  if (from.horizontal && to.horizontal) {
    const x = half((a.x + b.x) / 2);
    return [from.at, { x, y: a.y }, { x, y: b.y }, to.at];
  }
  if (!from.horizontal && !to.horizontal) {
    const y = half((a.y + b.y) / 2);
    return [from.at, { x: a.x, y }, { x: b.x, y }, to.at];
  }
  return [from.at, from.horizontal ? { x: b.x, y: a.y } : { x: a.x, y: b.y }, to.at];
}
