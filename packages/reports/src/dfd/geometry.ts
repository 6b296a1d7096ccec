// Points, boxes and the few questions that the diagram asks of them.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** True when two boxes share area (touching borders do not count), or come closer than `gap`. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

export function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** True when `inner` lies in `outer`, borders included. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The smallest box round all of them. */
export function around(boxes: readonly Box[]): Box | undefined {
  const first = boxes[0];
  if (!first) return undefined;
  let { x, y } = first;
  let right = x + first.width;
  let bottom = y + first.height;
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The box that a horizontal or vertical segment covers. */
export function segmentBox(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** The consecutive pairs of a route. */
export function segments(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  const out: (readonly [Point, Point])[] = [];
  for (let i = 1; i < points.length; i++) out.push([points[i - 1] as Point, points[i] as Point]);
  return out;
}

/** Leaves out points that repeat or lie on a straight line between their neighbours. */
export function straightened(points: readonly Point[]): readonly Point[] {
  const out: Point[] = [];
  for (const point of points) {
    const last = out[out.length - 1];
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = out[out.length - 2];
    if (last && before && onOneLine(before, last, point)) out.pop();
    out.push(point);
  }
  return out;
}

function onOneLine(a: Point, b: Point, c: Point): boolean {
  return (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y);
}

/** The length of an orthogonal route. */
export function lengthOf(points: readonly Point[]): number {
  return segments(points).reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0);
}

/** The point at a distance along a route. */
export function pointAt(points: readonly Point[], distance: number): Point {
  let left = distance;
  for (const [a, b] of segments(points)) {
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= length;
  }
  return points[points.length - 1] ?? { x: 0, y: 0 };
}

/** Numbers are kept to half a pixel, so that the same picture has the same bytes everywhere. */
export function half(value: number): number {
  return Math.round(value * 2) / 2;
}

/** Finds the boxes near a box without looking at all of them. */
export class BoxIndex<T extends Box> {
  readonly #cells = new Map<number, number[]>();
  readonly #boxes: T[] = [];
  /** The number of the question that each box was last met in, so that a box in several cells counts once. */
  readonly #met: number[] = [];
  readonly #size: number;
  #question = 0;

  constructor(boxes: readonly T[] = [], size = 160) {
    this.#size = size;
    for (const box of boxes) this.add(box);
  }

  add(box: T): void {
    const at = this.#boxes.push(box) - 1;
    this.#met.push(0);
    const size = this.#size;
    for (let x = Math.floor(box.x / size); x <= Math.floor((box.x + box.width) / size); x++) {
      for (let y = Math.floor(box.y / size); y <= Math.floor((box.y + box.height) / size); y++) {
        const held = this.#cells.get(x * 1e6 + y);
        if (held) held.push(at);
        else this.#cells.set(x * 1e6 + y, [at]);
      }
    }
  }

  /** Those that come closer than `gap`; each once. */
  near(box: Box, gap = 0): readonly T[] {
    const found: T[] = [];
    this.#each(box, gap, (other) => {
      found.push(other);
      return false;
    });
    return found;
  }

  /** True when one comes closer than `gap`. */
  hits(box: Box, gap = 0): boolean {
    return this.#each(box, gap, () => true);
  }

  /** Visits those that come closer than `gap`, each once, until one visit returns true. */
  #each(box: Box, gap: number, visit: (other: T) => boolean): boolean {
    const size = this.#size;
    const question = ++this.#question;
    const [right, bottom] = [
      Math.floor((box.x + box.width + gap) / size),
      Math.floor((box.y + box.height + gap) / size),
    ];
    for (let x = Math.floor((box.x - gap) / size); x <= right; x++) {
      for (let y = Math.floor((box.y - gap) / size); y <= bottom; y++) {
        const held = this.#cells.get(x * 1e6 + y);
        if (!held) continue;
        for (const at of held) {
          if (this.#met[at] === question) continue;
          this.#met[at] = question;
          const other = this.#boxes[at] as T;
          if (overlaps(box, other, gap) && visit(other)) return true;
        }
      }
    }
    return false;
  }
}
