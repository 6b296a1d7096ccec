// Elements, flows and zones as the analysis shows them.
import { elementKindNames, type Graph, type Things } from "../decomposition/index.ts";
import type { Entry } from "../model/effective.ts";
import type { Element } from "../model/element.ts";
import type { Flow } from "../model/flow.ts";
import type { Zone } from "../model/zone.ts";
import type { ElementView, FlowView, ZoneView } from "./result.ts";

/** How a view is made of what a thing says and of what is round it. */
export type MakeView<T, Place, View> = (entry: Entry<T>, place: Place) => View;

/** What is round an element. */
export interface ElementPlace extends Pick<ElementView, "id" | "title" | "kind" | "exposure"> {
  readonly zone: string | undefined;
}

/** What is round a flow. */
export interface FlowPlace extends Pick<FlowView, "id" | "title" | "from" | "to"> {
  readonly crossed: readonly string[];
}

/** What is round a zone. */
export interface ZonePlace extends Pick<ZoneView, "id" | "title"> {
  readonly parent: string | undefined;
}

export function elementViews(
  graph: Graph,
  exposure: (i: number) => ElementView["exposure"],
  make: MakeView<Element, ElementPlace, ElementView> = elementView,
): readonly ElementView[] {
  const { elements, zones } = graph;
  return elements.entries.map((entry, i) => {
    const kind = elementKindNames[graph.elementKind[i] as number] as ElementView["kind"];
    const zone = idIn(zones, graph.zoneOf[i] as number);
    return make(entry, { id: idOf(elements, i), title: titleOf(elements, i), kind, zone, exposure: exposure(i) });
  });
}

export function elementView({ value }: Entry<Element>, { id, title, kind, zone, exposure }: ElementPlace): ElementView {
  const technologies = value.technologies ?? [];
  return { id, title, kind, ...(zone === undefined ? {} : { zone }), technologies, exposure };
}

export function flowViews(graph: Graph, make: MakeView<Flow, FlowPlace, FlowView> = flowView): readonly FlowView[] {
  const { flows, elements, zones } = graph;
  return flows.entries.map((entry, i) => {
    const borders = graph.borders[i];
    return make(entry, {
      id: idOf(flows, i),
      title: titleOf(flows, i),
      from: idOf(elements, graph.flowFrom[i] as number),
      to: idOf(elements, graph.flowTo[i] as number),
      crossed: borders ? [...borders.leaves, ...borders.enters].map((zone) => idOf(zones, zone)) : [],
    });
  });
}

export function flowView({ value }: Entry<Flow>, { id, title, from, to, crossed }: FlowPlace): FlowView {
  const { protocol, carries, returns, opens } = value;
  return {
    id,
    title,
    from,
    to,
    ...(protocol ? { protocol } : {}),
    ...(carries ? { carries } : {}),
    ...(returns ? { returns } : {}),
    ...(opens ? { opens } : {}),
    ...(crossed.length > 0 ? { crossing: crossed } : {}),
  };
}

export function zoneViews(graph: Graph, make: MakeView<Zone, ZonePlace, ZoneView> = zoneView): readonly ZoneView[] {
  const { zones } = graph;
  return zones.entries.map((entry, i) =>
    make(entry, { id: idOf(zones, i), title: titleOf(zones, i), parent: idIn(zones, graph.zoneParent[i] as number) }),
  );
}

export function zoneView({ value }: Entry<Zone>, { id, title, parent }: ZonePlace): ZoneView {
  return { id, title, ...(value.kind ? { kind: value.kind } : {}), ...(parent === undefined ? {} : { in: parent }) };
}

function idOf({ ids }: Things<unknown>, i: number): string {
  return ids[i] as string;
}

function titleOf({ titles }: Things<unknown>, i: number): string {
  return titles[i] as string;
}

/** The id of what a thing lies in; undefined where it lies in nothing. */
function idIn(things: Things<unknown>, i: number): string | undefined {
  return i < 0 ? undefined : idOf(things, i);
}
