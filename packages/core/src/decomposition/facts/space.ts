// Spaces: the collections that fact columns run over. Flows and crossings share one; the three element kinds share one.
import type { SubjectKind } from "../../model/vocabulary.ts";
import type { Graph, Things } from "../graph.ts";

export const spaces = ["element", "flow", "entry-point", "dependency", "data", "zone", "model"] as const;
export type Space = (typeof spaces)[number];

const spaceOfKind: Readonly<Record<SubjectKind, Space>> = {
  "external-entity": "element",
  process: "element",
  "data-store": "element",
  flow: "flow",
  crossing: "flow",
  "entry-point": "entry-point",
  dependency: "dependency",
  data: "data",
  zone: "zone",
  model: "model",
};

/** The space that things of a kind are numbered in. */
export function spaceOf(kind: SubjectKind): Space {
  return spaceOfKind[kind];
}

/** The kind of each element by the graph's number for it. */
export const elementKindNames = ["external-entity", "process", "data-store"] as const;

const model: Things<never> = { ids: ["model"], titles: ["the system"], entries: [], index: new Map([["model", 0]]) };

/** The numbered things of a space; `model` has one thing, the system itself. */
export function thingsIn(graph: Graph, space: Space): Things<unknown> {
  switch (space) {
    case "element":
      return graph.elements;
    case "flow":
      return graph.flows;
    case "entry-point":
      return graph.entryPoints;
    case "dependency":
      return graph.dependencies;
    case "data":
      return graph.data;
    case "zone":
      return graph.zones;
    case "model":
      return model;
  }
}

/** The space and number of a subject by its id; undefined when no such thing is analysed. */
export function locate(graph: Graph, id: string): { space: Space; index: number } | undefined {
  for (const space of spaces) {
    const index = thingsIn(graph, space).index.get(id);
    if (index !== undefined) return { space, index };
  }
  return undefined;
}

/** The kind of a thing; a flow is a `flow` (its crossing has the same number). */
export function kindOf(graph: Graph, space: Space, index: number): SubjectKind {
  return space === "element" ? (elementKindNames[graph.elementKind[index] as number] as SubjectKind) : space;
}

/** The elements that a thing concerns: a flow counts for both its ends. */
export function elementsOf(graph: Graph, space: Space, i: number): readonly number[] {
  if (space === "element") return [i];
  if (space === "flow") return [graph.flowFrom[i] as number, graph.flowTo[i] as number];
  const on =
    space === "entry-point" ? graph.entryPointOn[i] : space === "dependency" ? graph.dependencyElement[i] : undefined;
  return on === undefined || on < 0 ? [] : [on];
}

/** The zone that answers for a thing: an element's home; a flow's target; an entry point's or dependency's element. -1 for none. */
export function homeZone(graph: Graph, space: Space, i: number): number {
  switch (space) {
    case "element":
      return graph.zoneOf[i] as number;
    case "flow": {
      const to = graph.zoneOf[graph.flowTo[i] as number] as number;
      return to >= 0 ? to : (graph.zoneOf[graph.flowFrom[i] as number] as number);
    }
    case "entry-point":
      return zoneOfElement(graph, graph.entryPointOn[i] as number);
    case "dependency":
      return zoneOfElement(graph, graph.dependencyElement[i] as number);
    case "zone":
      return i;
    default:
      return -1;
  }
}

function zoneOfElement(graph: Graph, element: number): number {
  return element < 0 ? -1 : (graph.zoneOf[element] as number);
}
