// The ground under the router as a grid of small cells: where elements are, where zone borders run, where flows lie already.
import { around, type Box, grown, type Point } from "./geometry.ts";
import { tabHeight } from "./measure.ts";

/** The size of a cell, unless the drawing is too large for it. */
const finest = 12;
const mostCells = 700_000;
/** What lies round everything, so that flows can pass outside. */
const outskirts = 90;

/** What is in a cell, besides flows. */
export const ground = { free: 0, near: 1, inside: 2 } as const;

const borderNear = 7;
/** How near a cell is to an element when it counts as near, in cells. */
const nearness = 0.8;

/** Cells in rows. Cells outside of it do not exist: nothing needs to pass there. */
export class Raster {
  readonly pitch: number;
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly ground: Uint8Array;
  /** How many flows run along a cell: level, upright. */
  readonly level: Uint8Array;
  readonly upright: Uint8Array;
  /** Where a way may turn: 1 onto an upright lane, 2 onto a level one. Lanes run along the sides of elements and on beyond them. */
  readonly lanes: Uint8Array;
  /** 1: level steps are dear (a border runs level there), 2: upright ones. */
  readonly dear: Uint8Array;

  constructor(elements: readonly Box[], zones: readonly Box[]) {
    const all = grown(around([...elements, ...zones]) ?? { x: 0, y: 0, width: 0, height: 0 }, outskirts);
    this.pitch = Math.max(finest, Math.sqrt((all.width * all.height) / mostCells));
    this.left = all.x;
    this.top = all.y;
    this.columns = Math.ceil(all.width / this.pitch) + 1;
    this.rows = Math.ceil(all.height / this.pitch) + 1;
    const size = this.columns * this.rows;
    this.ground = new Uint8Array(size);
    this.level = new Uint8Array(size);
    this.upright = new Uint8Array(size);
    this.lanes = new Uint8Array(size);
    this.dear = new Uint8Array(size);
    for (const box of elements) this.#fill(grown(box, this.pitch * nearness), this.ground, ground.near);
    for (const box of elements) this.#fill(box, this.ground, ground.inside);
    for (const box of elements) this.#lanesAlong(box);
    for (const zone of zones) this.#border(zone);
  }

  column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.left) / this.pitch)));
  }

  row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.top) / this.pitch)));
  }

  at(point: Point): number {
    return this.row(point.y) * this.columns + this.column(point.x);
  }

  /** The middle of a cell. */
  middle(cell: number): Point {
    const row = Math.floor(cell / this.columns);
    return {
      x: this.left + (cell - row * this.columns + 0.5) * this.pitch,
      y: this.top + (row + 0.5) * this.pitch,
    };
  }

  /** Marks the cells under a route as in use. */
  use(points: readonly Point[], by: 1 | -1 = 1): void {
    for (let k = 1; k < points.length; k++) {
      const a = this.at(points[k - 1] as Point);
      const b = this.at(points[k] as Point);
      const [low, high] = a < b ? [a, b] : [b, a];
      const isLevel = (points[k - 1] as Point).y === (points[k] as Point).y;
      const used = isLevel ? this.level : this.upright;
      for (let at = low; at <= high; at += isLevel ? 1 : this.columns)
        used[at] = Math.min(200, (used[at] as number) + by);
    }
  }

  /** How many flows a step crosses, and along how many pixels it runs on a border of a zone. */
  met(a: Point, b: Point): { readonly crossed: number; readonly dear: number } {
    const isLevel = a.y === b.y;
    const [from, to] = [this.at(a), this.at(b)];
    const [low, high] = from < to ? [from, to] : [to, from];
    const across = isLevel ? this.upright : this.level;
    const bit = isLevel ? 1 : 2;
    let crossed = 0;
    let dear = 0;
    for (let at = low; at <= high; at += isLevel ? 1 : this.columns) {
      crossed += across[at] as number;
      if ((this.dear[at] as number) & bit) dear++;
    }
    return { crossed, dear: dear * this.pitch };
  }

  #fill(box: Box, cells: Uint8Array, value: number): void {
    this.#cells(box.x, box.y, box.x + box.width, box.y + box.height, (at) => {
      cells[at] = value;
    });
  }

  /** Calls for each cell whose middle lies in a rectangle. */
  #cells(left: number, top: number, right: number, bottom: number, call: (cell: number) => void): void {
    const { pitch, columns } = this;
    const first = Math.max(0, Math.ceil((left - this.left) / pitch - 0.5));
    const last = Math.min(columns - 1, Math.floor((right - this.left) / pitch - 0.5));
    const end = Math.min(this.rows - 1, Math.floor((bottom - this.top) / pitch - 0.5));
    for (let row = Math.max(0, Math.ceil((top - this.top) / pitch - 0.5)); row <= end; row++)
      for (let column = first; column <= last; column++) call(row * columns + column);
  }

  /** Two lanes on each side of an element, each until it meets another element. */
  #lanesAlong(box: Box): void {
    const near = this.pitch * nearness;
    const left = this.column(box.x - near - this.pitch / 2);
    const right = this.column(box.x + box.width + near + this.pitch / 2);
    const top = this.row(box.y - near - this.pitch / 2);
    const bottom = this.row(box.y + box.height + near + this.pitch / 2);
    const [middleX, middleY] = [this.column(box.x + box.width / 2), this.row(box.y + box.height / 2)];
    for (const column of [left, left - 1, right, right + 1]) {
      this.#lane(column, middleY, 0, -1, 1);
      this.#lane(column, middleY, 0, 1, 1);
    }
    for (const row of [top, top - 1, bottom, bottom + 1]) {
      this.#lane(middleX, row, -1, 0, 2);
      this.#lane(middleX, row, 1, 0, 2);
    }
  }

  #lane(column: number, row: number, dx: number, dy: number, bit: 1 | 2): void {
    const { columns, rows, lanes } = this;
    for (let x = column, y = row; x >= 0 && y >= 0 && x < columns && y < rows; x += dx, y += dy) {
      const at = y * columns + x;
      if (this.ground[at] === ground.inside) return;
      lanes[at] = (lanes[at] as number) | bit;
    }
  }

  /** Running along a border is dear; so is running level under the tab of a zone. */
  #border({ x, y, width, height }: Box): void {
    const near = Math.max(borderNear, this.pitch / 2);
    const dear = (bit: 1 | 2) => (at: number) => {
      this.dear[at] = (this.dear[at] as number) | bit;
    };
    this.#cells(x, y - near, x + width, y + tabHeight, dear(1));
    this.#cells(x, y + height - near, x + width, y + height + near, dear(1));
    this.#cells(x - near, y, x + near, y + height, dear(2));
    this.#cells(x + width - near, y, x + width + near, y + height, dear(2));
  }
}
