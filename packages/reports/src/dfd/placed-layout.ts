// Where things stand that people placed: each exactly there, new things in free places, zones round their members. Synchronous.
import { once } from "@parapet/core";
import { around, type Box, half, overlaps, type Point } from "./geometry.ts";
import { packed, ranksOf } from "./grid-layout.ts";
import { homesOf, innermostFirst, type Nesting } from "./homes.ts";
import { type Arrangement, type LayoutGraph, type LayoutZone, type Placing, zonePadding } from "./layout.ts";
import { type Item, nearestFree, pushAway, siblingGap } from "./room.ts";
import { type Partner, slotFor } from "./slots.ts";

type Positions = NonNullable<Arrangement["positions"]>;

/** A thing on one level: its extent from its own origin, and where a person put that origin. */
interface Member {
  readonly id: string;
  readonly isZone: boolean;
  readonly extent: Box;
  readonly fixed?: Point;
}

/** Positions beyond this are nobody's; it keeps a broken file from asking for a drawing of any size. */
const furthest = 50_000;

/**
 * Places a graph. A position counts from the origin of the home zone that it names (`in`), or from that of the drawing, and is void in
 * another zone. What has one stays exactly there; it gives way only to a zone that grew over it, or to what already stands there.
 */
export function placedLayout(graph: LayoutGraph, positions: Positions): Placing {
  return new Placer(graph, positions).place();
}

/** True when the position of at least one thing counts. */
export function anyPlaced(graph: Nesting, positions: Positions): boolean {
  return [...homesOf(graph)].some(([id, home]) => positionOf(positions, id, home) !== undefined);
}

/** The position of a thing while it still lies in the zone that the position is about. */
export function positionOf(positions: Positions, id: string, home: string | undefined): Point | undefined {
  const given = Object.hasOwn(positions, id) ? positions[id] : undefined;
  if (!given || given.in !== home) return undefined;
  const limited = (value: number) => half(Math.min(furthest, Math.max(-furthest, value)));
  return { x: limited(given.x), y: limited(given.y) };
}

class Placer {
  readonly #graph: LayoutGraph;
  readonly #positions: Positions;
  readonly #homes: ReadonlyMap<string, string | undefined>;
  readonly #members = new Map<string | undefined, Member[]>();
  /** The origin of each thing, from the origin of its home. */
  readonly #places = new Map<string, Point>();
  readonly #extents = new Map<string, Box>();
  #ranks: ReadonlyMap<string, number> | undefined;
  readonly #partners = once(() => partnersIn(this.#graph));

  constructor(graph: LayoutGraph, positions: Positions) {
    this.#graph = graph;
    this.#positions = positions;
    this.#homes = homesOf(graph);
  }

