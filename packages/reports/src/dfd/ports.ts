// Where flows end at their elements: which sides face one another, and how the ends share a side.
import { type Box, centre, half, type Point } from "./geometry.ts";
import type { LayoutFlow, LayoutRoute } from "./layout.ts";
import { narrow, type Obstacles } from "./obstacles.ts";

/** What a route needs to know of a flow. */
export type RoutedFlow = Pick<LayoutFlow, "id" | "from" | "to">;

/** A side of an element. */
export type Side = "left" | "right" | "top" | "bottom";

/** Where a flow ends at an element. */
export interface Port {
  readonly at: Point;
  /** A little outside of the element, where routes may bend. */
  readonly out: Point;
  readonly side: Side;
}

/** Both ends of a flow. */
export interface Ports {
  readonly from: Port;
  readonly to: Port;
}

type Boxes = Readonly<Record<string, Box>>;

const sides = ["right", "bottom", "left", "top"] as const;
/** How far a route goes straight before it may bend. */
const stub = 18;
/** The least distance between two ends on one side, where there is room. */
const portGap = 12;
/** How far from its place on the side an end may go to make its flow straight. */
const farthestShift = 30;

export function isLevel(side: Side): boolean {
  return side === "left" || side === "right";
}

/** The way out of a side: -1 to the left or up, 1 to the right or down. */
export function wayOut(side: Side): -1 | 1 {
  return side === "left" || side === "top" ? -1 : 1;
}

/** The side of `a` that faces `b`: across the wider gap. */
export function facing(a: Box, b: Box): Side {
  const right = b.x - (a.x + a.width);
  const left = a.x - (b.x + b.width);
  const below = b.y - (a.y + a.height);
  const above = a.y - (b.y + b.height);
  const most = Math.max(right, left, below, above);
  if (most === right) return "right";
  if (most === left) return "left";
  return most === below ? "bottom" : "top";
}

function gapBetween(a: Box, b: Box): number {
  return Math.max(b.x - a.x - a.width, a.x - b.x - b.width, b.y - a.y - a.height, a.y - b.y - b.height);
}

/** The point at a share of the length of a side. */
export function sidePoint(box: Box, side: Side, share: number): Point {
  return isLevel(side)
    ? { x: side === "left" ? box.x : box.x + box.width, y: half(box.y + box.height * share) }
    : { x: half(box.x + box.width * share), y: side === "top" ? box.y : box.y + box.height };
}

function onSide(box: Box, side: Side, along: number): Point {
  return isLevel(side)
    ? { x: side === "left" ? box.x : box.x + box.width, y: along }
    : { x: along, y: side === "top" ? box.y : box.y + box.height };
}

function middleOf([low, high]: readonly [number, number]): number {
  return half((low + high) / 2);
}

/** A port at a point of a side, `by` long. */
export function portAt(at: Point, side: Side, by = stub): Port {
  const way = wayOut(side) * by;
  return { at, out: isLevel(side) ? { x: at.x + way, y: at.y } : { x: at.x, y: at.y + way }, side };
}

interface End {
  readonly flow: RoutedFlow;
  readonly end: "from" | "to";
  readonly box: Box;
  readonly side: Side;
  readonly toward: Point;
  /** The place along the side. */
  along: number;
  /** True where a route that stays ends. */
  readonly fixed: boolean;
}

/** Spreads the ends of all flows over the sides of their elements, in the order of where they go. */
export class PortPlan {
  readonly #boxes: Boxes;
  readonly #obstacles: Obstacles;
  readonly #sides = new Map<string, End[]>();
  readonly #ends = new Map<string, { from: End; to: End }>();
  readonly #stretches = new Map<Box, Partial<Record<Side, readonly [number, number]>>>();

