// Walking through the diagram: Enter goes in, Tab and Shift Tab go on and back, Escape goes out. The canvas is one stop for Tab, and no trap.
import { focusPane, followInto } from "../../frame/panes.ts";
import { useCanvas } from "../canvas-store.ts";
import { boxOf, reveal } from "../scene/reveal.ts";
import type { KeyContext } from "./context.ts";
import { stepFrom, walkOf } from "./walk.ts";

/** A step; false when there is nothing further, so that Tab leaves the canvas as it leaves everything. */
export function step(by: 1 | -1, context: KeyContext): boolean {
  const { drawing, selections, select, flow } = context;
  const next = stepFrom(walkOf(drawing.graph, drawing.layout), selections.at(-1)?.id, by);
  useCanvas.setState({ walking: next !== undefined });
  if (!next) return false;
  const there = new Set(selections.map(({ id }) => id));
  const kept = useCanvas.getState().kept.filter(({ id }) => there.has(id));
  useCanvas.setState({ kept });
  select(...kept.filter(({ id }) => id !== next.id), next);
  const box = boxOf(drawing, next.id);
  if (box) reveal(flow, box);
  return true;
}

/** Tab walks only for who went in. */
export function tab(back: boolean, context: KeyContext): boolean {
  return context.atCanvas && useCanvas.getState().walking && step(back ? -1 : 1, context);
}

/** Goes in, and from a thing on to what is known of it. */
export function enter(context: KeyContext): boolean {
  if (!context.atCanvas) return false;
  const { drawing, selections } = context;
  const at = selections.at(-1);
  const isHere = at !== undefined && boxOf(drawing, at.id) !== undefined;
  if (!isHere) return step(1, context);
  if (useCanvas.getState().walking) focusPane("inspector");
  else useCanvas.setState({ walking: true });
  return true;
}

/** What is known of the borders that the selected flow crosses. */
export function showCrossing({ selections }: KeyContext): boolean {
  if (selections.at(-1)?.kind !== "flow") return false;
  followInto("inspector", "[data-part=crossing]");
  return true;
}

/** First what is begun, then the selection; then Escape is for others. */
export function leave({ selections, select }: KeyContext): boolean {
  const { connectFrom, help, adding, walking } = useCanvas.getState();
  useCanvas.setState({
    connectFrom: undefined,
    help: false,
    adding: undefined,
    choosing: undefined,
    noting: undefined,
  });
  if (connectFrom !== undefined || help || adding) return true;
  useCanvas.setState({ walking: false, kept: [] });
  if (selections.length > 0) select();
  return walking || selections.length > 0;
}

/** Keeps the thing under the keyboard selected while walking on, or lets it go again. */
export function keep({ selections }: KeyContext): boolean {
  const at = selections.at(-1);
  if (!at) return false;
  const { kept } = useCanvas.getState();
  const others = kept.filter(({ id }) => id !== at.id);
  useCanvas.setState({ kept: others.length < kept.length ? others : [...kept, at], walking: true });
  return true;
}

/** Selects everything in the zone of what is selected, or everything that lies in no zone. */
export function selectAll({ drawing: { graph }, selections, select }: KeyContext): boolean {
  const at = selections.at(-1)?.id;
  const zone = graph.zones.find(({ id }) => id === at);
  const home = zone ? zone.id : graph.elements.find(({ id }) => id === at)?.zone;
  const elements = at === undefined ? graph.elements : graph.elements.filter((one) => one.zone === home);
  select(...elements.map(({ id }) => ({ kind: "element" as const, id })));
  return true;
}

/** An arrow on a flow leads to its ends; where nothing is selected it goes in. */
export function alongFlow(way: { readonly x: number; readonly y: number }, context: KeyContext): boolean {
  const { drawing, selections, select, flow } = context;
  const at = selections.at(-1);
  if (!at) return context.atCanvas && step(1, context);
  const own = at.kind === "flow" ? drawing.graph.flows.find(({ id }) => id === at.id) : undefined;
  if (!own) return false;
  const id = way.x + way.y > 0 ? own.to : own.from;
  select({ kind: "element", id });
  const box = boxOf(drawing, id);
  if (box) reveal(flow, box);
  return true;
}
