// The flows: one layer between the bodies of zones and the elements, tile by tile. What a drag bends is drawn by the drag.
import { drawFlow, type ScenePath } from "@parapet/reports/dfd";
import { type KeyboardEvent, memo, useMemo } from "react";
import { useCanvas } from "../canvas-store.ts";
import { bundleForms, bundlesOf, isVast } from "../scene/overview.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import type { Detail } from "./detail.ts";
import { Drawn } from "./drawn.tsx";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { merged } from "./merged.ts";
import { coverOf, type Tile } from "./tiles.ts";
import { useDetail, useFarSize, useLeft, useTiles } from "./use-view.ts";
import { idOf } from "./zone-layer.tsx";

export interface FlowLayerProps {
  readonly paths: readonly ScenePath[];
  readonly drawing: Pick<Drawing, "graph" | "layout">;
}

export const FlowLayer = memo(function FlowLayer({ paths, drawing }: FlowLayerProps) {
  const detail = useDetail();
  if (detail === "far" && isVast(drawing.graph)) return <Bundles drawing={drawing} />;
  return <AllFlows paths={paths} detail={detail} />;
});

function AllFlows({ paths, detail }: { readonly paths: readonly ScenePath[]; readonly detail: Detail }) {
  const tiles = useTiles(paths, coverOf);
  return (
    <Layer className={layer.flow} aria-hidden="true">
      {tiles.map((tile) => (
        <Flows key={tile.key} tile={tile} detail={detail} />
      ))}
    </Layer>
  );
}

function Bundles({ drawing: { graph, layout } }: Pick<FlowLayerProps, "drawing">) {
  const size = useFarSize();
  const bundles = useMemo(() => bundlesOf(graph, layout), [graph, layout]);
  const forms = useMemo(() => bundleForms(bundles, size), [bundles, size]);
  return (
    <Layer className={layer.flow} aria-hidden="true">
      <Drawn forms={forms} />
    </Layer>
  );
}

const Flows = memo(function Flows({ tile, detail }: { readonly tile: Tile<ScenePath>; readonly detail: Detail }) {
  const lifted = useCanvas((state) => state.lifted?.flows);
  const left = useLeft(tile.things, lifted, idOf);
  const forms = useMemo(() => flowForms(left, detail), [left, detail]);
  return <Drawn forms={forms} />;
});

/** Lines, gates, heads and dots of flows, each look once. From far, gates and dots are too small to be seen. */
export function flowForms(paths: readonly ScenePath[], detail: Detail): ReturnType<typeof merged> {
  const forms = paths.flatMap(drawFlow);
  return merged(detail === "far" ? forms.filter(({ is }) => is === "path") : forms);
}

/** True for the keys that press a button. */
export function presses({ key }: KeyboardEvent): boolean {
  return key === "Enter" || key === " ";
}
