// The layout port by the Eclipse Layout Kernel (elkjs, EPL-2.0), loaded when the first diagram needs it.
import { gridLayout, type LayoutGraph, type LayoutPort, type LayoutResult } from "@parapet/reports";
import type { ELK } from "elkjs/lib/elk-api.js";
import { type Direction, elkGraph, type Mode } from "./elk-graph.ts";
import { elkResult } from "./elk-result.ts";

/** Up to here all zones are laid out at once; above it, one at a time. */
const wholeLimit = 120;
/** Above this the engine would take minutes, and nobody reads such a drawing at a glance: the grid, in seconds. */
const engineLimit = 1000;
/** Up to here both directions are tried, and the better fit is kept. */
const bothLimit = 40;
/** The shape that a drawing should fit: a page or a screen lying down. */
const page = { width: 1500, height: 950 };

let engine: Promise<ELK> | undefined;

async function load(): Promise<ELK> {
  const { default: Engine } = await import("elkjs/lib/elk.bundled.js");
  return new Engine();
}

/** Lays a graph out with nested zones and orthogonal routes. The same graph gives the same layout. */
export const elkLayout: LayoutPort = async (graph: LayoutGraph): Promise<LayoutResult> => {
  if (graph.elements.length > engineLimit) return gridLayout(graph);
  const mode: Mode = graph.elements.length <= wholeLimit ? "whole" : "by-zone";
  const right = await layOut(graph, "RIGHT", mode);
  if (graph.elements.length > bothLimit || fit(right) >= 1) return right;
  const down = await layOut(graph, "DOWN", mode);
  return fit(down) > fit(right) ? down : right;
};

/** One run of the engine, in one direction and one mode. */
export async function layOut(graph: LayoutGraph, direction: Direction, mode: Mode): Promise<LayoutResult> {
  engine ??= load();
  const elk = await engine;
  return elkResult(graph, await elk.layout(elkGraph(graph, direction, mode)));
}

/** How large the drawing appears on the page; 1 and above needs no shrinking. */
function fit(layout: LayoutResult): number {
  return Math.min(page.width / Math.max(1, layout.width), page.height / Math.max(1, layout.height));
}
