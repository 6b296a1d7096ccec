// Where flows run already, to the pixel: how much of a new step would lie on or close beside another flow.
import type { Point } from "./geometry.ts";

/** Closer than this, two flows look like one. */
const apart = 7;
const band = 14;

/** Level and upright runs, each in bands of the coordinate that they share. */
export class Lanes {
  readonly #level = new Map<number, number[]>();
  readonly #upright = new Map<number, number[]>();

  /** Adds the steps of a route. */
  use(points: readonly Point[]): void {
    for (let k = 1; k < points.length; k++) {
      const a = points[k - 1] as Point;
      const b = points[k] as Point;
      if (a.y === b.y) put(this.#level, a.y, a.x, b.x);
      else put(this.#upright, a.x, a.y, b.y);
    }
  }

  /** How many pixels of a step lie on or beside other flows. */
  shared(a: Point, b: Point): number {
    return a.y === b.y ? sharedIn(this.#level, a.y, a.x, b.x) : sharedIn(this.#upright, a.x, a.y, b.y);
  }
}

function put(bands: Map<number, number[]>, at: number, from: number, to: number): void {
  const key = Math.floor(at / band);
  const list = bands.get(key);
  const run = [at, Math.min(from, to), Math.max(from, to)];
  if (list) list.push(...run);
  else bands.set(key, run);
}

function sharedIn(bands: ReadonlyMap<number, readonly number[]>, at: number, from: number, to: number): number {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  let sum = 0;
  for (let key = Math.floor((at - apart) / band); key <= Math.floor((at + apart) / band); key++) {
    const list = bands.get(key);
    if (!list) continue;
    for (let i = 0; i < list.length; i += 3) {
      if (Math.abs((list[i] as number) - at) >= apart) continue;
      sum += Math.max(0, Math.min(high, list[i + 2] as number) - Math.max(low, list[i + 1] as number));
    }
  }
  return sum;
}
