// The scene in tiles: what is far outside of the view is not in the page, and what changes is drawn again tile by tile. Pure.
import { around, type Box } from "@parapet/reports/dfd";

/** Neighbours that are drawn together. */
export interface Tile<T> {
  readonly key: string;
  /** What they cover. */
  readonly box: Box;
  readonly things: readonly T[];
}

/** The side of a tile. */
const side = 1200;

/** Groups things by where their middle is. A tile that holds the very same things as one of `before` is that one. */
export function tilesOf<T>(
  things: readonly T[],
  boxOf: (thing: T) => Box,
  before: readonly Tile<T>[] = [],
): readonly Tile<T>[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const { x, y, width, height } = boxOf(thing);
    const key = `${Math.floor((x + width / 2) / side)} ${Math.floor((y + height / 2) / side)}`;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  const known = new Map(before.map((tile) => [tile.key, tile]));
  return [...groups].map(([key, group]) => {
    const old = known.get(key);
    return old && isSame(old.things, group) ? old : { key, box: around(group.map(boxOf)) ?? nothing, things: group };
  });
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((thing, i) => thing === b[i]);
}

const nothing: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The box that a route covers. */
export function coverOf({ points }: { readonly points: readonly { readonly x: number; readonly y: number }[] }): Box {
  return around(points.map((point) => ({ ...point, width: 0, height: 0 }))) ?? nothing;
}

export function meets(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
