// The ways between two ends that a person would draw first: straight, round one corner, or across in a lane between or beside them.
import { half, type Point } from "./geometry.ts";
import { isLevel, type Port, simplestWay, wayOut } from "./ports.ts";

/** The distance between lanes. */
const lane = 10;
const mostLanes = 8;

/** Ways from the best to the worst of their kind. None looks at what is in between. */
export function* simpleWays(from: Port, to: Port): Iterable<readonly Point[]> {
  const level = isLevel(from.side);
  if (level !== isLevel(to.side)) {
    const corner = simplestWay(from, to);
    if (corner) yield corner;
    yield* roundTwoCorners(from, to);
    return;
  }
  const mirrored = level ? same : turned;
  for (const way of acrossLanes(mirrored(from), mirrored(to))) yield way.map(level ? (point) => point : swapped);
}

interface Flat {
  readonly at: Point;
  readonly out: Point;
  readonly way: -1 | 1;
}

function same({ at, out, side }: Port): Flat {
  return { at, out, way: wayOut(side) };
}

/** With x and y exchanged, so that upright ends are handled as level ones. */
function turned({ at, out, side }: Port): Flat {
  return { at: swapped(at), out: swapped(out), way: wayOut(side) };
}

function swapped({ x, y }: Point): Point {
  return { x: y, y: x };
}

/** Both ends leave level. */
function* acrossLanes(a: Flat, b: Flat): Iterable<readonly Point[]> {
  const inLane = (x: number): readonly Point[] => [a.at, { x, y: a.at.y }, { x, y: b.at.y }, b.at];
  if (a.way === b.way) {
    const outer = a.way > 0 ? Math.max(a.out.x, b.out.x) : Math.min(a.out.x, b.out.x);
    for (let k = 0; k < mostLanes; k++) yield inLane(outer + a.way * k * lane);
    return;
  }
  const room = (b.out.x - a.out.x) * a.way;
  if (room >= 0) {
    if (a.at.y === b.at.y) yield [a.at, b.at];
    const middle = half((a.out.x + b.out.x) / 2);
    yield inLane(middle);
    for (let k = 1; k <= mostLanes && k * lane <= room / 2; k++) {
      yield inLane(middle - a.way * k * lane);
      yield inLane(middle + a.way * k * lane);
    }
    if (room > 2 * mostLanes * lane) {
      for (let k = 0; k < 4; k++) {
        yield inLane(a.out.x + a.way * k * lane);
        yield inLane(b.out.x - a.way * k * lane);
      }
    }
    return;
  }
  yield* roundBehind(a, b);
}

/** The ends face away from each other: out, along a lane between or beside them, and in. */
function* roundBehind(a: Flat, b: Flat): Iterable<readonly Point[]> {
  const inLane = (y: number): readonly Point[] => [a.at, a.out, { x: a.out.x, y }, { x: b.out.x, y }, b.out, b.at];
  const middle = half((a.at.y + b.at.y) / 2);
  yield inLane(middle);
  for (let k = 1; k <= mostLanes; k++) {
    yield inLane(Math.min(a.at.y, b.at.y) - 40 - k * lane);
    yield inLane(Math.max(a.at.y, b.at.y) + 40 + k * lane);
  }
}

/** One end leaves level, one upright, and no single corner does. */
function* roundTwoCorners(from: Port, to: Port): Iterable<readonly Point[]> {
  for (let k = 0; k < 4; k++) {
    const a = beyond(from, k * lane);
    const b = beyond(to, k * lane);
    const corner = isLevel(from.side) ? { x: a.x, y: b.y } : { x: b.x, y: a.y };
    yield [from.at, a, corner, b, to.at];
  }
}

function beyond({ out, side }: Port, by: number): Point {
  const step = wayOut(side) * by;
  return isLevel(side) ? { x: out.x + step, y: out.y } : { x: out.x, y: out.y + step };
}
