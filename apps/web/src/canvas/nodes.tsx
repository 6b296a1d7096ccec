// What can be dragged, as nodes: the bodies of zones, and elements with their handles.
import { drawBody, drawFace, type Drawn as Form, type SceneShape, shifted } from "@parapet/reports/dfd";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { clsx } from "clsx";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCanvas } from "./canvas-store.ts";
import { Drawn } from "./drawn.tsx";

export type ZoneNode = Node<{ readonly shape: SceneShape }, "zone">;
export type ElementNode = Node<{ readonly shape: SceneShape }, "element">;
export type CanvasNode = ZoneNode | ElementNode;

/** A shape as its node draws it: from its own corner, so that the browser has no further transform to keep per node. */
function fromCorner(shape: SceneShape): SceneShape {
  return shifted(shape, { x: -shape.box.x, y: -shape.box.y });
}

/** A part of the scene in the place of its node. */
function Picture({
  width,
  height,
  forms,
}: {
  readonly width: number;
  readonly height: number;
  readonly forms: readonly Form[];
}) {
  return (
    <svg width={width} height={height} className="pointer-events-none absolute overflow-visible" aria-hidden="true">
      <Drawn forms={forms} />
    </svg>
  );
}

const border = 10;

export const Zone = memo(function Zone({ data: { shape }, selected }: NodeProps<ZoneNode>) {
  const { t } = useTranslation();
  const target = useCanvas((state) => state.target === shape.id);
  const { box, tab } = shape;
  const body = useMemo(() => drawBody(fromCorner(shape)), [shape]);
  return (
    <>
      <Picture width={box.width} height={box.height} forms={body} />
      {(selected || target) && (
        <div
          className={clsx(
            "pointer-events-none absolute inset-0 rounded border-3",
            target ? "border-accent bg-accent-soft/40" : "border-accent/60",
          )}
        >
          {target && (
            <span className="absolute inset-x-0 bottom-1 text-center text-xs font-semibold text-accent">
              {t("canvas.dropHere", { zone: shape.title })}
            </span>
          )}
        </div>
      )}
      <svg width={box.width} height={box.height} className="absolute overflow-visible" aria-hidden="true">
        <rect
          className="zone-grab"
          width={box.width}
          height={box.height}
          fill="none"
          stroke="transparent"
          strokeWidth={border * 1.6}
          pointerEvents="stroke"
        />
        {tab && (
          <rect
            className="zone-grab"
            x={tab.x - box.x}
            y={tab.y - box.y}
            width={tab.width}
            height={tab.height}
            fill="transparent"
          />
        )}
      </svg>
    </>
  );
});

/** Where a flow can be drawn from and to. Only there while they may be used: each listens to every change of the canvas. */
function Handles() {
  return sides.map((side) => (
    <Handle key={side} id={side} type="source" position={side} isConnectableStart isConnectableEnd />
  ));
}

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const;

export const Element = memo(function Element({ data: { shape }, selected }: NodeProps<ElementNode>) {
  const from = useCanvas((state) => state.connectFrom === shape.id);
  const connecting = useCanvas((state) => state.connecting);
  const [near, setNear] = useState(false);
  const forms = useMemo(() => {
    const own = fromCorner(shape);
    return [...drawBody(own), ...drawFace(own)];
  }, [shape]);
  return (
    <div className="size-full" onPointerEnter={() => setNear(true)} onPointerLeave={() => setNear(false)}>
      <Picture width={shape.box.width} height={shape.box.height} forms={forms} />
      {(selected || from) && (
        <div
          className={clsx(
            "pointer-events-none absolute -inset-1 rounded-lg border-2 border-accent",
            from && "border-dashed",
          )}
        />
      )}
      {(near || selected || connecting) && <Handles />}
    </div>
  );
});

export const nodeTypes = { zone: Zone, element: Element };