  constructor(
    flows: readonly RoutedFlow[],
    boxes: Boxes,
    obstacles: Obstacles,
    kept: Readonly<Record<string, LayoutRoute>>,
  ) {
    this.#boxes = boxes;
    this.#obstacles = obstacles;
    for (const flow of flows) this.#add(flow, Object.hasOwn(kept, flow.id) ? kept[flow.id]?.points : undefined);
    for (const ends of this.#sides.values()) spread(ends, this.#stretch((ends[0] as End).box, (ends[0] as End).side));
    for (const flow of flows) this.#straighten(flow);
  }

  /** Both ends of a flow. */
  of(flow: RoutedFlow): Ports {
    const { from, to } = this.#ends.get(flow.id) as { from: End; to: End };
    return { from: this.#port(from), to: this.#port(to) };
  }

  #add(flow: RoutedFlow, kept: readonly Point[] | undefined): void {
    const a = this.#boxes[flow.from] as Box;
    const b = this.#boxes[flow.to] as Box;
    const first = kept?.[0];
    const last = kept?.[kept.length - 1];
    const [sideA, sideB] = kept ? [sideOf(a, first), sideOf(b, last)] : [undefined, undefined];
    const [from, to] = this.#sidesOf(a, b);
    const ends = {
      from: this.#end(flow, "from", a, sideA ?? from, centre(b), sideA && first),
      to: this.#end(flow, "to", b, sideB ?? to, centre(a), sideB && last),
    };
    this.#ends.set(flow.id, ends);
  }

  #end(flow: RoutedFlow, end: End["end"], box: Box, side: Side, toward: Point, at: Point | undefined): End {
    const along = at ? (isLevel(side) ? at.y : at.x) : 0;
    const made: End = { flow, end, box, side, toward, along, fixed: at !== undefined };
    const key = `${end === "from" ? flow.from : flow.to} ${side}`;
    const list = this.#sides.get(key);
    if (list) list.push(made);
    else this.#sides.set(key, [made]);
    return made;
  }