  place(): Placing {
    for (const { id, zone, width, height } of this.#graph.elements)
      this.#join(zone, { id, isZone: false, extent: { x: 0, y: 0, width, height } });
    for (const zone of innermostFirst(this.#graph.zones)) {
      this.#settle(zone);
      this.#join(zone.in, { id: zone.id, isZone: true, extent: this.#extentOf(zone) });
    }
    this.#settle(undefined);
    return this.#absolute();
  }

  #join(home: string | undefined, member: Member): void {
    const fixed = positionOf(this.#positions, member.id, home);
    this.#extents.set(member.id, member.extent);
    listIn(this.#members, home).push(fixed ? { ...member, fixed } : member);
  }

  /** Gives every member of a zone (or of the drawing) its place. */
  #settle(zone: LayoutZone | undefined): void {
    const members = [...(this.#members.get(zone?.id) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    const fixed = members.filter((member) => member.fixed);
    const fresh = members.filter((member) => !member.fixed);
    const items = standing(fixed);
    if (items.length === 0) this.#pack(zone, fresh);
    else {
      for (const member of fixed) this.#put(member, (items.find(({ id }) => id === member.id) as Item).box);
      this.#fill(zone, fresh, items);
    }
  }

  #put({ id, extent }: Member, box: Box): void {
    this.#places.set(id, { x: box.x - extent.x, y: box.y - extent.y });
  }

  /** Where nothing stands yet, columns by the way of the data. */
  #pack(zone: LayoutZone | undefined, members: readonly Member[]): void {
    const left = zone ? zonePadding.side : 0;
    const top = zone ? zonePadding.top : 0;
    const sized = members.map(({ id, extent }) => ({ id, size: extent }));
    this.#ranks ??= ranksOf(this.#graph, this.#homes);
    const boxes = packed(this.#ranks, sized, left, top);
    for (const member of members) this.#put(member, boxes[member.id] as Box);
  }

  /** New things one after another, those with most partners that stand already first. */
  #fill(zone: LayoutZone | undefined, fresh: readonly Member[], items: Item[]): void {
    const left = new Set(fresh);
    while (left.size > 0) {
      const byId = new Map(items.map((item) => [item.id, item.box]));
      let next: { readonly member: Member; readonly partners: readonly Partner[] } | undefined;
      for (const member of left) {
        const partners = this.#partnersOf(member, zone?.id, byId);
        if (!next || partners.length > next.partners.length) next = { member, partners };
      }
      if (!next) return;
      const { member, partners } = next;
      const { width, height } = member.extent;
      const box = slotFor({ width, height }, partners, items, zone && this.#innerOf(zone, items));
      items.push({ id: member.id, box });
      this.#put(member, box);
      left.delete(member);
    }
  }

  /** The part of a zone that its members may use without growing it. */
  #innerOf(zone: LayoutZone, items: readonly Item[]): Box {
    const all = around([...items.map(({ box }) => padded(box)), keptOf(zone)]) as Box;
    return {
      x: all.x + zonePadding.side,
      y: all.y + zonePadding.top,
      width: all.width - 2 * zonePadding.side,
      height: all.height - zonePadding.top - zonePadding.bottom,
    };
  }

  /** What stands on the level of a member, or has a position elsewhere, and exchanges data with it or with something inside it. */
  #partnersOf(member: Member, zone: string | undefined, standing: ReadonlyMap<string, Box>): readonly Partner[] {
    const inside = member.isZone ? this.#elementsIn(member.id) : [member.id];
    const partners: Partner[] = [];
    for (const id of inside) {
      for (const { other, receives } of this.#partners().get(id) ?? []) {
        const box = this.#boxFrom(zone, other, standing);
        if (box) partners.push({ box, receives });
      }
    }
    return partners;
  }

  #elementsIn(zone: string): readonly string[] {
    return (this.#members.get(zone) ?? []).flatMap(({ id, isZone }) => (isZone ? this.#elementsIn(id) : [id]));
  }

  /** The box of an element as seen from a level: that of the sibling it lies in, or where its stored positions say that it is. */
  #boxFrom(zone: string | undefined, id: string, standing: ReadonlyMap<string, Box>): Box | undefined {
    let at: string | undefined = id;
    while (at !== undefined && this.#homes.get(at) !== zone) at = this.#homes.get(at);
    if (at !== undefined) return standing.get(at);
    const there = this.#stored(id);
    const here = zone === undefined ? { x: 0, y: 0 } : this.#stored(zone);
    const extent = this.#extents.get(id);
    if (!there || !here || !extent) return undefined;
    return { ...extent, x: there.x - here.x, y: there.y - here.y };
  }

  /** Where the stored positions alone put a thing; undefined where one of them is missing. */
  #stored(id: string): Point | undefined {
    let [x, y] = [0, 0];
    for (let at: string | undefined = id; at !== undefined; at = this.#homes.get(at)) {
      const place = positionOf(this.#positions, at, this.#homes.get(at));
      if (!place) return undefined;
      x += place.x;
      y += place.y;
    }
    return { x, y };
  }

  /** A zone reaches round its members with padding, and keeps the size that a person gave it. */
  #extentOf(zone: LayoutZone): Box {
    const boxes = (this.#members.get(zone.id) ?? []).map(({ id, extent }) => {
      const place = this.#places.get(id) as Point;
      return padded({ ...extent, x: extent.x + place.x, y: extent.y + place.y });
    });
    return around([keptOf(zone), ...boxes]) as Box;
  }

  #absolute(): Placing {
    const origins = new Map<string | undefined, Point>([[undefined, { x: 0, y: 0 }]]);
    const boxOf = (id: string): Box => {
      const home = origins.get(this.#homes.get(id)) as Point;
      const place = this.#places.get(id) as Point;
      const extent = this.#extents.get(id) as Box;
      const origin = { x: half(home.x + place.x), y: half(home.y + place.y) };
      origins.set(id, origin);
      return { ...extent, x: origin.x + extent.x, y: origin.y + extent.y };
    };
    const outermostFirst = innermostFirst(this.#graph.zones).reverse();
    const zones = new Map(outermostFirst.map(({ id }) => [id, boxOf(id)]));
    return {
      elements: Object.fromEntries(this.#graph.elements.map(({ id }) => [id, boxOf(id)])),
      zones: Object.fromEntries(this.#graph.zones.map(({ id }) => [id, zones.get(id) as Box])),
      origins: Object.fromEntries(this.#graph.zones.map(({ id }) => [id, origins.get(id) as Point])),
    };
  }
}

/** What exchanges data with each element: read only where something is placed anew. */
function partnersIn({ flows }: LayoutGraph) {
  const partners = new Map<string, { readonly other: string; readonly receives: boolean }[]>();
  for (const { from, to } of flows) {
    listIn(partners, from).push({ other: to, receives: false });
    listIn(partners, to).push({ other: from, receives: true });
  }
  return partners;
}

/** What people placed, each where it was put; what overlaps gives way: to zones, which push, and to what comes first by its id. */
function standing(fixed: readonly Member[]): Item[] {
  const item = ({ id, extent, fixed: at }: Member): Item => ({
    id,
    box: { ...extent, x: extent.x + (at?.x ?? 0), y: extent.y + (at?.y ?? 0) },
  });
  const items: Item[] = [];
  for (const member of fixed.filter(({ isZone }) => !isZone)) {
    const one = item(member);
    if (items.some(({ box }) => overlaps(box, one.box))) one.box = nearestFree(one.box, items, siblingGap) ?? one.box;
    items.push(one);
  }
  const zones = fixed.filter(({ isZone }) => isZone).map(item);
  items.push(...zones);
  for (const zone of zones) pushAway(zone, items);
  for (const [i, one] of items.entries()) {
    const others = items.slice(0, i);
    if (others.some(({ box }) => overlaps(box, one.box))) one.box = nearestFree(one.box, others, siblingGap) ?? one.box;
  }
  return items;
}

/** The ground that a zone never gives up: from its origin, as large as a person made it. */
function keptOf(zone: LayoutZone): Box {
  return { x: 0, y: 0, width: zone.minWidth, height: zone.minHeight };
}

function padded(box: Box): Box {
  const { top, side, bottom } = zonePadding;
  return { x: box.x - side, y: box.y - top, width: box.width + 2 * side, height: box.height + top + bottom };
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key);
  if (known) return known;
  const list: V[] = [];
  map.set(key, list);
  return list;
}
