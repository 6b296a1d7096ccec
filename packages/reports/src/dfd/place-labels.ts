// Puts the label of each flow where it covers nothing: not an element, not a zone's tab, not another label.
import { CostIndex } from "./cost-index.ts";
import {
  type Box,
  BoxIndex,
  grown,
  half,
  lengthOf,
  overlaps,
  type Point,
  pointAt,
  segmentBox,
  segments,
} from "./geometry.ts";

export interface LabelWish {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly points: readonly Point[];
  /** The centre that the layout kept free. */
  readonly preferred?: Point;
}

export interface PlacedLabel {
  readonly box: Box;
  /** From the label to its flow, when it could not stand on or beside it. */
  readonly leader?: readonly [Point, Point];
}

/** Something that a label should rather not cover, though it may. */
export interface Mark extends Box {
  readonly cost: number;
}

/** What is there before the labels: elements and tabs are taken; dots, arrowheads, gates and borders are better left free. */
export interface Ground {
  readonly taken: readonly Box[];
  readonly better: readonly Mark[];
}

const gap = 3;
/** Covering another flow costs this. */
const coverCost = 26;

/** A box per flow; none overlaps another or anything that is taken. */
export function placeLabels(wishes: readonly LabelWish[], ground: Ground): ReadonlyMap<string, PlacedLabel> {
  const taken = new BoxIndex<Box>(ground.taken);
  const covered = new CostIndex();
  for (const mark of ground.better) covered.add(mark, mark.cost);
  const numbers = new Map(wishes.map((wish, i) => [wish.id, i]));
  for (const [i, { points }] of wishes.entries())
    for (const [a, b] of segments(points)) covered.add(grown(segmentBox(a, b), 1), coverCost, i);
  const placed = new Map<string, PlacedLabel>();
  for (const wish of narrowestFirst(wishes)) {
    const label = best(wish, numbers.get(wish.id) as number, taken, covered) ?? aside(wish, taken);
    taken.add(label.box);
    placed.set(wish.id, label);
  }
  return placed;
}

/** Short routes have the fewest places for their label, so they choose first; those with a place kept free before all others. */
function narrowestFirst(wishes: readonly LabelWish[]): readonly LabelWish[] {
  const room = new Map(wishes.map((wish) => [wish.id, (wish.preferred ? 0 : 1e6) + lengthOf(wish.points)]));
  return [...wishes].sort((a, b) => (room.get(a.id) as number) - (room.get(b.id) as number) || (a.id < b.id ? -1 : 1));
}

function best(wish: LabelWish, own: number, taken: BoxIndex<Box>, covered: CostIndex): PlacedLabel | undefined {
  let found: Candidate | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates(wish)) {
    const { box, cost } = candidate;
    // They come in the order of their cost: from here on nothing can be cheaper.
    if (cost >= least) break;
    const total = covered.costOf(box, own, cost, least);
    if (total >= least || taken.hits(box, gap)) continue;
    found = candidate;
    least = total;
  }
  return found && { box: found.box, ...leaderOf(found.box, found.at) };
}

interface Candidate {
  readonly box: Box;
  /** The point of the route that it is meant for. */
  readonly at: Point;
  readonly cost: number;
}

/** The place kept free, then on the route, then beside it; the middle of the route before its ends. The cheapest come first. */
function* candidates({ width, height, points, preferred }: LabelWish): Iterable<Candidate> {
  const centred = (at: Point): Box => ({ x: half(at.x - width / 2), y: half(at.y - height / 2), width, height });
  if (preferred) yield { box: centred(preferred), at: preferred, cost: 0 };
  const stops = stopsOf(points);
  for (const { at, off } of stops) yield { box: centred(at), at, cost: off + 2 };
  const sides: readonly Point[] = [
    { x: 0, y: -height / 2 - 6 },
    { x: 0, y: height / 2 + 6 },
    { x: -width / 2 - 6, y: 0 },
    { x: width / 2 + 6, y: 0 },
  ];
  for (const { at, off } of stops)
    for (const side of sides) yield { box: centred({ x: at.x + side.x, y: at.y + side.y }), at, cost: off + 20 };
}

/** Points along a route from its middle to its ends, with how far each is off the middle, at most 10. */
function stopsOf(points: readonly Point[]): readonly { readonly at: Point; readonly off: number }[] {
  const length = lengthOf(points);
  const steps = Math.min(16, Math.max(4, Math.round(length / 30)));
  const stops = Array.from({ length: steps - 1 }, (_, i) => ({
    at: pointAt(points, (length * (i + 1)) / steps),
    off: Math.abs((i + 1) / steps - 0.5) * 20,
  }));
  return stops.sort((a, b) => a.off - b.off);
}

/** Rings round the middle of the route, wider and wider: outside of the drawing there is always room. */
function aside(wish: LabelWish, taken: BoxIndex<Box>): PlacedLabel {
  const { width, height, points } = wish;
  const middle = pointAt(points, lengthOf(points) / 2);
  for (let ring = 1; ; ring++) {
    for (let turn = 0; turn < 16; turn++) {
      // Multiples of a quarter of the ring along its square, so that no trigonometry differs between machines.
      const [dx, dy] = onSquare(turn, 16);
      const at = { x: middle.x + dx * ring * 20, y: middle.y + dy * ring * 16 };
      const box = { x: half(at.x - width / 2), y: half(at.y - height / 2), width, height };
      if (!taken.hits(box, gap)) return { box, ...leaderOf(box, middle) };
    }
  }
}

/** The turn-th of `count` points round a square of half-width 1. */
function onSquare(turn: number, count: number): readonly [number, number] {
  const along = (turn * 8) / count;
  if (along < 2) return [along - 1, -1];
  if (along < 4) return [1, along - 3];
  if (along < 6) return [5 - along, 1];
  return [-1, 7 - along];
}

function leaderOf(box: Box, to: Point): { readonly leader?: readonly [Point, Point] } {
  if (overlaps(box, { ...to, width: 0, height: 0 }, 1)) return {};
  const from = {
    x: Math.min(Math.max(to.x, box.x), box.x + box.width),
    y: Math.min(Math.max(to.y, box.y), box.y + box.height),
  };
  return { leader: [from, { x: half(to.x), y: half(to.y) }] };
}
