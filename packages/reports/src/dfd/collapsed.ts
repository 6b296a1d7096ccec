// Zones folded into one box each, with the flows to and from what lies in them bundled: for models too large to read at once.
import { byCodeUnit, tiers } from "@parapet/core";
import type { Arrival, Counts, DiagramElement, DiagramFlow, DiagramGraph, DiagramZone, Heat } from "./graph.ts";
import { withInsides, zoneDepths } from "./homes.ts";

/**
 * The graph with some zones folded. A folded zone is an element with the zone's id; flows that end inside of it end at it, those of one
 * direction between the same two ends as one, and those that stay inside are gone.
 */
export function collapsedGraph(graph: DiagramGraph, collapsed: Iterable<string>): DiagramGraph {
  const folded = outermost(graph, new Set(collapsed));
  if (folded.size === 0) return graph;
  const standsFor = new Map<string, string>();
  for (const zone of folded) for (const id of withInsides(graph, [zone])) standsFor.set(id, zone);
  const flows = bundled(graph.flows, standsFor);
  const insides = insidesOf(graph, standsFor);
  const boxes = graph.zones.flatMap((zone) => {
    const inside = insides.get(zone.id);
    return inside ? [boxOf(zone, inside)] : [];
  });
  return {
    ...graph,
    elements: [...graph.elements.filter(({ id }) => !standsFor.has(id)), ...boxes].sort((a, b) =>
      byCodeUnit(a.id, b.id),
    ),
    flows,
    zones: graph.zones.filter(({ id }) => !standsFor.has(id)),
  };
}

/** The folded zones that lie in no folded zone. */
function outermost(graph: DiagramGraph, collapsed: ReadonlySet<string>): ReadonlySet<string> {
  const parents = new Map(graph.zones.map((zone) => [zone.id, zone.in]));
  const depths = zoneDepths(graph.zones);
  const hidden = (id: string) => {
    let at = parents.get(id);
    for (let left = depths.get(id) ?? 0; at !== undefined && left > 0; left--, at = parents.get(at)) {
      if (collapsed.has(at)) return true;
    }
    return false;
  };
  return new Set(graph.zones.map(({ id }) => id).filter((id) => collapsed.has(id) && !hidden(id)));
}

/** What a folded zone hides: how many elements, and all that has counts. */
interface Inside {
  elements: number;
  readonly things: Counts[];
}

/** What each folded zone hides, in one pass over the graph. */
function insidesOf(graph: DiagramGraph, standsFor: ReadonlyMap<string, string>): ReadonlyMap<string, Inside> {
  const insides = new Map<string, Inside>(
    [...new Set(standsFor.values())].map((zone) => [zone, { elements: 0, things: [] }]),
  );
  const insideOf = (id: string): Inside | undefined => insides.get(standsFor.get(id) ?? "");
  for (const element of graph.elements) {
    const inside = insideOf(element.id);
    if (!inside) continue;
    inside.elements += 1;
    inside.things.push(element);
  }
  for (const zone of graph.zones) insideOf(zone.id)?.things.push(zone);
  for (const flow of graph.flows)
    if (standsFor.get(flow.from) === standsFor.get(flow.to)) insideOf(flow.from)?.things.push(flow);
  return insides;
}

function boxOf({ in: home, title, id }: DiagramZone, { elements, things }: Inside): DiagramElement {
  return {
    id,
    title,
    kind: "collapsed-zone",
    ...(home === undefined ? {} : { zone: home }),
    technologies: [count(elements, "element", "elements")],
    ...sumOf(things),
  };
}

function count(n: number, one: string, more: string): string {
  return `${n} ${n === 1 ? one : more}`;
}

/** The counts of many things as those of one. */
function sumOf(things: readonly Counts[]): Counts {
  const sum = (kind: "open" | "asked"): Heat | undefined => {
    const heats = things.flatMap((thing) => (thing[kind] ? [thing[kind]] : []));
    const tier = tiers.find((one) => heats.some((heat) => heat.tier === one));
    return tier && { tier, count: heats.reduce((all, heat) => all + heat.count, 0) };
  };
  const [open, asked] = [sum("open"), sum("asked")];
  return { ...(open ? { open } : {}), ...(asked ? { asked } : {}) };
}

function bundled(flows: readonly DiagramFlow[], standsFor: ReadonlyMap<string, string>): readonly DiagramFlow[] {
  const bundles = new Map<string, DiagramFlow[]>();
  const out: DiagramFlow[] = [];
  for (const flow of flows) {
    const from = standsFor.get(flow.from) ?? flow.from;
    const to = standsFor.get(flow.to) ?? flow.to;
    if (from === to) continue;
    const moved: DiagramFlow = { ...flow, from, to, crossing: flow.crossing.filter((zone) => !standsFor.has(zone)) };
    if (from === flow.from && to === flow.to) {
      out.push(flow);
      continue;
    }
    const bundle = bundles.get(`${from} ${to}`);
    if (bundle) bundle.push(moved);
    else bundles.set(`${from} ${to}`, [moved]);
  }
  for (const bundle of bundles.values()) out.push(bundle.length === 1 ? (bundle[0] as DiagramFlow) : bundleOf(bundle));
  return out.sort((a, b) => byCodeUnit(a.id, b.id));
}

/** Many flows as one, under the id of the first of them. */
function bundleOf(flows: readonly DiagramFlow[]): DiagramFlow {
  const { id, from, to, crossing } = flows[0] as DiagramFlow;
  const protocols = [...new Set(flows.flatMap(({ protocol }) => protocol ?? []))].sort(byCodeUnit);
  const titles = (of: "carries" | "returns") => [...new Set(flows.flatMap((flow) => flow[of] ?? []))].sort(byCodeUnit);
  return {
    id,
    title: `${flows.length} flows`,
    from,
    to,
    ...(protocols.length > 0 ? { protocol: protocols.join(", ") } : {}),
    ...(flows.some((flow) => flow.carries) ? { carries: titles("carries"), returns: titles("returns") } : {}),
    atTo: most(flows.map((flow) => flow.atTo)),
    atFrom: most(flows.map((flow) => flow.atFrom)),
    opensAtFrom: flows.every((flow) => flow.opensAtFrom),
    crossing,
    bundles: flows.map((flow) => flow.id),
    ...sumOf(flows),
  };
}

/** Data if any flow brings data, else untold if any does not say. */
function most(arrivals: readonly Arrival[]): Arrival {
  return arrivals.includes("data") ? "data" : arrivals.includes("untold") ? "untold" : "none";
}
