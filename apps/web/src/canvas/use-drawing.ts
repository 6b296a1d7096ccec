// The drawing as it stands: the document's elements, flows and zones where people placed them, with the heat of the last analysis.
import { type Document, drawingOf } from "@parapet/core";
import {
  type Arrangement,
  arrangementOf,
  type DiagramGraph,
  diagramGraph,
  isArranged,
  type LayoutResult,
  layoutDiagram,
  type Overlay,
  type Positions,
  type Scene,
  scene,
} from "@parapet/reports/dfd";
import { useEffect, useMemo, useRef, useState } from "react";
import { layoutEngine } from "../data/layout-engine.ts";
import { useWorkbench } from "../data/workbench.ts";
import { layoutKeeping } from "./found-places.ts";
import { sharedScene } from "./sharing.ts";
import { inView, type ViewOfDiagram } from "./view-of-diagram.ts";

export interface Drawing {
  readonly graph: DiagramGraph;
  readonly layout: LayoutResult;
  readonly scene: Scene;
  /** What is stored of it, and what this page has from an automatic layout while nothing is stored. */
  readonly arrangement: Arrangement;
  /** True while the layout engine works: until it is done things stand in columns by the way of the data. */
  readonly provisional: boolean;
}

const nothing: Overlay = {};
/** Counts of nothing: things keep the size that they have with their counts, so that turning the heat on and off moves nothing. */
const noHeat = {};

/** The drawing of the open model, through a view; undefined until the first layout is there. */
export function useDrawing(
  view: ViewOfDiagram | undefined,
  heat: boolean,
  overlay: Overlay = nothing,
): Drawing | undefined {
  const document = useWorkbench((state) => state.document);
  const analysis = useWorkbench((state) => state.analysis);
  const feature = useWorkbench((state) => state.feature);
  const graph = useMemo(() => {
    if (!document) return undefined;
    const { system, elements, flows, zones, entryPoints } = drawingOf(document, feature);
    const threats = analysis?.threats ?? [];
    const summary = analysis?.summary ?? { open: 0, asked: 0 };
    return inView(
      diagramGraph({ elements, flows, zones, threats, model: { system }, summary, surface: { entryPoints } }),
      view,
    );
  }, [document, analysis, feature, view]);
  const known = useArrangement(document, graph, analysis !== undefined);
  const last = useRef<Scene>(undefined);
  const found = useRef<Positions>({});
  return useMemo(() => {
    if (!graph) return undefined;
    // A view hides things whose place must stay free, and a provisional layout is none to be kept.
    const keeps = known !== undefined && view === undefined;
    const { arrangement, layout, found: places } = layoutKeeping(graph, known ?? {}, keeps ? found.current : {});
    if (keeps) found.current = places;
    const drawn = sharedScene(
      last.current,
      scene(graph, layout, { ...overlay, inPlace: true, ...(!heat && { heat: noHeat }) }),
    );
    last.current = drawn;
    return { graph, layout, scene: drawn, arrangement, provisional: known === undefined };
  }, [graph, known, overlay, heat, view]);
}

/** Where things are (`counted`: the counts of threats, which make things larger, are there): stored, else by the layout engine once. What it placed stays where it is while this page is open, whatever is added. */
function useArrangement(
  document: Document | undefined,
  graph: DiagramGraph | undefined,
  counted: boolean,
): Arrangement | undefined {
  const stored = document?.diagram;
  const [made, setMade] = useState<Arrangement>();
  const asking = useRef(false);
  const arranged = graph !== undefined && isArranged(graph, stored?.positions ?? {});
  const empty = graph !== undefined && graph.elements.length + graph.zones.length === 0;
  useEffect(() => {
    if (!graph || !counted || arranged || empty || made || asking.current) return;
    asking.current = true;
    void layoutDiagram(graph, { port: layoutEngine }).then(({ layout }) => {
      asking.current = false;
      // Zones reach round their members; the room that the engine kept for its own routes is not kept.
      setMade({ positions: arrangementOf(graph, layout).positions });
    });
  }, [graph, counted, arranged, empty, made]);
  return useMemo(() => {
    if (!graph) return undefined;
    if (!arranged) return made ?? (empty ? {} : undefined);
    return { positions: stored?.positions, sizes: stored?.sizes };
  }, [graph, arranged, empty, made, stored?.positions, stored?.sizes]);
}
