// The search under the router: the cheapest way from lane to lane, where a bend costs, and running on another flow or a border costs more.
import type { Point } from "./geometry.ts";
import { Heap } from "./heap.ts";
import { ground, type Raster } from "./raster.ts";

export const bendCost = 60;
/** Places that a search may look at before it gives up. */
const mostPlaces = 6000;
/** How much more than the truth the search believes in being near: higher is faster, and may miss the very cheapest way. */
const eagerness = 2;

/** What is known of the states of one search: small, however large the drawing is. */
class Known {
  readonly #mask = 0x7fff;
  readonly #keys = new Int32Array(this.#mask + 1);
  readonly #runs = new Int32Array(this.#mask + 1);
  readonly cost = new Float64Array(this.#mask + 1);
  readonly from = new Int32Array(this.#mask + 1);
  readonly done = new Uint8Array(this.#mask + 1);
  #run = 0;
  size = 0;

  clear(): void {
    this.#run++;
    this.size = 0;
  }

  get isFull(): boolean {
    return this.size > this.#mask * 0.7;
  }

  /** The slot of a state; a new one has no finite cost. */
  slot(state: number): number {
    let at = Math.imul(state, 0x9e3779b1) >>> 17;
    while (this.#runs[at] === this.#run && this.#keys[at] !== state) at = (at + 1) & this.#mask;
    if (this.#runs[at] !== this.#run) {
      this.#runs[at] = this.#run;
      this.#keys[at] = state;
      this.cost[at] = Number.POSITIVE_INFINITY;
      this.done[at] = 0;
      this.size++;
    }
    return at;
  }
}

/** Finds ways over a raster. A state is a cell and the direction of the way there: 0 right, 1 down, 2 left, 3 up. */
export class Search {
  readonly #raster: Raster;
  readonly #known = new Known();
  readonly #heap = new Heap();
  #goal = 0;
  #goalColumn = 0;
  #goalRow = 0;
  #into = 0;

  constructor(raster: Raster) {
    this.#raster = raster;
  }

  /** The corners of the cheapest way, as cells, from one point (leaving in direction `out`) to another (arriving in direction `into`). */
  way(from: Point, out: number, to: Point, into: number): readonly number[] | undefined {
    const { columns } = this.#raster;
    const start = this.#raster.at(from);
    this.#goal = this.#raster.at(to);
    this.#goalColumn = this.#goal % columns;
    this.#goalRow = (this.#goal - this.#goalColumn) / columns;
    this.#into = into;
    const goalState = this.#goal * 4 + into;
    const known = this.#known;
    const heap = this.#heap;
    heap.clear();
    known.clear();
    this.#reach(start * 4 + out, 0, -1);
    for (let places = 0; heap.size > 0 && places < mostPlaces && !known.isFull; places++) {
      const state = heap.pop();
      const slot = known.slot(state);
      if (known.done[slot]) continue;
      known.done[slot] = 1;
      if (state === goalState) return this.#walk(state);
      this.#spread(state, known.cost[slot] as number);
    }
    return undefined;
  }

  /** On from a place: straight to the next one, or round a corner where a lane is. */
  #spread(state: number, cost: number): void {
    const cell = state >> 2;
    const direction = state & 3;
    const { columns } = this.#raster;
    const column = cell % columns;
    const row = (cell - column) / columns;
    this.#advance(state, column, row, direction, cost);
    const level = (direction & 1) === 0;
    const bit = level ? 1 : 2;
    const turns =
      ((this.#raster.lanes[cell] as number) & bit) !== 0 ||
      (level ? column === this.#goalColumn : row === this.#goalRow);
    if (!turns) return;
    this.#reach(cell * 4 + ((direction + 1) & 3), cost + bendCost, state);
    this.#reach(cell * 4 + ((direction + 3) & 3), cost + bendCost, state);
  }

  /** Straight on to the next cell where the way may turn, or to the goal. */
  #advance(state: number, column: number, row: number, direction: number, cost: number): void {
    const { columns, rows, lanes, ground: cells, level, upright, dear, pitch } = this.#raster;
    const isLevel = (direction & 1) === 0;
    const step = direction === 0 ? 1 : direction === 1 ? columns : direction === 2 ? -1 : -columns;
    const room =
      direction === 0 ? columns - 1 - column : direction === 1 ? rows - 1 - row : direction === 2 ? column : row;
    const target = isLevel ? this.#goalColumn - column : this.#goalRow - row;
    const stop = direction < 2 ? target : -target;
    const bit = isLevel ? 1 : 2;
    const along = isLevel ? level : upright;
    const across = isLevel ? upright : level;
    let at = state >> 2;
    let total = cost;
    for (let k = 1; k <= room; k++) {
      at += step;
      const there = cells[at] as number;
      const used = along[at] as number;
      let rate = 1;
      if (used > 0) rate += used > 1 ? 8 : 4;
      if ((dear[at] as number) & bit) rate += 4;
      if (there !== ground.free) rate += there === ground.inside ? 90 : 5;
      total += pitch * rate;
      const crossed = across[at] as number;
      if (crossed > 0) total += crossed > 3 ? 18 : 6 * crossed;
      if (k === stop || (lanes[at] as number) & bit) {
        this.#reach(at * 4 + direction, total, state);
        return;
      }
    }
  }

  #reach(state: number, cost: number, from: number): void {
    const known = this.#known;
    const slot = known.slot(state);
    if (known.done[slot] || cost >= (known.cost[slot] as number)) return;
    known.cost[slot] = cost;
    known.from[slot] = from;
    this.#heap.push(cost + eagerness * this.#rest(state), state);
  }

  /** What is left at least: the distance, and the bends that no way can do without. */
  #rest(state: number): number {
    const { columns, pitch } = this.#raster;
    const cell = state >> 2;
    const column = cell % columns;
    const dx = this.#goalColumn - column;
    const dy = this.#goalRow - (cell - column) / columns;
    return pitch * (Math.abs(dx) + Math.abs(dy)) + bendCost * leastBends(dx, dy, state & 3, this.#into);
  }

  #walk(end: number): readonly number[] {
    const cells: number[] = [];
    for (let at = end; at >= 0; at = this.#known.from[this.#known.slot(at)] as number) {
      if (cells[cells.length - 1] !== at >> 2) cells.push(at >> 2);
    }
    return cells.reverse();
  }
}

const stepX = [1, 0, -1, 0] as const;
const stepY = [0, 1, 0, -1] as const;

/** The fewest bends of a way over (dx, dy) that begins in one direction and ends in another. */
function leastBends(dx: number, dy: number, direction: number, into: number): number {
  const [sx, sy] = [stepX[direction] as number, stepY[direction] as number];
  const ahead = dx * sx + dy * sy;
  const aside = sx === 0 ? dx : dy;
  if (direction === into) return ahead < 0 ? 4 : aside === 0 ? 0 : 2;
  if (((direction + 2) & 3) === into) return 2;
  const [tx, ty] = [stepX[into] as number, stepY[into] as number];
  const arrives = dx * tx + dy * ty;
  return ahead >= 0 && arrives >= 0 ? 1 : 3;
}