  /** The facing sides while something simple between them is free, else two sides from which a simple way is. */
  #sidesOf(a: Box, b: Box): readonly [Side, Side] {
    const facingSides: readonly [Side, Side] = [facing(a, b), facing(b, a)];
    if (gapBetween(a, b) >= narrow && this.#isOpen(a, b, facingSides)) return facingSides;
    for (const sides of detours(facingSides)) if (this.#isOpen(a, b, sides)) return sides;
    return [this.#roomySide(a, facingSides[0]), this.#roomySide(b, facingSides[1])];
  }

  /** The side itself while there is room before it, else the one with the most. */
  #roomySide(box: Box, side: Side): Side {
    const room = (one: Side) => {
      const [low, high] = this.#obstacles.freeStretch(box, one) ?? [0, 0];
      return high - low;
    };
    if (room(side) > 0) return side;
    return sides.reduce((best, one) => (room(one) > room(best) ? one : best), side);
  }

  /** The part of a side that ends may be on. */
  #stretch(box: Box, side: Side): readonly [number, number] {
    let known = this.#stretches.get(box);
    if (!known) this.#stretches.set(box, (known = {}));
    return (known[side] ??= this.#obstacles.freeStretch(box, side) ?? spanOf(box, side));
  }

  /** True when the simplest way between the middles of two sides runs through nothing. */
  #isOpen(a: Box, b: Box, [sideA, sideB]: readonly [Side, Side]): boolean {
    const by = Math.max(0, Math.min(stub, gapBetween(a, b) / 2));
    const from = portAt(onSide(a, sideA, middleOf(this.#stretch(a, sideA))), sideA, by);
    const to = portAt(onSide(b, sideB, middleOf(this.#stretch(b, sideB))), sideB, by);
    const way = simplestWay(from, to);
    return way !== undefined && !this.#obstacles.barsWay(way);
  }

  /** Moves one end to the height of the other where that makes the flow a straight line and keeps the ends of both sides apart. */
  #straighten(flow: RoutedFlow): void {
    const { from, to } = this.#ends.get(flow.id) as { from: End; to: End };
    if (isLevel(from.side) !== isLevel(to.side) || from.side === to.side || from.along === to.along) return;
    if (Math.abs(from.along - to.along) > farthestShift) return;
    const [few, many] = this.#countOn(from) <= this.#countOn(to) ? [from, to] : [to, from];
    if (this.#shift(few, many.along)) return;
    this.#shift(many, few.along);
  }

  #listOf({ flow, end, side }: End): readonly End[] {
    return this.#sides.get(`${end === "from" ? flow.from : flow.to} ${side}`) ?? [];
  }

  #countOn(end: End): number {
    return this.#listOf(end).length;
  }

  #shift(end: End, along: number): boolean {
    if (end.fixed) return false;
    const [low, high] = this.#stretch(end.box, end.side);
    if (along < low + 8 || along > high - 8) return false;
    const ends = this.#listOf(end);
    const at = ends.indexOf(end);
    const before = ends[at - 1];
    const after = ends[at + 1];
    if (before && along < before.along + portGap) return false;
    if (after && along > after.along - portGap) return false;
    end.along = along;
    return true;
  }

  /** An end as a port. Where a neighbour stands near, the route may bend halfway to it. */
  #port(end: End): Port {
    const { box, side, along } = end;
    const at = onSide(box, side, along);
    return portAt(at, side, half(Math.min(2 * stub, this.#obstacles.roomAhead(at, side, 2 * stub, box)) / 2));
  }
}

/** The side of a box that a kept route still ends at. */
function sideOf(box: Box, at: Point | undefined): Side | undefined {
  if (!at) return undefined;
  const withinX = at.x > box.x && at.x < box.x + box.width;
  const withinY = at.y > box.y && at.y < box.y + box.height;
  if (withinY && at.x === box.x) return "left";
  if (withinY && at.x === box.x + box.width) return "right";
  if (withinX && at.y === box.y) return "top";
  return withinX && at.y === box.y + box.height ? "bottom" : undefined;
}

function spanOf(box: Box, side: Side): readonly [number, number] {
  return isLevel(side) ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
}

/** Even places along a side in the order of where the flows go; between ends that stay, in the widest gaps. */
function spread(ends: End[], [low, high]: readonly [number, number]): void {
  const axis = isLevel((ends[0] as End).side) ? "y" : "x";
  const place = (end: End) => (end.fixed ? end.along : end.toward[axis]);
  ends.sort((a, b) => place(a) - place(b) || (a.flow.id < b.flow.id ? -1 : a.flow.id > b.flow.id ? 1 : 0));
  if (!ends.some((end) => end.fixed)) {
    ends.forEach((end, i) => {
      end.along = half(low + ((high - low) * (i + 1)) / (ends.length + 1));
    });
    return;
  }
  const taken = [low, ...ends.filter((end) => end.fixed).map((end) => end.along), high].sort((a, b) => a - b);
  for (const end of ends) {
    if (end.fixed) continue;
    let widest = 1;
    for (let i = 1; i < taken.length; i++) if (gapAt(taken, i) > gapAt(taken, widest)) widest = i;
    end.along = half(((taken[widest - 1] as number) + (taken[widest] as number)) / 2);
    taken.splice(widest, 0, end.along);
  }
  ends.sort((a, b) => a.along - b.along);
}

function gapAt(values: readonly number[], i: number): number {
  return (values[i] as number) - (values[i - 1] as number);
}

/** Pairs of sides to try when the facing ones are blocked: round a corner, then out on the same side. */
function detours([a, b]: readonly [Side, Side]): readonly (readonly [Side, Side])[] {
  const across: readonly Side[] = isLevel(a) ? ["top", "bottom"] : ["left", "right"];
  return [
    ...across.flatMap((side) => [[a, side] as const, [side, b] as const]),
    ...across.map((side) => [side, side] as const),
  ];
}

/** The way with the fewest bends that leaves and enters straight; undefined where that would run back into an element. */
export function simplestWay(from: Port, to: Port): readonly Point[] | undefined {
  const a = from.out;
  const b = to.out;
  const level = isLevel(from.side);
  if (level === isLevel(to.side)) {
    if (from.side === to.side) {
      const outer = level ? furthest(a.x, b.x, from.side) : furthest(a.y, b.y, from.side);
      return level
        ? [from.at, { x: outer, y: a.y }, { x: outer, y: b.y }, to.at]
        : [from.at, { x: a.x, y: outer }, { x: b.x, y: outer }, to.at];
    }
    const room = (level ? b.x - a.x : b.y - a.y) * wayOut(from.side);
    if (room < 0) return undefined;
    const middle = half(level ? (a.x + b.x) / 2 : (a.y + b.y) / 2);
    return level
      ? [from.at, { x: middle, y: a.y }, { x: middle, y: b.y }, to.at]
      : [from.at, { x: a.x, y: middle }, { x: b.x, y: middle }, to.at];
  }
  const corner = level ? { x: b.x, y: a.y } : { x: a.x, y: b.y };
  const leaves = (level ? corner.x - a.x : corner.y - a.y) * wayOut(from.side);
  const enters = (level ? corner.y - b.y : corner.x - b.x) * wayOut(to.side);
  return leaves >= 0 && enters >= 0 ? [from.at, corner, to.at] : undefined;
}

function furthest(a: number, b: number, side: Side): number {
  return wayOut(side) < 0 ? Math.min(a, b) : Math.max(a, b);
}
