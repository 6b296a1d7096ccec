// What found a free place by itself keeps it while the page is open: a flow that is drawn to it must not move it to its new neighbour. Pure.
import { type Arrangement, type DiagramGraph, type Placing, type Positions, unstored } from "@parapet/reports/dfd";

/** What is known of where things are, with the places that were found before for the rest. */
export function keeping(known: Arrangement, found: Positions): Arrangement {
  return { ...known, positions: { ...found, ...known.positions } };
}

/** The places of all that nobody placed, for the next time. */
export function foundIn(
  { graph, layout }: { readonly graph: DiagramGraph; readonly layout: Placing },
  known: Arrangement,
): Positions {
  return unstored(graph, layout, known.positions ?? {});
}
