// Orthogonal routes between elements that already stand somewhere: simple ways first, a search where those are blocked.
import { type Box, centre, half, lengthOf, type Point, straightened } from "./geometry.ts";
import { Lanes } from "./lanes.ts";
import type { LayoutRoute, Placing } from "./layout.ts";
import { clearance, Obstacles } from "./obstacles.ts";
import { isLevel, type Port, PortPlan, type Ports, type RoutedFlow, type Side } from "./ports.ts";
import { Raster } from "./raster.ts";
import { bendCost, Search } from "./route-search.ts";
import { simpleWays } from "./simple-ways.ts";

/** Crossing another flow costs as much as so many pixels. */
const crossingCost = 14;
/** Running on another flow or on the border of a zone costs this for each pixel. */
const sharedCost = 4;
/** A simple way that costs no more than this beyond its length and bends is taken without a search. */
const goodEnough = 90;

/**
 * A route per flow, from border to border, round the elements and along no border of a zone. With `only`, the routes of those flows;
 * `kept` are the routes of the others, which the new ones leave room for.
 */
export function routeFlows(
  flows: readonly RoutedFlow[],
  placing: Placing,
  only?: ReadonlySet<string>,
  kept: Readonly<Record<string, LayoutRoute>> = {},
): Readonly<Record<string, LayoutRoute>> {
  const { elements } = placing;
  const has = (id: string) => Object.hasOwn(elements, id);
  const drawn = flows.filter(({ from, to }) => has(from) && has(to) && from !== to);
  const stays = (id: string) => only !== undefined && !only.has(id) && Object.hasOwn(kept, id);
  const staying = Object.fromEntries(
    drawn.filter(({ id }) => stays(id)).map(({ id }) => [id, kept[id] as LayoutRoute]),
  );
  const router = new Router(drawn, placing, staying);
  const routes: Record<string, LayoutRoute> = {};
  for (const flow of shortestFirst(drawn, elements))
    if (!stays(flow.id)) routes[flow.id] = { points: router.route(flow) };
  return routes;
}

/** Short flows have the fewest ways, so they choose first. */
function shortestFirst(flows: readonly RoutedFlow[], elements: Placing["elements"]): readonly RoutedFlow[] {
  const distances = new Map(
    flows.map((flow) => {
      const a = centre(elements[flow.from] as Box);
      const b = centre(elements[flow.to] as Box);
      return [flow.id, Math.abs(a.x - b.x) + Math.abs(a.y - b.y)];
    }),
  );
  return [...flows].sort(
    (a, b) => (distances.get(a.id) as number) - (distances.get(b.id) as number) || (a.id < b.id ? -1 : 1),
  );
}

class Router {
  readonly #obstacles: Obstacles;
  readonly #raster: Raster;
  readonly #lanes: Lanes;
  readonly #ports: PortPlan;
  #search: Search | undefined;

  constructor(flows: readonly RoutedFlow[], placing: Placing, kept: Readonly<Record<string, LayoutRoute>>) {
    const boxes = Object.values(placing.elements);
    this.#obstacles = new Obstacles(boxes);
    this.#raster = new Raster(boxes, Object.values(placing.zones));
    this.#lanes = new Lanes();
    this.#ports = new PortPlan(flows, placing.elements, this.#obstacles, kept);
    for (const { points } of Object.values(kept)) this.#take(points);
  }

  route(flow: RoutedFlow): readonly Point[] {
    const ports = this.#ports.of(flow);
    const way = this.#bestOf(ports);
    this.#take(way);
    return way;
  }

