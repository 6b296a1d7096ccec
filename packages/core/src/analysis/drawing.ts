// What a diagram draws of a document, without an analysis: a canvas follows an edit at once, and what is wrong with it comes after.
import { graphOf } from "../decomposition/index.ts";
import { asBefore, perObject } from "../model/as-before.ts";
import type { Document } from "../model/document.ts";
import type { Entry } from "../model/effective.ts";
import type { Element } from "../model/element.ts";
import type { Flow } from "../model/flow.ts";
import type { Zone } from "../model/zone.ts";
import type { ElementView, FlowView, SurfaceEntry, ZoneView } from "./result.ts";
import {
  type ElementPlace,
  elementView,
  elementViews,
  type FlowPlace,
  flowView,
  flowViews,
  type ZonePlace,
  zoneView,
  zoneViews,
} from "./views.ts";

export interface Drawing {
  readonly system: string;
  readonly elements: readonly Omit<ElementView, "exposure">[];
  readonly flows: readonly FlowView[];
  readonly zones: readonly ZoneView[];
  readonly entryPoints: readonly Pick<SurfaceEntry, "id" | "on">[];
  /** The titles of the data that flows carry, by id. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * Elements, flows with their crossings, and zones as they are drawn; with `feature`, also what that adds. Linear in the model. What is
 * drawn as it was before is the very object that it was.
 */
export function drawingOf(document: Document, feature?: string): Drawing {
  const graph = graphOf(document, feature);
  const { ids, entries } = graph.entryPoints;
  return {
    system: document.model.system,
    elements: elementViews(graph, () => "internal", elementAsBefore).map(withoutExposure),
    flows: flowViews(graph, flowAsBefore),
    zones: zoneViews(graph, zoneAsBefore),
    data: Object.fromEntries(graph.data.ids.map((id, i) => [id, graph.data.entries[i]?.value.title ?? id])),
    entryPoints: ids.flatMap((id, i) => {
      const on = entries[i]?.value.on;
      return on === undefined ? [] : [{ id, on }];
    }),
  };
}

const withoutExposure = perObject(({ exposure: _, ...element }: ElementView) => element);

const elementAsBefore = asBefore<Entry<Element>, ElementPlace, ElementView>(
  elementView,
  (a, b) => a.id === b.id && a.kind === b.kind && a.zone === b.zone,
);

const flowAsBefore = asBefore<Entry<Flow>, FlowPlace, FlowView>(
  flowView,
  (a, b) => a.id === b.id && a.from === b.from && a.to === b.to && isSameList(a.crossed, b.crossed),
);

const zoneAsBefore = asBefore<Entry<Zone>, ZonePlace, ZoneView>(
  zoneView,
  (a, b) => a.id === b.id && a.parent === b.parent,
);

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
