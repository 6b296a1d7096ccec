// The small forms of the diagram as points, shared by everything that draws a scene.
import type { Tier } from "@parapet/core";
import { headLength } from "./flow-parts.ts";
import type { Point } from "./geometry.ts";
import type { SceneHead, ScenePath } from "./scene-types.ts";

/** The corners of an arrowhead. */
export function headPoints(head: SceneHead): readonly Point[] {
  const { tip, toward } = head;
  const wide = 4.2;
  const sign = toward === "right" || toward === "down" ? -1 : 1;
  if (toward === "left" || toward === "right") {
    const x = tip.x + sign * headLength;
    return [tip, { x, y: tip.y - wide }, { x, y: tip.y + wide }];
  }
  const y = tip.y + sign * headLength;
  return [tip, { x: tip.x - wide, y }, { x: tip.x + wide, y }];
}

/** The corners of a tier's sign: critical ◆, high ▲, else ■. */
export function signPoints(tier: Tier, at: Point): readonly Point[] {
  const { x, y } = at;
  if (tier === "critical") {
    return [
      { x, y: y - 4.6 },
      { x: x + 4.6, y },
      { x, y: y + 4.6 },
      { x: x - 4.6, y },
    ];
  }
  if (tier === "high") {
    return [
      { x, y: y - 4 },
      { x: x + 4.4, y: y + 3.6 },
      { x: x - 4.4, y: y + 3.6 },
    ];
  }
  return [
    { x: x - 3.4, y: y - 3.4 },
    { x: x + 3.4, y: y - 3.4 },
    { x: x + 3.4, y: y + 3.4 },
    { x: x - 3.4, y: y + 3.4 },
  ];
}

/** A route that ends inside of its arrowheads, so that no line shows at their tips. */
export function shortened(path: ScenePath): readonly Point[] {
  const points = [...path.points];
  for (const { end, tip, toward } of path.heads) {
    const at = end === "to" ? points.length - 1 : 0;
    const sign = toward === "right" || toward === "down" ? -1 : 1;
    const by = sign * (headLength - 1);
    points[at] = toward === "left" || toward === "right" ? { x: tip.x + by, y: tip.y } : { x: tip.x, y: tip.y + by };
  }
  return points;
}

/** A route with its corners rounded, as the `d` of a path. */
export function roundedRoute(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return "";
  let d = `M${n(first.x)} ${n(first.y)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1] as Point, points[i] as Point, points[i + 1] as Point];
    const radius = Math.min(7, distance(a, b) / 2, distance(b, c) / 2);
    const before = toward(b, a, radius);
    const after = toward(b, c, radius);
    d += `L${n(before.x)} ${n(before.y)}Q${n(b.x)} ${n(b.y)} ${n(after.x)} ${n(after.y)}`;
  }
  const last = points[points.length - 1] as Point;
  return `${d}L${n(last.x)} ${n(last.y)}`;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** The point `by` away from `from` on the way to `to`. */
function toward(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

/** The corners of a closed form, as the `d` of a path. */
export function closed(points: readonly Point[]): string {
  return `M${points.map((point) => `${n(point.x)} ${n(point.y)}`).join("L")}Z`;
}

/** A number as it stands in a file: at most two digits after the point. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
