// Where flows are drawn from: a handle on each side of the element that is pointed at or selected, and the flow while it is drawn.
import type { Point, SceneShape } from "@parapet/reports/dfd";
import { useStore } from "@xyflow/react";
import { memo } from "react";
import { useCanvas } from "../canvas-store.ts";
import type { PointerHandlers } from "../pointer/use-pointer.ts";
import { Layer } from "./layer.tsx";
import { layer } from "./layers.ts";

export interface HandlesProps {
  readonly elements: readonly SceneShape[];
  readonly selected: ReadonlySet<string>;
  readonly pointer: PointerHandlers;
}

/** With more selected than this, handles show on the element under the pointer alone. */
const few = 3;

export const Handles = memo(function Handles({ elements, selected, pointer }: HandlesProps) {
  const hovered = useCanvas((state) => state.hovered);
  const dragging = useCanvas((state) => state.lifted !== undefined);
  const connecting = useCanvas((state) => state.connecting);
  const size = useStore(({ transform: [, , zoom] }) => sizeAt(zoom));
  if (dragging) return null;
  const shown = elements.filter(
    ({ id }) => id === hovered || id === connecting?.from || (selected.size <= few && selected.has(id)),
  );
  if (shown.length === 0) return null;
  const { onPointerOver, onPointerOut } = pointer.shapes;
  return (
    <Layer className={layer.handles} aria-hidden="true" onPointerOver={onPointerOver} onPointerOut={onPointerOut}>
      {connecting && (
        <path
          d={`M${connecting.start.x} ${connecting.start.y}L${connecting.end.x} ${connecting.end.y}`}
          className="stroke-accent"
          strokeWidth={1.6}
          fill="none"
        />
      )}
      {shown.map((shape) => (
        <g key={shape.key} data-id={shape.id}>
          {sidesOf(shape).map((at, i) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: the sides are always four
              key={i}
              cx={at.x}
              cy={at.y}
              r={size}
              className="handle nopan"
              onPointerDown={(event) => pointer.onHandle(event, shape.id, at)}
            />
          ))}
        </g>
      ))}
    </Layer>
  );
});

/** Large enough to be taken hold of, in a few steps; from so far that they would cover the element, as large as is left. */
function sizeAt(zoom: number): number {
  return Math.min(16, Math.max(5, 2 ** Math.ceil(Math.log2(4 / zoom))));
}

function sidesOf({ box: { x, y, width, height } }: SceneShape): readonly Point[] {
  return [
    { x: x + width / 2, y },
    { x: x + width, y: y + height / 2 },
    { x: x + width / 2, y: y + height },
    { x, y: y + height / 2 },
  ];
}
