// A drag on the canvas: routes follow at once, and dropping is one command. Moving is layout; another zone is a change of the model.
import type { CommandCall } from "@parapet/core";
import {
  dropTarget,
  type Moved,
  type Point,
  positionsAfterMove,
  provisionalRoutes,
  unstored,
} from "@parapet/reports/dfd";
import { call } from "../../data/workbench.ts";
import { useCanvas } from "../canvas-store.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { type Lifted, movedBy } from "./lifting.ts";

/** Draws the touched flows anew, and says over which zone the pointer is. */
export function follow(lifted: Lifted, by: Point, pointer: Point, drawing: Drawing): void {
  const moved = movedBy(lifted, by);
  useCanvas.setState({
    offset: by,
    provisional: provisionalRoutes(drawing.scene, moved, lifted.bending),
    target: newHome(moved, pointer, drawing),
  });
}

/** The zone that a drop would move things into; null for the open ground, undefined when all stay where they are. */
export function newHome(
  moved: Moved,
  pointer: Point | undefined,
  { graph, layout }: Drawing,
): string | null | undefined {
  if (!pointer) return undefined;
  const ids = Object.keys(moved);
  const over = dropTarget(graph, layout, pointer, ids);
  const homes = new Set(ids.map((id) => homeOf(id, { graph })));
  if (homes.size === 1 && homes.has(over)) return undefined;
  return over ?? null;
}

function homeOf(id: string, { graph }: Pick<Drawing, "graph">): string | undefined {
  return graph.elements.find((element) => element.id === id)?.zone ?? graph.zones.find((zone) => zone.id === id)?.in;
}

/** What a drop does: stores places, or moves things into the zone under the pointer. Without a pointer all stay in their zones. */
export function dropped(
  moved: Moved,
  pointer: Point | undefined,
  drawing: Drawing,
  stored: Drawing["arrangement"]["positions"],
): readonly CommandCall[] {
  const ids = Object.keys(moved);
  const by = Object.values(moved)[0];
  if (!by || (Math.abs(by.x) < 1 && Math.abs(by.y) < 1)) return [];
  const into = newHome(moved, pointer, drawing);
  const { graph, layout } = drawing;
  const positions = positionsAfterMove(graph, layout, { ids, by, ...(into !== undefined && { into }) });
  const others = firstTime(drawing, stored, ids);
  if (into === undefined)
    return [call("place-things", { positions: { ...others.positions, ...positions }, ...sizesOf(others) })];
  const places = Object.fromEntries(Object.entries(positions).map(([id, { x, y }]) => [id, { x, y }]));
  const move = call("move-to-zone", { ids, ...(into !== null && { zone: into }), positions: places });
  return Object.keys(others.positions).length > 0
    ? [call("place-things", { positions: others.positions, ...sizesOf(others) }), move]
    : [move];
}

/** What was never placed is stored along with the first thing that a person places, so that nothing else moves, then or later. */
export function firstTime(
  { graph, layout, arrangement }: Drawing,
  stored: Drawing["arrangement"]["positions"],
  moving: readonly string[],
) {
  const missing = { ...unstored(graph, layout, stored ?? {}) };
  for (const id of moving) delete missing[id];
  const sizes = Object.keys(stored ?? {}).length === 0 ? (arrangement.sizes ?? {}) : {};
  return { positions: missing, sizes };
}

/** Stores where a new thing stands: the point on the canvas, told from its zone. */
export function placeCall(
  drawing: Drawing,
  id: string,
  zone: string | undefined,
  at: Point,
  stored: Drawing["arrangement"]["positions"],
): readonly CommandCall[] {
  const origin =
    zone === undefined
      ? { x: 0, y: 0 }
      : (drawing.layout.origins?.[zone] ?? drawing.layout.zones[zone] ?? { x: 0, y: 0 });
  const place = {
    ...(zone !== undefined && { in: zone }),
    x: Math.round(at.x - origin.x),
    y: Math.round(at.y - origin.y),
  };
  const others = firstTime(drawing, stored, [id]);
  return [call("place-things", { positions: { ...others.positions, [id]: place }, ...sizesOf(others) })];
}

export function sizesOf({ sizes }: { readonly sizes: object }): object {
  return Object.keys(sizes).length > 0 ? { sizes } : {};
}
