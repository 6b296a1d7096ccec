// What found a free place by itself keeps it while the page is open: a flow that is drawn to it must not move it to its new neighbour. Pure.
import {
  type Arrangement,
  arrangedLayout,
  type DiagramGraph,
  type LayoutResult,
  type Positions,
  unstored,
} from "@parapet/reports/dfd";

export interface Placed {
  readonly arrangement: Arrangement;
  readonly layout: LayoutResult;
  /** The places of all that nobody placed, for the next time. */
  readonly found: Positions;
}

/** Lays a graph out with what is known of it; what nobody placed stands where it was found a place before. */
export function layoutKeeping(graph: DiagramGraph, known: Arrangement, before: Positions): Placed {
  const arrangement = { ...known, positions: { ...before, ...known.positions } };
  const layout = arrangedLayout(graph, arrangement);
  return { arrangement, layout, found: { ...before, ...unstored(graph, layout, known.positions ?? {}) } };
}
