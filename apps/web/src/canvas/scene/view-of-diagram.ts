// A saved view of the diagram: what of the graph it shows. Pure.
import type { Diagram } from "@parapet/core";
import type { DiagramGraph } from "@parapet/reports/dfd";

export type ViewOfDiagram = NonNullable<Diagram["views"]>[string];

/** The part of a graph that a view shows: its zones with all that lies in them, its elements, its flows with their ends; less what it hides. */
export function inView(graph: DiagramGraph, view: ViewOfDiagram | undefined): DiagramGraph {
  if (!view) return graph;
  const { shows, hides = [] } = view;
  const hidden = new Set(hides);
  const shown = shows ? shownIds(graph, shows) : undefined;
  const fits = (id: string) => (shown === undefined || shown.has(id)) && !hidden.has(id);
  const elements = graph.elements.filter(({ id, zone }) => fits(id) && !(zone !== undefined && hidden.has(zone)));
  const there = new Set(elements.map(({ id }) => id));
  const zones = zonesAround(graph, elements, fits);
  const zoneIds = new Set(zones.map(({ id }) => id));
  return {
    ...graph,
    elements: elements.map((element) =>
      element.zone !== undefined && !zoneIds.has(element.zone) ? withoutZone(element) : element,
    ),
    flows: graph.flows.filter(({ id, from, to }) => there.has(from) && there.has(to) && !hidden.has(id)),
    zones,
  };
}

type Shows = NonNullable<ViewOfDiagram["shows"]>;

function shownIds(graph: DiagramGraph, { zones = [], elements = [], flows = [] }: Shows): ReadonlySet<string> {
  const shown = new Set([...zones, ...elements, ...flows]);
  for (const zone of graph.zones) if (liesIn(graph, zone.in, shown)) shown.add(zone.id);
  for (const { id, zone } of graph.elements) if (liesIn(graph, zone, shown)) shown.add(id);
  for (const { id, from, to } of graph.flows) {
    if (!shown.has(id)) continue;
    shown.add(from);
    shown.add(to);
  }
  return shown;
}

function liesIn(graph: DiagramGraph, zone: string | undefined, shown: ReadonlySet<string>): boolean {
  for (let at = zone; at !== undefined; at = graph.zones.find(({ id }) => id === at)?.in)
    if (shown.has(at)) return true;
  return false;
}

/** The zones round the elements, however deep, and those that are shown empty. */
function zonesAround(
  graph: DiagramGraph,
  elements: DiagramGraph["elements"],
  fits: (id: string) => boolean,
): DiagramGraph["zones"] {
  const byId = new Map(graph.zones.map((zone) => [zone.id, zone]));
  const around = new Set<string>();
  for (const { zone } of elements) for (let at = zone; at !== undefined; at = byId.get(at)?.in) around.add(at);
  return graph.zones.filter(({ id }) => around.has(id) || fits(id));
}

function withoutZone<T extends { readonly zone?: string }>({ zone: _, ...element }: T): Omit<T, "zone"> {
  return element;
}
