// The control that folds a zone, beside its tab, and opens it, in the corner of its box.
import type { DiagramGraph, Point, SceneShape } from "@parapet/reports/dfd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useCanvas } from "../canvas-store.ts";
import { fold } from "../scene/folding.ts";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";
import { useDetail } from "./use-view.ts";

export interface FoldLayerProps {
  readonly shapes: readonly SceneShape[];
  readonly graph: DiagramGraph;
}

const side = 18;

export const FoldLayer = memo(function FoldLayer({ shapes, graph }: FoldLayerProps) {
  const far = useDetail() === "far";
  const lifted = useCanvas((state) => state.lifted?.ids);
  if (far) return null;
  return (
    <Layer className={layer.handles}>
      {shapes
        .filter(({ id, kind }) => (kind === "zone" || kind === "collapsed-zone") && !lifted?.has(id))
        .map((shape) => (
          <Control key={shape.key} shape={shape} graph={graph} />
        ))}
    </Layer>
  );
});

/** Beside the tab, on the side where the zone goes on. */
export function controlAt({ box, tab }: Pick<SceneShape, "box" | "tab">): Point {
  if (!tab) return { x: box.x + box.width - side - 6, y: box.y + 9 };
  const y = tab.y + (tab.height - side) / 2;
  return tab.x > box.x ? { x: tab.x - side - 4, y } : { x: tab.x + tab.width + 4, y };
}

const Control = memo(function Control({ shape, graph }: { readonly shape: SceneShape; readonly graph: DiagramGraph }) {
  const { t } = useTranslation();
  const open = shape.kind === "zone";
  const { x, y } = controlAt(shape);
  const label = t(open ? "canvas.foldZone" : "canvas.openZone", { zone: shape.title });
  const middle = { x: x + side / 2, y: y + side / 2 };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <g
      role="button"
      tabIndex={-1}
      aria-label={label}
      aria-expanded={open}
      data-fold={shape.id}
      className="fold nopan"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => fold([shape.id], graph)}
      onKeyDown={({ key }) => (key === "Enter" || key === " ") && fold([shape.id], graph)}
    >
      <title>{label}</title>
      <rect x={x} y={y} width={side} height={side} rx={4} className="fill-ink-ground stroke-ink-accent" />
      <path
        d={`M${middle.x - 4} ${middle.y}h8${open ? "" : `M${middle.x} ${middle.y - 4}v8`}`}
        className="stroke-ink-accent"
        strokeWidth={1.6}
      />
    </g>
  );
});
