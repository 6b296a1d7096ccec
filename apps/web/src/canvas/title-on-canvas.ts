// What things on the diagram are called and what they are.
import type { Selection } from "../data/selection.ts";
import type { Drawing } from "./use-drawing.ts";

/** What a thing on the diagram is called. */
export function titleOf({ graph }: Pick<Drawing, "graph">, id: string): string {
  return [...graph.elements, ...graph.zones, ...graph.flows].find((thing) => thing.id === id)?.title ?? id;
}

/** What a node stands for. */
export function selectionOf({ graph }: Pick<Drawing, "graph">, id: string): Selection {
  return { kind: graph.zones.some((zone) => zone.id === id) ? "zone" : "element", id };
}
