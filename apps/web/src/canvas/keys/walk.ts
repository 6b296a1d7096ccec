// The way of the keyboard through the diagram: zone by zone from the top left, each element with the flows that begin at it. Pure.
import type { Box, DiagramGraph, Placing } from "@parapet/reports/dfd";
import type { Selection } from "../../data/selection.ts";

/** All that one comes by, in order: a zone, what lies in it, and after each element its flows. */
export function walkOf(graph: DiagramGraph, placing: Placing): readonly Selection[] {
  const flows = new Map<string, string[]>();
  for (const { id, from } of graph.flows) flows.set(from, [...(flows.get(from) ?? []), id]);
  const inside = (home: string | undefined): readonly Selection[] => {
    const zones = graph.zones.filter((zone) => zone.in === home).map(({ id }) => id);
    const elements = graph.elements.filter(({ zone }) => zone === home).map(({ id }) => id);
    return [
      ...byPlace(elements, placing.elements).flatMap((id) => [
        { kind: "element" as const, id },
        ...(flows.get(id) ?? []).map((flow) => ({ kind: "flow" as const, id: flow })),
      ]),
      ...byPlace(zones, placing.zones).flatMap((id) => [{ kind: "zone" as const, id }, ...inside(id)]),
    ];
  };
  return inside(undefined);
}

/** From the top, and from the left in a row. */
function byPlace(ids: readonly string[], boxes: Readonly<Record<string, Box>>): readonly string[] {
  const place = (id: string) => boxes[id] ?? { x: 0, y: 0 };
  return [...ids].sort((a, b) => place(a).y - place(b).y || place(a).x - place(b).x || (a < b ? -1 : 1));
}

/** The thing `by` steps away; undefined before the first and after the last. From nowhere a step forward leads to the first. */
export function stepFrom(walk: readonly Selection[], at: string | undefined, by: 1 | -1): Selection | undefined {
  const now = walk.findIndex(({ id }) => id === at);
  return now < 0 ? walk[by > 0 ? 0 : walk.length - 1] : walk[now + by];
}
