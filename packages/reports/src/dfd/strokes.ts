// The small forms of the diagram as points, shared by everything that draws a scene.
import type { Tier } from "@parapet/core";
import type { Point } from "./geometry.ts";
import { headLength } from "./scene-parts.ts";
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
