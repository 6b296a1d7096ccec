// Elements, flows and zones as the analysis shows them.
import { elementKindNames, type Graph } from "../decomposition/index.ts";
import type { ElementView, FlowView, ZoneView } from "./result.ts";

export function elementViews(graph: Graph, exposure: (i: number) => ElementView["exposure"]): readonly ElementView[] {
  return graph.elements.ids.map((id, i) => {
    const zone = graph.zoneOf[i] as number;
    return {
      id,
      title: graph.elements.titles[i] as string,
      kind: elementKindNames[graph.elementKind[i] as number] as ElementView["kind"],
      ...(zone < 0 ? {} : { zone: graph.zones.ids[zone] as string }),
      technologies: graph.elements.entries[i]?.value.technologies ?? [],
      exposure: exposure(i),
    };
  });
}

export function flowViews(graph: Graph): readonly FlowView[] {
  return graph.flows.ids.map((id, i) => {
    const value = graph.flows.entries[i]?.value;
    const borders = graph.borders[i];
    const crossed = borders
      ? [...borders.leaves, ...borders.enters].map((zone) => graph.zones.ids[zone] as string)
      : [];
    return {
      id,
      title: graph.flows.titles[i] as string,
      from: graph.elements.ids[graph.flowFrom[i] as number] as string,
      to: graph.elements.ids[graph.flowTo[i] as number] as string,
      ...(value?.protocol ? { protocol: value.protocol } : {}),
      ...(value?.carries ? { carries: value.carries } : {}),
      ...(value?.returns ? { returns: value.returns } : {}),
      ...(value?.opens ? { opens: value.opens } : {}),
      ...(crossed.length > 0 ? { crossing: crossed } : {}),
    };
  });
}

export function zoneViews(graph: Graph): readonly ZoneView[] {
  return graph.zones.ids.map((id, i) => {
    const value = graph.zones.entries[i]?.value;
    const parent = graph.zoneParent[i] as number;
    return {
      id,
      title: graph.zones.titles[i] as string,
      ...(value?.kind ? { kind: value.kind } : {}),
      ...(parent < 0 ? {} : { in: graph.zones.ids[parent] as string }),
    };
  });
}
