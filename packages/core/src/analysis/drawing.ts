// What a diagram draws of a document, without an analysis: a canvas follows an edit at once, and what is wrong with it comes after.
import { graphOf } from "../decomposition/index.ts";
import { perObject } from "../model/as-before.ts";
import type { Document } from "../model/document.ts";
import type { ElementView, FlowView, SurfaceEntry, ZoneView } from "./result.ts";
import { elementViews, flowViews, zoneViews } from "./views.ts";

export interface Drawing {
  readonly system: string;
  readonly elements: readonly Omit<ElementView, "exposure">[];
  readonly flows: readonly FlowView[];
  readonly zones: readonly ZoneView[];
  readonly entryPoints: readonly Pick<SurfaceEntry, "id" | "on">[];
  /** The titles of the data that flows carry, by id. */
  readonly data: Readonly<Record<string, string>>;
}

const withoutExposure = perObject(({ exposure: _, ...element }: ElementView) => element);

/** Elements, flows with their crossings, and zones as they are drawn; with `feature`, also what that adds. Linear in the model. */
export function drawingOf(document: Document, feature?: string): Drawing {
  const graph = graphOf(document, feature);
  const { ids, entries } = graph.entryPoints;
  return {
    system: document.model.system,
    elements: elementViews(graph, () => "internal").map(withoutExposure),
    flows: flowViews(graph),
    zones: zoneViews(graph),
    data: Object.fromEntries(graph.data.ids.map((id, i) => [id, graph.data.entries[i]?.value.title ?? id])),
    entryPoints: ids.flatMap((id, i) => {
      const on = entries[i]?.value.on;
      return on === undefined ? [] : [{ id, on }];
    }),
  };
}
