// From ELK's answer to our layout: absolute boxes and one route per flow.
import type { LayoutGraph, LayoutResult, LayoutRoute } from "@parapet/reports";
import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import { pieceId } from "./elk-graph.ts";

type Point = LayoutRoute["points"][number];
type Box = LayoutResult["elements"][string];

/** Reads positions and routes out of a laid-out ELK graph. */
export function elkResult(graph: LayoutGraph, root: ElkNode): LayoutResult {
  const boxes = new Map<string, Box>();
  const edges = new Map<string, ElkExtendedEdge>();
  const visit = (node: ElkNode) => {
    boxes.set(node.id, {
      x: half(node.x ?? 0),
      y: half(node.y ?? 0),
      width: half(node.width ?? 0),
      height: half(node.height ?? 0),
    });
    for (const edge of node.edges ?? []) edges.set(edge.id, edge);
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  const boxOf = (id: string): Box => boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const flows: Record<string, LayoutRoute> = {};
  for (const flow of graph.flows) {
    const route = routeOf(flow.id, edges);
    if (route) flows[flow.id] = route;
  }
  return {
    width: half(root.width ?? 0),
    height: half(root.height ?? 0),
    elements: Object.fromEntries(graph.elements.map(({ id }) => [id, boxOf(id)])),
    zones: Object.fromEntries(graph.zones.map(({ id }) => [id, boxOf(id)])),
    flows,
  };
}

function routeOf(flow: string, edges: ReadonlyMap<string, ElkExtendedEdge>): LayoutRoute | undefined {
  const whole = edges.get(flow);
  const pieces: ElkExtendedEdge[] = whole ? [whole] : [];
  for (let number = 0; !whole; number++) {
    const piece = edges.get(pieceId(flow, number));
    if (!piece) break;
    pieces.push(piece);
  }
  const points = pieces.flatMap((piece) =>
    (piece.sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [
      startPoint,
      ...(bendPoints ?? []),
      endPoint,
    ]),
  );
  if (points.length < 2) return undefined;
  const label = pieces.flatMap((piece) => piece.labels ?? []).find((one) => one.x !== undefined);
  const centre = label && {
    x: half((label.x ?? 0) + (label.width ?? 0) / 2),
    y: half((label.y ?? 0) + (label.height ?? 0) / 2),
  };
  return { points: squared(points), ...(centre ? { label: centre } : {}) };
}

/** Rounds to half pixels without making any step slant, and leaves out points on straight lines. */
function squared(points: readonly Point[]): readonly Point[] {
  const out: Point[] = [];
  for (const raw of points) {
    const point = { x: half(raw.x), y: half(raw.y) };
    const last = out[out.length - 1];
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = out[out.length - 2];
    const straight =
      last && before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) out.pop();
    out.push(point);
  }
  return out;
}

function half(value: number): number {
  return Math.round(value * 2) / 2;
}
