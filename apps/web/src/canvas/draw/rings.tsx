// What is selected: a ring round things, a broad line along flows. Where they lie, nothing jumps to the front.
import type { Scene, SceneShape } from "@parapet/reports/dfd";
import { memo } from "react";
import { useCanvas } from "../canvas-store.ts";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";

export interface RingsProps {
  readonly scene: Scene;
  readonly selected: ReadonlySet<string>;
}

export const SelectedFlows = memo(function SelectedFlows({ scene, selected }: RingsProps) {
  const lifted = useCanvas((state) => state.lifted?.flows);
  const paths = scene.paths.filter(({ id }) => selected.has(id) && !lifted?.has(id));
  if (paths.length === 0) return null;
  return (
    <Layer className={layer.flow} aria-hidden="true">
      {paths.map(({ key, points }) => (
        <Along key={key} points={points} />
      ))}
    </Layer>
  );
});

/** The broad line along a flow. */
export function Along({ points }: Pick<Scene["paths"][number], "points">) {
  const line = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
  return <path d={line} fill="none" className="stroke-accent" strokeWidth={6} strokeOpacity={0.35} />;
}

export const Rings = memo(function Rings({ scene, selected }: RingsProps) {
  const lifted = useCanvas((state) => state.lifted);
  const from = useCanvas((state) => state.connectFrom);
  const over = useCanvas((state) => state.connecting?.over);
  const rings = scene.shapes.filter(
    ({ id }) => (selected.has(id) || id === from || id === over) && !lifted?.ids.has(id),
  );
  const labels = scene.labels.filter(({ of }) => selected.has(of) && !lifted?.flows.has(of));
  if (rings.length + labels.length === 0) return null;
  return (
    <Layer className={layer.front} aria-hidden="true">
      {rings.map((shape) => (
        <Ring key={shape.key} shape={shape} dashed={shape.id === from || shape.id === over} />
      ))}
      {labels.map(({ key, box }) => (
        <rect key={key} {...grown(box, 2)} rx={5} fill="none" className="stroke-accent" strokeWidth={2} />
      ))}
    </Layer>
  );
});

/** The ring round an element, or along the border of a zone. */
export function Ring({ shape, dashed = false }: { readonly shape: SceneShape; readonly dashed?: boolean }) {
  const zone = shape.kind === "zone";
  return (
    <rect
      {...grown(shape.box, zone ? 0 : 4)}
      rx={zone ? 4 : 8}
      fill="none"
      className="stroke-accent"
      strokeWidth={zone ? 3 : 2}
      strokeOpacity={zone ? 0.6 : 1}
      {...(dashed && { strokeDasharray: "4 3" })}
    />
  );
}

function grown({ x, y, width, height }: SceneShape["box"], by: number): SceneShape["box"] {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
