// Where things stand. A layout engine is a port; what a person moved by hand wins over it; without an engine a plain grid serves.
import { type Problem, problem } from "@parapet/core";
import type { DiagramGraph } from "./graph.ts";
import { gridLayout } from "./grid-layout.ts";
import { type Arrangement, type LayoutGraph, type LayoutPort, type LayoutResult, layoutGraph } from "./layout.ts";
import { measure } from "./measure.ts";
import { pinnedLayout } from "./pinned-layout.ts";

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

/** Lays a diagram out: by the engine where there is one, by the grid otherwise, then with what a person placed put in its place. */
export async function layoutDiagram(graph: DiagramGraph, options: LayoutOptions = {}): Promise<LaidOut> {
  const wanted = layoutGraph(graph, measure(graph), options.arrangement?.sizes);
  const automatic = await automaticLayout(wanted, options.port);
  const positions = options.arrangement?.positions ?? {};
  if (Object.keys(positions).length === 0) return automatic;
  return { ...automatic, layout: pinnedLayout(wanted, automatic.layout, positions) };
}

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
