// Room on one level of the drawing: what overlaps, where the nearest free place is, and how a grown zone pushes what is in its way.
import { around, type Box, grown, overlaps, type Point } from "./geometry.ts";

/** A box that can be told from others. */
export interface Item {
  readonly id: string;
  box: Box;
}

/** What is pushed, or takes a free place, keeps this from its neighbours. */
export const siblingGap = 28;
/** A pushed thing leaves at least this between itself and what pushed it. */
const pushGap = 16;

type Way = "left" | "right" | "up" | "down";

/** Pushes everything that a box overlaps away from it by the shortest way, and what those then overlap further on that way. */
export function pushAway(anchor: Item, items: readonly Item[]): void {
  const ways = new Map<Item, Way>();
  const queue: Item[] = [anchor];
  const most = items.length * items.length + 100;
  for (let at = 0; at < queue.length && at < most; at++) {
    const by = queue[at] as Item;
    for (const other of items) {
      if (other === by || other === anchor || !overlaps(by.box, other.box)) continue;
      const way = ways.get(by) ?? shortestWay(by.box, other.box);
      ways.set(other, way);
      other.box = beyond(by.box, other.box, way);
      queue.push(other);
    }
  }
}

function shortestWay(from: Box, other: Box): Way {
  const ways: readonly (readonly [Way, number])[] = [
    ["right", from.x + from.width - other.x],
    ["down", from.y + from.height - other.y],
    ["left", other.x + other.width - from.x],
    ["up", other.y + other.height - from.y],
  ];
  return ways.reduce((best, way) => (way[1] < best[1] ? way : best))[0];
}

function beyond(from: Box, box: Box, way: Way): Box {
  switch (way) {
    case "right":
      return { ...box, x: from.x + from.width + pushGap };
    case "left":
      return { ...box, x: from.x - pushGap - box.width };
    case "down":
      return { ...box, y: from.y + from.height + pushGap };
    case "up":
      return { ...box, y: from.y - pushGap - box.height };
  }
}

/** How far a place is from the one that was wished for. */
function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/**
 * The place nearest to the wished one where a box keeps its gap from all others. `within` limits where the box may lie; undefined when
 * nothing is free there. Without a limit there is always a place.
 */
export function nearestFree(
  wish: Box,
  items: readonly { readonly box: Box }[],
  gap: number,
  within?: Box,
): Box | undefined {
  const start = within ? clamped(wish, within) : wish;
  if (!start) return undefined;
  const all = around(items.map(({ box }) => box));
  for (let reach = 240; ; reach *= 2) {
    const window = grown(start, reach);
    const near = items.filter(({ box }) => overlaps(window, box, gap)).map(({ box }) => box);
    const found = freeAmong(start, near, gap, window, within);
    if (found) return found;
    const seenAll = !all || (window.x < all.x - start.width - gap && window.y < all.y - start.height - gap);
    if (within && seenAll) return undefined;
    if (reach > 1e7) return undefined;
  }
}

/** Places that touch the gap of something near, or keep one of the wished coordinates; the nearest that is free. */
function freeAmong(
  wish: Box,
  near: readonly Box[],
  gap: number,
  window: Box,
  within: Box | undefined,
): Box | undefined {
  const limit = (low: number, value: number, high: number) => value >= low && value <= high;
  const xs = [wish.x, ...near.flatMap((box) => [box.x - gap - wish.width, box.x + box.width + gap])];
  const ys = [wish.y, ...near.flatMap((box) => [box.y - gap - wish.height, box.y + box.height + gap])];
  let best: Box | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const x of new Set(xs)) {
    if (!limit(window.x, x, window.x + window.width - wish.width)) continue;
    if (within && !limit(within.x, x, within.x + within.width - wish.width)) continue;
    for (const y of new Set(ys)) {
      if (!limit(window.y, y, window.y + window.height - wish.height)) continue;
      if (within && !limit(within.y, y, within.y + within.height - wish.height)) continue;
      const place = { ...wish, x, y };
      const far = distance(place, wish);
      if (far >= least || near.some((box) => overlaps(place, box, gap))) continue;
      best = place;
      least = far;
    }
  }
  return best;
}

/** The wished box moved into a limit; undefined when it does not fit. */
function clamped(wish: Box, within: Box): Box | undefined {
  if (wish.width > within.width || wish.height > within.height) return undefined;
  return {
    ...wish,
    x: Math.min(Math.max(wish.x, within.x), within.x + within.width - wish.width),
    y: Math.min(Math.max(wish.y, within.y), within.y + within.height - wish.height),
  };
}
