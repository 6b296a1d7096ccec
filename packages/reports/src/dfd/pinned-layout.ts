// Positions that a person gave win over automatic ones; what is in their way moves, and zones grow round their members.
import { type Box, half, overlaps } from "./geometry.ts";
import { innermostFirst } from "./grid-layout.ts";
import { type Arrangement, type LayoutGraph, type LayoutResult, zonePadding } from "./layout.ts";
import { finished } from "./nested.ts";

const siblingGap = 28;
/** What a person puts closer together than this moves apart: a flow must be seen between them. */
const leastGap = 12;

interface Member {
  readonly id: string;
  readonly box: Box;
  /** 0: an element that a person placed, 1: such a zone, 2: placed automatically. Lower ones stay where they are. */
  readonly order: number;
}

/**
 * Lays out with the positions of diagram.yaml, each relative to the zone that it names as `in`. A position counts only while the
 * thing still lies in that zone. Nothing ends up on top of a sibling or outside of its zone.
 */
export function pinnedLayout(
  graph: LayoutGraph,
  automatic: LayoutResult,
  positions: NonNullable<Arrangement["positions"]>,
): LayoutResult {
  const placed: Record<string, Box> = {};
  const members = new Map<string | undefined, Member[]>();
  const join = (id: string, parent: string | undefined, at: Box, isZone: boolean) => {
    const given = positions[id];
    const counts = given !== undefined && given.in === parent;
    const home = parent === undefined ? undefined : automatic.zones[parent];
    const box = counts
      ? { ...at, x: half(given.x), y: half(given.y) }
      : { ...at, x: at.x - (home?.x ?? 0), y: at.y - (home?.y ?? 0) };
    const member = { id, box, order: counts ? (isZone ? 1 : 0) : 2 };
    const list = members.get(parent);
    if (list) list.push(member);
    else members.set(parent, [member]);
  };
  for (const element of graph.elements) {
    const at = automatic.elements[element.id] ?? { x: 0, y: 0, width: 0, height: 0 };
    join(element.id, element.zone, { ...at, width: element.width, height: element.height }, false);
  }
  for (const zone of innermostFirst(graph.zones)) {
    const at = automatic.zones[zone.id] ?? { x: 0, y: 0, width: 0, height: 0 };
    const inside = settle(members.get(zone.id) ?? [], zonePadding.side, zonePadding.top, placed);
    const width = Math.max(zone.minWidth, inside.right + zonePadding.side);
    const height = Math.max(zone.minHeight, inside.bottom + zonePadding.bottom);
    join(zone.id, zone.in, { ...at, width, height }, true);
  }
  settle(members.get(undefined) ?? [], Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, placed);
  return finished(graph, placed);
}

/** Puts the members of one zone down, those that a person placed first; each later one moves down until it is free. */
function settle(
  members: readonly Member[],
  left: number,
  top: number,
  placed: Record<string, Box>,
): { readonly right: number; readonly bottom: number } {
  const sorted = [...members].sort(
    (a, b) => a.order - b.order || a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1),
  );
  const down: Box[] = [];
  for (const member of sorted) {
    let box = { ...member.box, x: Math.max(left, member.box.x), y: Math.max(top, member.box.y) };
    const gap = member.order === 0 ? leastGap : siblingGap;
    for (let hit = down.find((other) => overlaps(box, other, gap)); hit; ) {
      box = { ...box, y: hit.y + hit.height + siblingGap };
      const at = box;
      hit = down.find((other) => overlaps(at, other, gap));
    }
    down.push(box);
    placed[member.id] = box;
  }
  return {
    right: Math.max(0, ...down.map((box) => box.x + box.width)),
    bottom: Math.max(0, ...down.map((box) => box.y + box.height)),
  };
}
