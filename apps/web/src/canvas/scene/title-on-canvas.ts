// What things on the diagram are called and what they are.
import type { Selection } from "../../data/selection.ts";
import type { Drawing } from "./use-drawing.ts";

/** What a thing on the diagram is called. */
export function titleOf({ graph }: Pick<Drawing, "graph">, id: string): string {
  return [...graph.elements, ...graph.zones, ...graph.flows].find((thing) => thing.id === id)?.title ?? id;
}

/** What a thing on the diagram is: a folded zone is a zone. */
export function selectionOf({ graph }: Pick<Drawing, "graph">, id: string): Selection {
  const is = (things: readonly { readonly id: string }[]) => things.some((thing) => thing.id === id);
  if (is(graph.zones) || is(graph.elements.filter(({ kind }) => kind === "collapsed-zone")))
    return { kind: "zone", id };
  return { kind: is(graph.flows) ? "flow" : "element", id };
}
