// What a layout engine is given and what it gives back: the port that the elk adapter stands for.
import { asBefore, type Diagram } from "@parapet/core";
import type { Box, Point } from "./geometry.ts";
import type { DiagramFlow, DiagramGraph } from "./graph.ts";
import { type MeasuredLabel, type Measures, measure } from "./measure.ts";

/** What a layout engine is given: sizes and ends, no words. Plain data; its digest is the key of the layout cache. */
export interface LayoutGraph {
  readonly elements: readonly LayoutElement[];
  readonly zones: readonly LayoutZone[];
  readonly flows: readonly LayoutFlow[];
}
export interface LayoutElement {
  readonly id: string;
  readonly zone?: string;
  readonly width: number;
  readonly height: number;
}
export interface LayoutZone {
  readonly id: string;
  readonly in?: string;
  /** The zone may not be narrower than the tab that names it, nor smaller than a person made it. */
  readonly minWidth: number;
  readonly minHeight: number;
}
export interface LayoutFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly labelWidth: number;
  readonly labelHeight: number;
}

/** Boxes in absolute pixels. */
export interface Placing {
  readonly elements: Readonly<Record<string, Box>>;
  readonly zones: Readonly<Record<string, Box>>;
  /** Where the positions of a zone's members count from; the corner of the zone's box unless told. A zone may reach further left and up. */
  readonly origins?: Readonly<Record<string, Point>>;
}

/** Positions and orthogonal routes in absolute pixels from the top left corner. Plain data, so it can be cached as JSON. */
export interface LayoutResult extends Placing {
  readonly width: number;
  readonly height: number;
  readonly flows: Readonly<Record<string, LayoutRoute>>;
}
export interface LayoutRoute {
  readonly points: readonly Point[];
  /** The centre that the engine kept free for the label. */
  readonly label?: Point;
}

/** A layout engine; the elk adapter is one. */
export type LayoutPort = (graph: LayoutGraph) => Promise<LayoutResult>;

/** Positions and sizes that a person gave, as diagram.yaml keeps them: relative to the zone `in`, or to the drawing. */
export type Arrangement = Pick<Diagram, "positions" | "sizes">;

/** The room that a zone keeps between its border and what lies in it. */
export const zonePadding = { top: 48, side: 28, bottom: 30 } as const;
/** The smallest zone, for one with nothing in it. */
export const emptyZone = { width: 150, height: 84 } as const;

/** No size is larger; it keeps a broken file from asking for a drawing of any size. */
const largest = 20_000;

function sizeOf(least: number, given: number | undefined): number {
  return Math.max(least, Math.min(largest, given ?? 0));
}

/** What a layout engine needs of a graph. */
export function layoutGraph(
  graph: DiagramGraph,
  measures: Measures = measure(graph),
  sizes: Arrangement["sizes"] = {},
): LayoutGraph {
  return {
    elements: graph.elements.map((element) => {
      const own = measures.elements.get(element.id) ?? { width: 172, height: 60 };
      const given = sizes[element.id];
      return {
        id: element.id,
        ...(element.zone === undefined ? {} : { zone: element.zone }),
        width: sizeOf(own.width, given?.width),
        height: sizeOf(own.height, given?.height),
      };
    }),
    zones: graph.zones.map((zone) => ({
      id: zone.id,
      ...(zone.in === undefined ? {} : { in: zone.in }),
      minWidth: sizeOf(Math.max(emptyZone.width, (measures.tabs.get(zone.id)?.room ?? 0) + 16), sizes[zone.id]?.width),
      minHeight: sizeOf(emptyZone.height, sizes[zone.id]?.height),
    })),
    flows: graph.flows.map((flow) => layoutFlow(flow, measures.labels.get(flow.id))),
  };
}

const layoutFlow = asBefore<DiagramFlow, MeasuredLabel | undefined, LayoutFlow>(
  ({ id, from, to }, label) => ({
    id,
    from,
    to,
    labelWidth: label?.room.width ?? 0,
    labelHeight: label?.room.height ?? 0,
  }),
  (a, b) => a === b,
);
