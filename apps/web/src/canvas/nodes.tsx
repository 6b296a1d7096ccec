// The things of the scene as nodes: bodies of zones, elements with their handles, and in front the tabs of zones and the labels of flows.
import { drawBody, drawFace, drawLabel, type SceneLabel, type SceneShape } from "@parapet/reports/dfd";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { clsx } from "clsx";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCanvas } from "./canvas-store.ts";
import { Drawn } from "./drawn.tsx";

export type ZoneNode = Node<{ readonly shape: SceneShape }, "zone">;
export type FaceNode = Node<{ readonly shape: SceneShape }, "face">;
export type ElementNode = Node<{ readonly shape: SceneShape }, "element">;
export type LabelNode = Node<{ readonly label: SceneLabel }, "label">;
export type CanvasNode = ZoneNode | FaceNode | ElementNode | LabelNode;

interface PictureProps {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly children: ReactNode;
}

/** A part of the scene, moved to where its node is. */
function Picture({ box, children }: PictureProps) {
  return (
    <svg
      width={box.width}
      height={box.height}
      className="pointer-events-none absolute overflow-visible"
      aria-hidden="true"
    >
      <g transform={`translate(${-box.x} ${-box.y})`}>{children}</g>
    </svg>
  );
}

const border = 10;

export const Zone = memo(function Zone({ data: { shape }, selected }: NodeProps<ZoneNode>) {
  const { t } = useTranslation();
  const target = useCanvas((state) => state.target === shape.id);
  const { box, tab } = shape;
  return (
    <>
      <Picture box={box}>
        <Drawn forms={drawBody(shape)} />
      </Picture>
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

export const Face = memo(function Face({ data: { shape } }: NodeProps<FaceNode>) {
  const { box } = shape;
  return (
    <Picture box={box}>
      <Drawn forms={drawFace(shape)} />
    </Picture>
  );
});

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const;

export const Element = memo(function Element({ data: { shape }, selected }: NodeProps<ElementNode>) {
  const from = useCanvas((state) => state.connectFrom === shape.id);
  return (
    <>
      <Picture box={shape.box}>
        <Drawn forms={drawBody(shape)} />
        <Drawn forms={drawFace(shape)} />
      </Picture>
      {(selected || from) && (
        <div
          className={clsx(
            "pointer-events-none absolute -inset-1 rounded-lg border-2 border-accent",
            from && "border-dashed",
          )}
        />
      )}
      {sides.map((side) => (
        <Handle key={side} id={side} type="source" position={side} isConnectableStart isConnectableEnd />
      ))}
    </>
  );
});

export const Label = memo(function Label({ data: { label }, selected }: NodeProps<LabelNode>) {
  const moved = useCanvas((state) => state.provisional.get(label.of));
  const shown = moved?.label ?? label;
  const { box } = label;
  return (
    <>
      <Picture box={box}>
        <Drawn forms={drawLabel(shown)} />
      </Picture>
      {selected && <div className="pointer-events-none absolute -inset-0.5 rounded border-2 border-accent" />}
    </>
  );
});

export const nodeTypes = { zone: Zone, face: Face, element: Element, label: Label };
