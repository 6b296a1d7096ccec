// What aligning and grouping send: places on the drawing, and for a group the new zone with its members.
import { type CommandCall, chooseId, type Document, effective } from "@parapet/core";
import type { Box, Point } from "@parapet/reports/dfd";
import { call } from "../../data/workbench.ts";
import { firstTime, sizesOf } from "../pointer/dragging.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { type Alignment, alignedBy } from "./alignment.ts";

type Stored = Drawing["arrangement"]["positions"];
type Graph = Drawing["graph"];

/** The room that a new zone keeps round what it is made for, and for its tab. */
const room = { side: 28, top: 48 } as const;

/** The zone that a thing lies in. */
function homeOf({ elements, zones }: Graph, id: string): string | undefined {
  return elements.find((one) => one.id === id)?.zone ?? zones.find((one) => one.id === id)?.in;
}

/** The zones round a thing, innermost first. */
function homesOf(graph: Graph, id: string): readonly string[] {
  const homes: string[] = [];
  for (let at = homeOf(graph, id); at !== undefined && !homes.includes(at); at = homeOf(graph, at)) homes.push(at);
  return homes;
}

/** The things less those that lie in another of them: these go along. */
export function outermost(graph: Graph, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  return [...all].filter((id) => !homesOf(graph, id).some((home) => all.has(home)));
}

/** The innermost zone that all things lie in. */
export function sharedHome(graph: Graph, ids: readonly string[]): string | undefined {
  const [first, ...others] = ids.map((id) => homesOf(graph, id));
  return first?.find((home) => others.every((homes) => homes.includes(home)));
}

function boxOf({ layout }: Drawing, id: string): Box | undefined {
  return layout.elements[id] ?? layout.zones[id];
}

/** The point that the place of a thing is about: the corner of an element, the point that a zone's members count from. */
function anchorOf({ layout }: Drawing, id: string): Point {
  return layout.elements[id] ?? layout.origins?.[id] ?? layout.zones[id] ?? { x: 0, y: 0 };
}

function originOf(drawing: Drawing, zone: string | undefined): Point {
  return zone === undefined ? { x: 0, y: 0 } : anchorOf(drawing, zone);
}

/** Lines things up: one command, and nothing of the model changes. */
export function alignCalls(
  drawing: Drawing,
  ids: readonly string[],
  how: Alignment,
  stored: Stored,
): readonly CommandCall[] {
  const movers = outermost(drawing.graph, ids);
  const boxes = Object.fromEntries(
    movers.flatMap((id) => {
      const box = boxOf(drawing, id);
      return box ? [[id, box]] : [];
    }),
  );
  const by = Object.entries(alignedBy(boxes, how));
  if (by.length === 0) return [];
  const positions = Object.fromEntries(
    by.map(([id, { x, y }]) => {
      const home = homeOf(drawing.graph, id);
      const [at, origin] = [anchorOf(drawing, id), originOf(drawing, home)];
      return [id, { ...(home !== undefined && { in: home }), x: at.x + x - origin.x, y: at.y + y - origin.y }];
    }),
  );
  const others = firstTime(
    drawing,
    stored,
    by.map(([id]) => id),
  );
  return [call("place-things", { positions: { ...others.positions, ...positions }, ...sizesOf(others) })];
}

/** Makes a zone of things: it stands round them, where all of them lie, and they move into it without moving on the drawing. */
export function groupCalls(
  drawing: Drawing,
  ids: readonly string[],
  title: string,
  document: Document,
): { readonly calls: readonly CommandCall[]; readonly zone: string | undefined } {
  const movers = outermost(drawing.graph, ids);
  const home = sharedHome(drawing.graph, movers);
  const taken = effective(document).collectionOf;
  const zone = chooseId(title, { zone: home, kind: "zone" }, (one) => taken.has(one));
  if (zone === undefined) return { calls: [call("add-zone", { title })], zone };
  const boxes = movers.flatMap((id) => boxOf(drawing, id) ?? []);
  const corner = {
    x: Math.min(...boxes.map(({ x }) => x)) - room.side,
    y: Math.min(...boxes.map(({ y }) => y)) - room.top,
  };
  const origin = originOf(drawing, home);
  const others = firstTime(drawing, document.diagram?.positions, movers);
  const place = { ...(home !== undefined && { in: home }), x: corner.x - origin.x, y: corner.y - origin.y };
  const inside = movers.map((id) => {
    const at = anchorOf(drawing, id);
    return [id, { x: at.x - corner.x, y: at.y - corner.y }] as const;
  });
  return {
    zone,
    calls: [
      call("add-zone", { id: zone, title, ...(home !== undefined && { in: home }) }),
      call("place-things", { positions: { ...others.positions, [zone]: place }, ...sizesOf(others) }),
      call("move-to-zone", { ids: movers, zone, positions: Object.fromEntries(inside) }),
    ],
  };
}
