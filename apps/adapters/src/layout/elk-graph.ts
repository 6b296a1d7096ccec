// From our layout graph to the nested graph that ELK reads.
import type { LayoutFlow, LayoutGraph } from "@parapet/reports";
import { zonePadding } from "@parapet/reports";
import type { ElkExtendedEdge, ElkNode, ElkPort, LayoutOptions } from "elkjs/lib/elk-api.js";

/** Data flows from left to right, or from top to bottom. */
export type Direction = "RIGHT" | "DOWN";

/**
 * `whole`: all zones at once, the best picture. `by-zone`: innermost zones first, each by itself, with flows passing borders
 * through ports; its cost grows with the largest zone and not with the whole.
 */
export type Mode = "whole" | "by-zone";

/** Up to here the engine keeps a place free for each label; above it that would double the drawing, and labels find their own. */
const labelLimit = 30;

/** Above this the engine makes one attempt at few crossings instead of seven: a quarter less time, a drawing of the same size. */
const carefulLimit = 60;

const spacing: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "34",
  "elk.spacing.edgeNode": "22",
  "elk.spacing.edgeEdge": "14",
  "elk.spacing.edgeLabel": "4",
  "elk.spacing.componentComponent": "48",
  "elk.layered.spacing.nodeNodeBetweenLayers": "44",
  "elk.layered.spacing.edgeNodeBetweenLayers": "22",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "14",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.considerModelOrder.strategy": "NONE",
};
const padding = `[top=${zonePadding.top},left=${zonePadding.side},bottom=${zonePadding.bottom},right=${zonePadding.side}]`;

/** Builds ELK's input. All coordinates of the result are absolute. */
export function elkGraph(graph: LayoutGraph, direction: Direction, mode: Mode): ElkNode {
  const root: ElkNode = {
    id: "",
    children: [],
    edges: [],
    layoutOptions: {
      ...spacing,
      "elk.layered.thoroughness": graph.elements.length > carefulLimit ? "1" : "7",
      "elk.direction": direction,
      "elk.hierarchyHandling": mode === "whole" ? "INCLUDE_CHILDREN" : "SEPARATE_CHILDREN",
      "elk.padding": "[top=0,left=0,bottom=0,right=0]",
      "json.shapeCoords": "ROOT",
      "json.edgeCoords": "ROOT",
    },
  };
  const nodes = new Map<string, ElkNode>([["", root]]);
  for (const zone of graph.zones) {
    const options: LayoutOptions = {
      "elk.padding": padding,
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${zone.minWidth},${zone.minHeight})`,
    };
    if (mode === "by-zone")
      Object.assign(options, spacing, { "elk.direction": direction, "elk.portConstraints": "FIXED_SIDE" });
    nodes.set(zone.id, { id: zone.id, children: [], edges: [], ports: [], layoutOptions: options });
  }
  for (const zone of graph.zones) nodes.get(zone.in ?? "")?.children?.push(nodes.get(zone.id) as ElkNode);
  for (const { id, zone, width, height } of graph.elements)
    nodes.get(zone ?? "")?.children?.push({ id, width, height });
  for (const node of nodes.values())
    if (node.id !== "" && node.children?.length === 0) Object.assign(node, emptySize(graph, node.id));
  const zonesRound = zonePaths(graph);
  const labelled = graph.flows.length <= labelLimit;
  for (const flow of graph.flows) {
    if (mode === "whole") root.edges?.push(edge(flow, flow.id, flow.from, flow.to, labelled));
    else splitFlow(flow, zonesRound, nodes, direction, labelled);
  }
  return root;
}

function emptySize(graph: LayoutGraph, id: string): { width: number; height: number } {
  const zone = graph.zones.find((one) => one.id === id);
  return { width: zone?.minWidth ?? 0, height: zone?.minHeight ?? 0 };
}

function edge(flow: LayoutFlow, id: string, from: string, to: string, labelled: boolean): ElkExtendedEdge {
  if (!labelled || flow.labelWidth === 0) return { id, sources: [from], targets: [to] };
  const label = {
    text: "x",
    width: flow.labelWidth,
    height: flow.labelHeight,
    layoutOptions: { "elk.edgeLabels.inline": "true", "elk.edgeLabels.placement": "CENTER" },
  };
  return { id, sources: [from], targets: [to], labels: [label] };
}

/** Element → the zones round it, outermost first. */
function zonePaths(graph: LayoutGraph): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(graph.zones.map((zone) => [zone.id, zone.in]));
  return new Map(
    graph.elements.map((element) => {
      const path: string[] = [];
      for (let at = element.zone; at !== undefined; at = parents.get(at)) path.unshift(at);
      return [element.id, path];
    }),
  );
}

/** The id of one piece of a flow; the pieces are put together again in the order of their numbers. */
export function pieceId(flow: string, number: number): string {
  return `${flow}/${number}`;
}

/** One edge per zone that the flow passes, tied together by ports on the borders. */
function splitFlow(
  flow: LayoutFlow,
  zonesRound: ReadonlyMap<string, readonly string[]>,
  nodes: ReadonlyMap<string, ElkNode>,
  direction: Direction,
  labelled: boolean,
): void {
  const from = zonesRound.get(flow.from) ?? [];
  const to = zonesRound.get(flow.to) ?? [];
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  const out = from.slice(shared).reverse();
  const into = to.slice(shared);
  let at = flow.from;
  let number = 0;
  const step = (container: string, target: string, withLabel: boolean) => {
    nodes.get(container)?.edges?.push(edge(flow, pieceId(flow.id, number++), at, target, withLabel));
    at = target;
  };
  for (const zone of out) step(zone, port(flow.id, nodes.get(zone), direction === "RIGHT" ? "EAST" : "SOUTH"), false);
  const common = from[shared - 1] ?? "";
  let container = common;
  for (const zone of into) {
    step(
      container,
      port(flow.id, nodes.get(zone), direction === "RIGHT" ? "WEST" : "NORTH"),
      labelled && container === common,
    );
    container = zone;
  }
  step(container, flow.to, labelled && into.length === 0);
}

function port(flow: string, zone: ElkNode | undefined, side: string): string {
  const id = `${zone?.id}/${flow}`;
  const made: ElkPort = { id, width: 0, height: 0, layoutOptions: { "elk.port.side": side } };
  zone?.ports?.push(made);
  return id;
}
