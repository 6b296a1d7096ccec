// The elements as routes see them: whether a way runs through one, and how much room there is before the next.
import { type Box, grown, overlaps, type Point } from "./geometry.ts";
import type { Side } from "./ports.ts";

/** The nearest that a route comes to an element that it does not end at. */
export const clearance = 5;

/** Closer than this, elements have no room for a flow between their facing sides. */
export const narrow = 16;
/** The shortest part of a side that has room for an end. */
const shortest = 14;

const cell = 128;

/** Boxes in cells; asking costs as much as the way is long. */
export class Obstacles {
  readonly #boxes: readonly Box[];
  readonly #cells = new Map<number, number[]>();

  constructor(boxes: readonly Box[]) {
    this.#boxes = boxes;
    boxes.forEach((box, i) => {
      for (const key of cellsOf(grown(box, clearance))) {
        const list = this.#cells.get(key);
        if (list) list.push(i);
        else this.#cells.set(key, [i]);
      }
    });
  }

  /** True when a level or upright step comes nearer to an element than the clearance. Ends on a border do not count as near. */
  bars(a: Point, b: Point, near = clearance): boolean {
    const left = Math.min(a.x, b.x);
    const right = Math.max(a.x, b.x);
    const top = Math.min(a.y, b.y);
    const bottom = Math.max(a.y, b.y);
    for (let i = Math.floor(left / cell); i <= Math.floor(right / cell); i++) {
      for (let j = Math.floor(top / cell); j <= Math.floor(bottom / cell); j++) {
        const list = this.#cells.get(i * 65_536 + j);
        if (!list) continue;
        for (const at of list) {
          const box = this.#boxes[at] as Box;
          if (
            left < box.x + box.width + near &&
            right > box.x - near &&
            top < box.y + box.height + near &&
            bottom > box.y - near
          )
            return true;
        }
      }
    }
    return false;
  }

  /** True when a way runs through an element. It begins and ends on borders: there only its first and last pixels may be near. */
  barsWay(points: readonly Point[], near = clearance): boolean {
    const last = points.length - 1;
    for (let k = 1; k <= last; k++) {
      const a = points[k - 1] as Point;
      const b = points[k] as Point;
      const from = k === 1 ? toward(a, b) : a;
      const to = k === last ? toward(b, a) : b;
      if ((to.x - from.x) * (b.x - a.x) < 0 || (to.y - from.y) * (b.y - a.y) < 0) continue;
      if (this.bars(from, to, near)) return true;
    }
    return false;
  }

  /** The longest part of a side with nothing close before it; nothing where that is too short for an end. */
  freeStretch(box: Box, side: Side): readonly [number, number] | undefined {
    const level = side === "left" || side === "right";
    const [low, high] = level ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
    const blocked = this.#before(box, side).map((other): readonly [number, number] =>
      level
        ? [other.y - clearance, other.y + other.height + clearance]
        : [other.x - clearance, other.x + other.width + clearance],
    );
    let best: readonly [number, number] = [low, low];
    let from = low;
    for (const [start, end] of [...blocked.sort((a, b) => a[0] - b[0]), [high, high] as const]) {
      if (Math.min(start, high) - from > best[1] - best[0]) best = [from, Math.min(start, high)];
      from = Math.max(from, end);
    }
    return best[1] - best[0] >= shortest ? best : undefined;
  }

  /** The boxes in the strip before a side. */
  #before(box: Box, side: Side): readonly Box[] {
    const { x, y, width, height } = box;
    const strip: Readonly<Record<Side, Box>> = {
      left: { x: x - narrow, y, width: narrow, height },
      right: { x: x + width, y, width: narrow, height },
      top: { x, y: y - narrow, width, height: narrow },
      bottom: { x, y: y + height, width, height: narrow },
    };
    const found = new Set<number>();
    for (const key of cellsOf(strip[side])) for (const i of this.#cells.get(key) ?? []) found.add(i);
    return [...found]
      .map((i) => this.#boxes[i] as Box)
      .filter((other) => other !== box && overlaps(other, strip[side]));
  }

  /** How far it is straight out of a side to the next element, at most `reach`. */
  roomAhead(at: Point, side: Side, reach: number, own: Box): number {
    const left = side === "left" ? at.x - reach : at.x - (side === "right" ? 0 : clearance);
    const right = side === "right" ? at.x + reach : at.x + (side === "left" ? 0 : clearance);
    const top = side === "top" ? at.y - reach : at.y - (side === "bottom" ? 0 : clearance);
    const bottom = side === "bottom" ? at.y + reach : at.y + (side === "top" ? 0 : clearance);
    let least = reach;
    for (const key of cellsOf({ x: left, y: top, width: right - left, height: bottom - top })) {
      for (const i of this.#cells.get(key) ?? []) {
        const box = this.#boxes[i] as Box;
        if (box === own || box.x >= right || box.x + box.width <= left) continue;
        if (box.y >= bottom || box.y + box.height <= top) continue;
        least = Math.min(least, Math.max(0, gapTo(at, box, side)));
      }
    }
    return least;
  }
}

function cellsOf(box: Box): readonly number[] {
  const cells: number[] = [];
  for (let i = Math.floor(box.x / cell); i <= Math.floor((box.x + box.width) / cell); i++)
    for (let j = Math.floor(box.y / cell); j <= Math.floor((box.y + box.height) / cell); j++)
      cells.push(i * 65_536 + j);
  return cells;
}

/** The point a little more than the clearance from `a` on the way to `b`. */
function toward(a: Point, b: Point): Point {
  const by = clearance + 0.5;
  return { x: a.x + Math.sign(b.x - a.x) * by, y: a.y + Math.sign(b.y - a.y) * by };
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
