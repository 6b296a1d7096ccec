// What is under the pointer, by geometry: flows are drawn many in one path, so no part of the page stands for one of them. Pure.
import { type Box, contains, type Point, type Scene, type ScenePath, type SceneShape } from "@parapet/reports/dfd";

/** The flow whose line is nearest to a point and no further than `reach`. */
export function flowAt(paths: readonly ScenePath[], { x, y }: Point, reach: number): string | undefined {
  let found: string | undefined;
  let least = reach;
  for (const { id, points } of paths) {
    for (let i = 1; i < points.length; i++) {
      const far = awayFrom(points[i - 1] as Point, points[i] as Point, x, y);
      if (far > least) continue;
      least = far;
      found = id;
    }
  }
  return found;
}

/** How far a point is from a level or upright line. */
function awayFrom(a: Point, b: Point, x: number, y: number): number {
  const dx = Math.max(Math.min(a.x, b.x) - x, 0, x - Math.max(a.x, b.x));
  const dy = Math.max(Math.min(a.y, b.y) - y, 0, y - Math.max(a.y, b.y));
  return Math.max(dx, dy);
}

/** The element that a point is on, or beside by no more than `reach`; the nearest. */
export function elementAt({ shapes }: Pick<Scene, "shapes">, { x, y }: Point, reach: number): string | undefined {
  let found: string | undefined;
  let least = reach;
  for (const { id, kind, box } of shapes) {
    if (kind === "zone") continue;
    const far = Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height, 0);
    if (far > least || (far === least && found !== undefined)) continue;
    least = far;
    found = id;
  }
  return found;
}

/** The things that lie wholly within a box: what a rectangle of selection takes. */
export function shapesWithin({ shapes }: Pick<Scene, "shapes">, box: Box): readonly SceneShape[] {
  return shapes.filter((shape) => contains(box, shape.box));
}
