// A diagram of thousands seen from far: between outermost zones one line stands for all flows of a direction, as if they were folded. Pure.
import {
  collapsedGraph,
  type DiagramGraph,
  type Drawn,
  type LayoutResult,
  type Point,
  routeFlows,
} from "@parapet/reports/dfd";

/** All flows from one zone or element to another. */
export interface Bundle {
  readonly id: string;
  readonly points: readonly Point[];
  readonly count: number;
}

/** From so many elements on, lines of single flows only hide the picture from far. */
const thousands = 800;

export function isVast({ elements, zones }: DiagramGraph): boolean {
  return elements.length > thousands && zones.some(({ in: home }) => home === undefined);
}

/** The bundles between outermost zones, and to elements that lie in none, from border to border. */
export function bundlesOf(graph: DiagramGraph, layout: LayoutResult): readonly Bundle[] {
  const outer = graph.zones.filter(({ in: home }) => home === undefined).map(({ id }) => id);
  const folded = collapsedGraph(graph, outer);
  const boxes = folded.elements.flatMap(({ id }) => {
    const box = layout.zones[id] ?? layout.elements[id];
    return box ? [[id, box] as const] : [];
  });
  const routes = routeFlows(folded.flows, { elements: Object.fromEntries(boxes), zones: {} });
  return folded.flows.flatMap(({ id, bundles }) => {
    const points = routes[id]?.points;
    return points ? [{ id, points, count: bundles?.length ?? 1 }] : [];
  });
}

/** Lines as broad as they are many, with their number in the middle; `size` is that of words that are read from far. */
export function bundleForms(bundles: readonly Bundle[], size: number): readonly Drawn[] {
  const lines = bundles.map(
    ({ points, count }): Drawn => ({
      is: "path",
      d: points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join(""),
      fill: "none",
      stroke: "line",
      width: (size / 20) * Math.min(3, 1 + Math.log2(count) / 4),
    }),
  );
  const numbers = bundles.map(({ points, count }): Drawn => {
    const at = middleOf(points);
    const own = { x: at.x, y: at.y - size * 0.3 };
    return { is: "text", text: `${count}`, at: own, size: size * 0.8, weight: 600, anchor: "middle", fill: "muted" };
  });
  return [...lines, ...numbers];
}

/** The middle of the longest run. */
function middleOf(points: readonly Point[]): Point {
  let best = { x: points[0]?.x ?? 0, y: points[0]?.y ?? 0 };
  let longest = -1;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (length <= longest) continue;
    longest = length;
    best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }
  return best;
}
