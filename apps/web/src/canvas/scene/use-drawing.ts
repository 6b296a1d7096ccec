// The drawing as it stands: the document's elements, flows and zones where people placed them, with the heat of the last analysis.
import { drawingOf } from "@parapet/core";
import {
  type Arrangement,
  type DiagramGraph,
  diagramGraph,
  type LayoutResult,
  type Overlay,
  type Positions,
  type Scene,
} from "@parapet/reports/dfd";
import { useLayoutEffect, useMemo, useRef } from "react";
import { useWorkbench } from "../../data/workbench.ts";
import { usePicture } from "../draw/use-picture.ts";
import { foldedArrangement, foldedGraph, useFolded } from "./folding.ts";
import { foundIn, keeping } from "./found-places.ts";
import { sharedGraph } from "./sharing.ts";
import { useUnheld } from "./unheld.ts";
import { useArrangement } from "./use-arrangement.ts";
import { inView, type ViewOfDiagram } from "./view-of-diagram.ts";

export interface Drawing {
  /** What is drawn: folded zones are elements. */
  readonly graph: DiagramGraph;
  /** All that the view shows, with the inside of folded zones. */
  readonly whole: DiagramGraph;
  readonly layout: LayoutResult;
  readonly scene: Scene;
  /** What is stored of it, and what this page has from an automatic layout while nothing is stored. */
  readonly arrangement: Arrangement;
  /** True while the layout engine works: until it is done things stand in columns by the way of the data. */
  readonly provisional: boolean;
  /** True while routes are plain because the router has still to run; undefined where it never has to. */
  readonly settling?: boolean;
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
  const document = useUnheld(useWorkbench((state) => state.document));
  const analysis = useUnheld(useWorkbench((state) => state.analysis));
  const feature = useWorkbench((state) => state.feature);
  const drawnBefore = useRef<DiagramGraph>(undefined);
  const foldedBefore = useRef<DiagramGraph>(undefined);
  const drawing = useMemo(() => document && drawingOf(document, feature), [document, feature]);
  const whole = useMemo(() => {
    if (!drawing) return undefined;
    const { system, elements, flows, zones, entryPoints } = drawing;
    const threats = analysis?.threats ?? [];
    const summary = analysis?.summary ?? { open: 0, asked: 0 };
    const now = inView(
      diagramGraph({ elements, flows, zones, threats, model: { system }, summary, surface: { entryPoints } }),
      view,
    );
    drawnBefore.current = sharedGraph(drawnBefore.current, now);
    return drawnBefore.current;
  }, [drawing, analysis, view]);
  const folded = useFolded();
  const graph = useMemo(() => {
    if (!whole || folded.size === 0) return whole;
    foldedBefore.current = sharedGraph(foldedBefore.current, foldedGraph(whole, folded));
    return foldedBefore.current;
  }, [whole, folded]);
  const known = useArrangement(document, whole, analysis !== undefined);
  const awaited = analysis === undefined;
  const found = useRef<Positions>({});
  // A view hides things whose place must stay free, and a provisional layout is none to be kept.
  const keeps = known !== undefined && view === undefined;
  const subject = useMemo(() => {
    if (!graph || !whole) return undefined;
    const shown: Overlay = { ...overlay, inPlace: true, ...(!heat && { heat: noHeat }) };
    const arrangement = foldedArrangement(keeping(known ?? {}, keeps ? found.current : {}), folded);
    return { graph, whole, arrangement, overlay: shown, provisional: known === undefined, awaited };
  }, [graph, whole, folded, known, overlay, heat, keeps, awaited]);
  const drawn = usePicture(subject);
  useLayoutEffect(() => {
    if (known && keeps && drawn) found.current = { ...found.current, ...foundIn(drawn, known) };
  }, [known, keeps, drawn]);
  return drawn;
}
