// The layout for when no engine is given: columns from left to right by distance from where things begin, zones round their members.
import type { Box } from "./geometry.ts";
import { innermostFirst } from "./homes.ts";
import { emptyZone, type LayoutGraph, type LayoutResult, zonePadding } from "./layout.ts";
import { finished, type Size } from "./nested.ts";

const rowGap = 64;
/** Room for the widest label and the lanes on both sides of it. */
const columnGap = 190;

interface Item {
  readonly id: string;
  readonly rank: number;
  readonly size: Size;
}

/** Lays a graph out without an engine: pure, synchronous, grows with elements + flows. */
export function gridLayout(graph: LayoutGraph): LayoutResult {
  const ranks = rankElements(graph);
  const last = graph.elements.length;
  const placed: Record<string, Box> = {};
  const inner = new Map<string | undefined, Item[]>();
  const put = (parent: string | undefined, item: Item) => {
    const list = inner.get(parent);
    if (list) list.push(item);
    else inner.set(parent, [item]);
  };
  for (const element of graph.elements) {
    put(element.zone, { id: element.id, rank: ranks.get(element.id) ?? last, size: element });
  }
  for (const zone of innermostFirst(graph.zones)) {
    const items = inner.get(zone.id) ?? [];
    const content = pack(items, zonePadding.side, zonePadding.top, placed);
    const size = {
      width: Math.max(zone.minWidth, content.width + 2 * zonePadding.side),
      height: Math.max(zone.minHeight, emptyZone.height, content.height + zonePadding.top + zonePadding.bottom),
    };
    put(zone.in, { id: zone.id, rank: Math.min(...items.map((item) => item.rank), 1e6), size });
  }
  pack(inner.get(undefined) ?? [], 0, 0, placed);
  return finished(graph, placed);
}

/** The column of each element in the way of the data, and of each zone the first of its elements. */
export function ranksOf(
  graph: LayoutGraph,
  homes: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const [element, rank] of rankElements(graph)) {
    for (let at: string | undefined = element; at !== undefined; at = homes.get(at))
      least.set(at, Math.min(rank, least.get(at) ?? rank));
  }
  return least;
}

/** Boxes for things of one level, beside and below one another in the way of the data; nothing stands there yet. */
export function packed(
  ranks: ReadonlyMap<string, number>,
  things: readonly { readonly id: string; readonly size: Size }[],
  left: number,
  top: number,
): Readonly<Record<string, Box>> {
  const placed: Record<string, Box> = {};
  const items = things.map(({ id, size }) => ({ id, size, rank: ranks.get(id) ?? 1e6 }));
  pack(items, left, top, placed);
  return placed;
}

/** Steps from an element that nothing flows to; elements of a circle begin at the first of its ids, those without flows come last. */
function rankElements(graph: LayoutGraph): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>(graph.elements.map((element) => [element.id, []]));
  const inbound = new Set<string>();
  for (const flow of graph.flows) {
    next.get(flow.from)?.push(flow.to);
    inbound.add(flow.to);
  }
  const ranks = new Map<string, number>();
  const spread = (start: string) => {
    const queue = [start];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const to of next.get(at) ?? []) {
        if (ranks.has(to)) continue;
        ranks.set(to, (ranks.get(at) as number) + 1);
        queue.push(to);
      }
    }
  };
  const alone = (id: string) => !inbound.has(id) && next.get(id)?.length === 0;
  const starts = graph.elements.filter(({ id }) => !inbound.has(id) && !alone(id));
  for (const { id } of starts) ranks.set(id, 0);
  for (const { id } of starts) spread(id);
  for (const { id } of graph.elements) {
    if (ranks.has(id) || alone(id)) continue;
    ranks.set(id, 0);
    spread(id);
  }
  return ranks;
}

/** Columns by rank, tall ones split, and a new band of columns where the drawing would grow too wide. Returns the size of it all. */
function pack(items: readonly Item[], left: number, top: number, placed: Record<string, Box>): Size {
  const columns = columnsOf(items);
  const area = items.reduce((sum, { size }) => sum + (size.width + columnGap) * (size.height + rowGap), 0);
  const wide = Math.max(Math.sqrt(area * 2.6), ...items.map((item) => item.size.width));
  let [x, y, bandHeight, width] = [0, 0, 0, 0];
  for (const column of columns) {
    const columnWidth = Math.max(...column.map((item) => item.size.width));
    if (x > 0 && x + columnWidth > wide) {
      y += bandHeight + rowGap;
      x = 0;
      bandHeight = 0;
    }
    let below = y;
    for (const { id, size } of column) {
      const box: Box = { x: left + x + Math.round((columnWidth - size.width) / 2), y: top + below, ...sizeOf(size) };
      placed[id] = box;
      below += size.height + rowGap;
    }
    bandHeight = Math.max(bandHeight, below - rowGap - y);
    width = Math.max(width, x + columnWidth);
    x += columnWidth + columnGap;
  }
  return { width, height: y + bandHeight };
}

function sizeOf(size: Size): Size {
  return { width: size.width, height: size.height };
}

function columnsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const sorted = [...items].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const tallest = Math.max(3, Math.ceil(Math.sqrt(items.length)));
  const columns: Item[][] = [];
  for (const item of sorted) {
    const last = columns[columns.length - 1];
    if (last && last[0]?.rank === item.rank && last.length < tallest) last.push(item);
    else columns.push([item]);
  }
  return columns;
}
