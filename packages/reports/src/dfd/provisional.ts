// While something is dragged: plain routes of the flows that it touches, at once. The router runs when it is dropped.

import { alongRoute } from "./flow-parts.ts";
import { type Box, centre, half, lengthOf, type Point, pointAt, straightened } from "./geometry.ts";
import { facing, isLevel, type Port, portAt, type Side, sidePoint, simplestWay } from "./ports.ts";
import { shifted } from "./scene.ts";
import type { Scene, SceneLabel, ScenePath } from "./scene-types.ts";

/** How far each dragged thing is from where the scene has it. A zone takes along what lies in it. */
export type Moved = Readonly<Record<string, Point>>;

/** What is drawn of a flow while something is dragged. */
export interface Provisional {
  readonly path: ScenePath;
  readonly label?: SceneLabel;
}

/** Finds what is touched without looking at the whole scene; made once per scene. */
export interface SceneIndex {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly zones: Readonly<Record<string, Box>>;
  readonly inside: ReadonlyMap<string, readonly string[]>;
  readonly flowsOf: ReadonlyMap<string, readonly ScenePath[]>;
  readonly labels: ReadonlyMap<string, SceneLabel>;
}

/** Makes the index of a scene. */
export function sceneIndex(scene: Scene): SceneIndex {
  const inside = new Map<string, string[]>();
  const flowsOf = new Map<string, ScenePath[]>();
  const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const shape of scene.shapes) if (shape.parent) add(inside, shape.parent.slice("zone:".length), shape.id);
  for (const path of scene.paths) {
    add(flowsOf, path.from, path);
    if (path.to !== path.from) add(flowsOf, path.to, path);
  }
  const zones = scene.shapes.filter((shape) => shape.kind === "zone");
  return {
    boxes: new Map(scene.shapes.map((shape) => [shape.id, shape.box])),
    zones: Object.fromEntries(zones.map((zone) => [zone.id, zone.box])),
    inside,
    flowsOf,
    labels: new Map(scene.labels.map((label) => [label.of, label])),
  };
}

/** The flows that a drag touches, by id: those that go along whole are shifted, those with one end elsewhere take a plain route. */
export function provisionalRoutes(
  scene: Scene,
  moved: Moved,
  index: SceneIndex = sceneIndex(scene),
): ReadonlyMap<string, Provisional> {
  const by = withMembers(moved, index);
  const zones: Record<string, Box> = { ...index.zones };
  for (const [id, offset] of by) if (zones[id]) zones[id] = offsetBox(zones[id], offset);
  const out = new Map<string, Provisional>();
  for (const id of by.keys()) {
    for (const path of index.flowsOf.get(id) ?? []) {
      if (!out.has(path.id)) out.set(path.id, provisional(path, index.labels.get(path.id), by, index, zones));
    }
  }
  return out;
}

function withMembers(moved: Moved, index: SceneIndex): ReadonlyMap<string, Point> {
  const by = new Map<string, Point>();
  const add = (id: string, offset: Point) => {
    if (by.has(id)) return;
    by.set(id, offset);
    for (const member of index.inside.get(id) ?? []) add(member, offset);
  };
  for (const [id, offset] of Object.entries(moved)) add(id, offset);
  return by;
}

function provisional(
  path: ScenePath,
  label: SceneLabel | undefined,
  by: ReadonlyMap<string, Point>,
  index: SceneIndex,
  zones: Readonly<Record<string, Box>>,
): Provisional {
  const [a, b] = [by.get(path.from), by.get(path.to)];
  if (a && b && a.x === b.x && a.y === b.y) {
    const whole = shifted(path, a);
    const along = alongRoute(path, whole.points, zones);
    return { path: { ...whole, ...along }, ...(label ? { label: shifted(label, a) } : {}) };
  }
  const from = index.boxes.get(path.from);
  const to = index.boxes.get(path.to);
  const points = from && to ? elbow(path, offsetBox(from, a), offsetBox(to, b), from, to) : path.points;
  const drawn = { ...path, ...alongRoute(path, points, zones) };
  return { path: drawn, ...(label ? { label: onRoute(label, points) } : {}) };
}

/** From side to side; an end that still faces the right way keeps its place on its side. */
function elbow(path: ScenePath, a: Box, b: Box, aBefore: Box, bBefore: Box): readonly Point[] {
  const first = path.points[0] as Point;
  const last = path.points[path.points.length - 1] as Point;
  const start = endOn(a, facing(a, b), shiftedPoint(first, aBefore, a));
  const end = endOn(b, facing(b, a), shiftedPoint(last, bBefore, b));
  return between(start, end);
}

/** A plain route between two elements, for a flow that has none yet. */
export function plainRoute(a: Box, b: Box): readonly Point[] {
  const [from, to] = [facing(a, b), facing(b, a)];
  return between(portAt(sidePoint(a, from, 0.5), from), portAt(sidePoint(b, to, 0.5), to));
}

function between(start: Port, end: Port): readonly Point[] {
  const corner = { x: start.out.x, y: end.out.y };
  const way = straightened(simplestWay(start, end) ?? [start.at, start.out, corner, end.out, end.at]);
  return way.length > 1 ? way : [start.at, end.at];
}

function shiftedPoint(point: Point, before: Box, now: Box): Point {
  return { x: point.x + now.x - before.x, y: point.y + now.y - before.y };
}

function endOn(box: Box, side: Side, kept: Point): Port {
  const middle = sidePoint(box, side, 0.5);
  const stays = isLevel(side) ? kept.x === middle.x : kept.y === middle.y;
  return portAt(stays ? kept : middle, side);
}

function offsetBox(box: Box, by: Point | undefined): Box {
  return by ? { ...box, x: box.x + by.x, y: box.y + by.y } : box;
}

/** The label on the middle of the plain route, without a line to it. */
function onRoute({ leader: _, ...label }: SceneLabel, points: readonly Point[]): SceneLabel {
  const middle = pointAt(points, lengthOf(points) / 2);
  const at = centre(label.box);
  return shifted(label, { x: half(middle.x - at.x), y: half(middle.y - at.y) });
}