  #take(points: readonly Point[]): void {
    this.#raster.use(points);
    this.#lanes.use(points);
  }

  #bestOf(ports: Ports): readonly Point[] {
    let best: readonly Point[] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const raw of simpleWays(ports.from, ports.to)) {
      const way = straightened(raw);
      const plain = lengthOf(way) + bendCost * (way.length - 2);
      if (plain >= least || this.#obstacles.barsWay(way)) continue;
      const cost = plain + this.#meets(way);
      if (cost < least) {
        best = way;
        least = cost;
      }
      if (cost - plain < 1) break;
    }
    if (best && least - lengthOf(best) - bendCost * (best.length - 2) <= goodEnough) return best;
    const searched = this.#searched(ports);
    if (!searched) return best ?? lastResort(ports);
    const cost = lengthOf(searched) + bendCost * (searched.length - 2) + this.#meets(searched);
    return best && least <= cost ? best : searched;
  }

  /** What a way costs for what it meets. */
  #meets(way: readonly Point[]): number {
    let cost = 0;
    for (let k = 1; k < way.length; k++) {
      const a = way[k - 1] as Point;
      const b = way[k] as Point;
      const { crossed, dear } = this.#raster.met(a, b);
      cost += crossed * crossingCost + sharedCost * (dear + this.#lanes.shared(a, b));
    }
    return cost;
  }

  #searched({ from, to }: Ports): readonly Point[] | undefined {
    this.#search ??= new Search(this.#raster);
    const cells = this.#search.way(from.out, directions[from.side], to.out, (directions[to.side] + 2) & 3);
    if (!cells) return undefined;
    const corners = straightened(cells.map((cell) => rounded(this.#raster.middle(cell))));
    const aligned = straightened(joined(from, corners, to));
    const other = straightened(stepped(from, corners, to));
    for (const near of [clearance, 0]) {
      if (!this.#obstacles.barsWay(aligned, near)) return aligned;
      if (!this.#obstacles.barsWay(other, near)) return other;
    }
    return aligned;
  }
}

const directions: Readonly<Record<Side, number>> = { right: 0, bottom: 1, left: 2, top: 3 };

function rounded({ x, y }: Point): Point {
  return { x: half(x), y: half(y) };
}

/** The corners of a way over cells, with its first and last run moved sideways so that they meet the ends. */
function joined(from: Port, corners: readonly Point[], to: Port): readonly Point[] {
  const first = corners[0];
  const second = corners[1];
  if (!first || !second) return [from.at, from.out, cornerOf(from, to), to.out, to.at];
  const level = first.y === second.y;
  if (corners.length === 2) return [from.at, from.out, ...sideStep(from.out, to.out, level), to.out, to.at];
  const inner = corners.slice(1, -1).map(({ x, y }) => ({ x, y }));
  const before = inner[inner.length - 1] as { x: number; y: number };
  const last = corners[corners.length - 1] as Point;
  const lastLevel = corners[corners.length - 2]?.y === last.y;
  const after = inner[0] as { x: number; y: number };
  if (level) after.y = from.out.y;
  else after.x = from.out.x;
  if (lastLevel) before.y = to.out.y;
  else before.x = to.out.x;
  return [from.at, from.out, ...inner, to.out, to.at];
}

/** From one run to another beside it, in the middle. */
function sideStep(a: Point, b: Point, level: boolean): readonly Point[] {
  const middle = level ? half((a.x + b.x) / 2) : half((a.y + b.y) / 2);
  return level
    ? [
        { x: middle, y: a.y },
        { x: middle, y: b.y },
      ]
    : [
        { x: a.x, y: middle },
        { x: b.x, y: middle },
      ];
}

/** The same way with a small step beside each end instead. */
function stepped(from: Port, corners: readonly Point[], to: Port): readonly Point[] {
  const first = corners[0] as Point;
  const last = corners[corners.length - 1] as Point;
  const beside = (port: Port, cell: Point) =>
    isLevel(port.side) ? { x: port.out.x, y: cell.y } : { x: cell.x, y: port.out.y };
  const a = beside(from, first);
  const b = beside(to, last);
  return [from.at, from.out, a, ...squared(a, corners, b), b, to.out, to.at];
}

/** The corners with another first and last point, kept level and upright. */
function squared(a: Point, corners: readonly Point[], b: Point): readonly Point[] {
  return [{ x: (corners[0] as Point).x, y: a.y }, ...corners, { x: (corners[corners.length - 1] as Point).x, y: b.y }];
}

/** Straight out, across, straight in, whatever is in the way. */
function lastResort({ from, to }: Ports): readonly Point[] {
  return straightened([from.at, from.out, cornerOf(from, to), to.out, to.at]);
}

function cornerOf(from: Port, to: Port): Point {
  return isLevel(from.side) ? { x: from.out.x, y: to.out.y } : { x: to.out.x, y: from.out.y };
}
