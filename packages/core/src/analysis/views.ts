// Elements, flows and zones as the analysis shows them: each the very object that it was while nothing of it is another.
import { elementKindNames, type Graph, type Things } from "../decomposition/index.ts";
import { asBefore } from "../model/as-before.ts";
import type { Entry } from "../model/effective.ts";
import type { Element } from "../model/element.ts";
import type { Flow } from "../model/flow.ts";
import type { Zone } from "../model/zone.ts";
import type { ElementView, FlowView, ZoneView } from "./result.ts";

export function elementViews(graph: Graph, exposure: (i: number) => ElementView["exposure"]): readonly ElementView[] {
  return graph.elements.entries.map((entry, i) => {
    const zone = graph.zoneOf[i] as number;
    const kind = elementKindNames[graph.elementKind[i] as number] as ElementView["kind"];
    return elementView(entry, {
      ...named(graph.elements, i),
      kind,
      zone: idOf(graph.zones, zone),
      exposure: exposure(i),
    });
  });
}

type ElementPlace = Pick<ElementView, "id" | "title" | "kind" | "exposure"> & { readonly zone: string | undefined };

const elementView = asBefore<Entry<Element>, ElementPlace, ElementView>(
  ({ value }, { id, title, kind, zone, exposure }) => ({
    id,
    title,
    kind,
    ...(zone === undefined ? {} : { zone }),
    technologies: value.technologies ?? [],
    exposure,
  }),
  (a, b) => a.id === b.id && a.kind === b.kind && a.zone === b.zone && a.exposure === b.exposure,
);

export function flowViews(graph: Graph): readonly FlowView[] {
  return graph.flows.entries.map((entry, i) => {
    const borders = graph.borders[i];
    return flowView(entry, {
      ...named(graph.flows, i),
      from: graph.elements.ids[graph.flowFrom[i] as number] as string,
      to: graph.elements.ids[graph.flowTo[i] as number] as string,
      crossed: borders ? [...borders.leaves, ...borders.enters].map((zone) => graph.zones.ids[zone] as string) : [],
    });
  });
}

type FlowPlace = Pick<FlowView, "id" | "title" | "from" | "to"> & { readonly crossed: readonly string[] };

const flowView = asBefore<Entry<Flow>, FlowPlace, FlowView>(
  ({ value: { protocol, carries, returns, opens } }, { id, title, from, to, crossed }) => ({
    id,
    title,
    from,
    to,
    ...(protocol ? { protocol } : {}),
    ...(carries ? { carries } : {}),
    ...(returns ? { returns } : {}),
    ...(opens ? { opens } : {}),
    ...(crossed.length > 0 ? { crossing: crossed } : {}),
  }),
  (a, b) =>
    a.id === b.id &&
    a.from === b.from &&
    a.to === b.to &&
    a.crossed.length === b.crossed.length &&
    a.crossed.every((zone, i) => zone === b.crossed[i]),
);

export function zoneViews(graph: Graph): readonly ZoneView[] {
  return graph.zones.entries.map((entry, i) =>
    zoneView(entry, { ...named(graph.zones, i), parent: idOf(graph.zones, graph.zoneParent[i] as number) }),
  );
}

type ZonePlace = Pick<ZoneView, "id" | "title"> & { readonly parent: string | undefined };

const zoneView = asBefore<Entry<Zone>, ZonePlace, ZoneView>(
  ({ value }, { id, title, parent }) => ({
    id,
    title,
    ...(value.kind ? { kind: value.kind } : {}),
    ...(parent === undefined ? {} : { in: parent }),
  }),
  (a, b) => a.id === b.id && a.parent === b.parent,
);

/** The id of a thing, and the title that its entry or else its id gives. */
function named({ ids, titles }: Things<unknown>, i: number): { readonly id: string; readonly title: string } {
  return { id: ids[i] as string, title: titles[i] as string };
}

function idOf({ ids }: Things<unknown>, i: number): string | undefined {
  return i < 0 ? undefined : ids[i];
}
