// Where things stand. A layout engine is a port; what a person moved by hand wins over it; without an engine a plain grid serves.
import { type Problem, problem } from "@parapet/core";
import { around } from "./geometry.ts";
import type { DiagramGraph } from "./graph.ts";
import { gridLayout } from "./grid-layout.ts";
import {
  type Arrangement,
  type LayoutGraph,
  type LayoutPort,
  type LayoutResult,
  layoutGraph,
  type Placing,
} from "./layout.ts";
import { type Measures, measure } from "./measure.ts";
import { anyPlaced, placedLayout } from "./placed-layout.ts";
import { routeFlows } from "./route.ts";

/** How a diagram may be laid out. */
export interface LayoutOptions {
  readonly port?: LayoutPort;
  readonly arrangement?: Arrangement;
}

/** A layout, and what went wrong on the way to it. */
export interface LaidOut {
  readonly layout: LayoutResult;
  readonly problems: readonly Problem[];
}

/** Lays a diagram out: with what people placed in its place, else by the engine where there is one, else by the grid. */
export async function layoutDiagram(graph: DiagramGraph, options: LayoutOptions = {}): Promise<LaidOut> {
  const wanted = layoutGraph(graph, measure(graph), options.arrangement?.sizes);
  const positions = options.arrangement?.positions ?? {};
  if (anyPlaced(wanted, positions)) return { layout: routed(wanted, placedLayout(wanted, positions)), problems: [] };
  return automaticLayout(wanted, options.port);
}

/** True when a person placed something that is still there; an automatic layout is for when nothing is. */
export function isArranged(graph: DiagramGraph, positions: NonNullable<Arrangement["positions"]>): boolean {
  return anyPlaced(graph, positions);
}

/** Lays a diagram out with its arrangement and nothing else, at once: for a canvas, on every change. */
export function arrangedLayout(
  graph: DiagramGraph,
  arrangement: Arrangement,
  measures: Measures = measure(graph),
): LayoutResult {
  const wanted = layoutGraph(graph, measures, arrangement.sizes);
  return routed(wanted, placedLayout(wanted, arrangement.positions ?? {}));
}

function routed(graph: LayoutGraph, placing: Placing): LayoutResult {
  const { width, height } = around([...Object.values(placing.elements), ...Object.values(placing.zones)]) ?? nothing;
  return { ...placing, width, height, flows: routeFlows(graph.flows, placing) };
}

const nothing = { width: 0, height: 0 };

/** An engine that fails must not cost the report its diagram: the grid takes its place, and the problem says so. */
async function automaticLayout(graph: LayoutGraph, port: LayoutPort | undefined): Promise<LaidOut> {
  if (!port || graph.elements.length + graph.zones.length === 0) return { layout: gridLayout(graph), problems: [] };
  try {
    return { layout: await port(graph), problems: [] };
  } catch (cause) {
    const say = `The layout engine failed (${cause instanceof Error ? cause.message : String(cause)}); the diagram uses the plain grid.`;
    return {
      layout: gridLayout(graph),
      problems: [
        problem("internal", say, "Report this with the model, or place the elements by hand in diagram.yaml."),
      ],
    };
  }
}
