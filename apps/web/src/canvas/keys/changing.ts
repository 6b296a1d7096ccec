// Keys that change the diagram: adding, connecting, moving, copying, removing. Each is one step that can be taken back.
import type { Change, ElementKind } from "@parapet/core";
import type { Point } from "@parapet/reports/dfd";
import type { Selection } from "../../data/selection.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { useCanvas } from "../canvas-store.ts";
import { dropped } from "../pointer/dragging.ts";
import { betweenElements } from "../scene/between-elements.ts";
import { boxOf, reveal } from "../scene/reveal.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { type KeyContext, namesOf, placedIds } from "./context.ts";

const nudge = 12;
/** Room for what is said of a flow between two elements. */
const beside = 84;

/** A new thing in the selected zone, beside the selected element, where the ground was pressed, else in the middle of what is seen. A zone
 * that nobody chose a place for stands beside all others: in the middle it would land in the one that is there. */
export function addAt(
  kind: ElementKind | "zone",
  { selections, drawing, flow }: Pick<KeyContext, "selections" | "drawing" | "flow">,
): void {
  const at = selections.at(-1)?.id ?? "";
  const zone = drawing.layout.zones[at];
  const element = drawing.layout.elements[at];
  const home = zone ? at : drawing.graph.elements.find(({ id }) => id === at)?.zone;
  const { spot } = useCanvas.getState();
  const middle = () => flow.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
  const place = zone
    ? { x: zone.x + 40, y: zone.y + Math.min(70, zone.height / 2) }
    : element
      ? { x: element.x, y: element.y + element.height + beside }
      : (spot ?? (kind === "zone" ? besideAll(drawing) : undefined) ?? middle());
  reveal(flow, { ...place, width: 280, height: 130 });
  useCanvas.setState({ adding: { kind, at: place, ...(home !== undefined && { zone: home }) } });
}

/** To the right of all that is drawn; undefined when nothing is. */
function besideAll({ layout }: Pick<Drawing, "layout">): Point | undefined {
  const boxes = [...Object.values(layout.zones), ...Object.values(layout.elements)];
  if (boxes.length === 0) return undefined;
  return {
    x: Math.max(...boxes.map(({ x, width }) => x + width)) + 2 * beside,
    y: Math.min(...boxes.map(({ y }) => y)),
  };
}

/** From one selected element to another that is chosen by its name; between two selected ones at once. */
export function connect({ selections, drawing, flow }: KeyContext): void {
  const elements = selections.filter(({ kind }) => kind === "element").map(({ id }) => id);
  const { connectFrom } = useCanvas.getState();
  const [first, second] = elements.length === 2 ? elements : [connectFrom, elements[0]];
  if (first !== undefined && second !== undefined && first !== second) {
    beginFlow(first, second, drawing, flow);
    return;
  }
  const from = elements[0];
  if (from === undefined) return;
  useCanvas.setState({ connectFrom: from, choosing: { what: "end", from } });
}

/** Asks what flows from one element to another. */
export function beginFlow(from: string, to: string, drawing: Drawing, flow: KeyContext["flow"]): void {
  const at = betweenElements(drawing, from, to);
  if (!at) return;
  reveal(flow, { ...at, width: 280, height: 130 });
  useCanvas.setState({ connectFrom: undefined, choosing: undefined, adding: { kind: "flow", from, to, at } });
}

/** Asks what is to be noted: on the selected thing, else where the ground was pressed. */
export function note({ selections, drawing, flow }: KeyContext): void {
  const at = selections.map(({ id }) => boxOf(drawing, id)).at(-1);
  const { spot } = useCanvas.getState();
  const middle = () => flow.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
  const place = at ? { x: at.x + at.width, y: at.y } : (spot ?? middle());
  reveal(flow, { ...place, width: 280, height: 130 });
  useCanvas.setState({ noting: { about: at && selections.at(-1)?.id, at: place } });
}

/** Asks which zone the selected elements and zones go into. */
export function chooseZone(context: KeyContext): boolean {
  const ids = placedIds(context);
  if (ids.length > 0) useCanvas.setState({ choosing: { what: "zone", ids } });
  return ids.length > 0;
}

/** Copies things beside themselves, or into a zone; the copies are selected, so that they can be moved at once. */
export function copy(
  ids: readonly string[],
  { drawing, select, t }: Pick<KeyContext, "drawing" | "select" | "t">,
  zone?: string,
): void {
  const things = namesOf(ids, drawing);
  const input = { ids, ...(zone === undefined ? { offset: { x: 40, y: 40 } } : { zone }) };
  void send(t("canvas.copied", { things }), call("duplicate-things", input)).then((done) => {
    if (done.ok) select(...madeBy(done.value.changes));
  });
}

/** The outermost new things of changes. */
function madeBy(changes: readonly Change[]): readonly Selection[] {
  const made = new Set(changes.map(({ id }) => id));
  return changes.flatMap(({ collection, id, after }): readonly Selection[] => {
    if (collection !== "model.elements" && collection !== "model.zones") return [];
    const { zone, in: home } = after as { readonly zone?: string; readonly in?: string };
    const isInside = made.has(zone ?? home ?? "");
    return isInside ? [] : [{ kind: collection === "model.zones" ? "zone" : "element", id }];
  });
}

/** Takes away what is selected; with an element go its flows, and inner zones go before outer ones. */
export function remove({ selections, drawing, select, t }: KeyContext): void {
  const ids = selections.map(({ id }) => id);
  const title = t("canvas.removed", { things: namesOf(ids, drawing) });
  const calls = removalOf(new Set(ids), drawing).map((id) => call("remove-thing", { id }));
  void send(title, ...calls).then(({ ok }) => ok && select());
}

/** In the order in which nothing that goes is still named by something that goes later. */
export function removalOf(ids: ReadonlySet<string>, { graph }: Pick<Drawing, "graph">): readonly string[] {
  const flows = graph.flows.filter(({ id, from, to }) => ids.has(id) || ids.has(from) || ids.has(to));
  const elements = graph.elements.filter(({ id }) => ids.has(id));
  const left = graph.zones.filter(({ id }) => ids.has(id));
  const zones: string[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ id }) => !left.some((other) => other.in === id));
    zones.push(...left.splice(Math.max(0, free), 1).map(({ id }) => id));
  }
  return [...flows, ...elements].map(({ id }) => id).concat(zones);
}

/** Moves what is selected a little; it stays in its zone. */
export function move(way: { readonly x: number; readonly y: number }, times: number, context: KeyContext): boolean {
  const ids = placedIds(context);
  if (ids.length === 0) return false;
  const by = { x: way.x * nudge * times, y: way.y * nudge * times };
  const stored = useWorkbench.getState().document?.diagram?.positions;
  const calls = dropped(Object.fromEntries(ids.map((id) => [id, by])), undefined, context.drawing, stored);
  const title = context.t("canvas.moved", { things: namesOf(ids, context.drawing) });
  if (calls.length > 0) void send(title, ...calls);
  return true;
}
