// Adding by dragging: a kind is drawn from the tools onto the diagram, and what is let go there is named where it stands.
import type { ElementKind } from "@parapet/core";
import { dropTarget } from "@parapet/reports/dfd";
import { useReactFlow } from "@xyflow/react";
import { type PointerEvent, useRef, useState } from "react";
import { useCanvas } from "../canvas-store.ts";
import type { Drawing } from "../scene/use-drawing.ts";

/** A kind on its way, where the pointer is in the window. */
export interface Ghost {
  readonly kind: ElementKind | "zone";
  readonly x: number;
  readonly y: number;
}

/** So far the pointer goes before a press is a drag. */
const least = 6;

export function useDragToAdd(drawing: Drawing) {
  const flow = useReactFlow();
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const [ghost, setGhost] = useState<Ghost>();
  const over = ({ clientX: x, clientY: y }: PointerEvent) => {
    const at = flow.screenToFlowPosition({ x, y });
    return { at, zone: dropTarget(drawing.graph, drawing.layout, at, []) };
  };
  const end = () => {
    from.current = undefined;
    setGhost(undefined);
    useCanvas.setState({ target: undefined });
  };
  const handlers = (kind: Ghost["kind"]) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const { clientX: x, clientY: y } = event;
      if (!from.current || (!ghost && Math.hypot(x - from.current.x, y - from.current.y) < least)) return;
      setGhost({ kind, x, y });
      useCanvas.setState({ target: over(event).zone ?? null });
    },
    onPointerUp: (event: PointerEvent) => {
      const isDropped = ghost !== undefined && isOnDrawing(event);
      const { at } = over(event);
      end();
      if (isDropped) useCanvas.setState({ adding: { kind, at } });
    },
    onPointerCancel: end,
  });
  return { ghost, handlers };
}

/** Let go over the drawing, not over the tools or beside it. */
function isOnDrawing({ clientX, clientY }: PointerEvent): boolean {
  const under = document.elementFromPoint(clientX, clientY);
  return under?.closest(".react-flow") !== null && under?.closest("[role=toolbar]") === null;
}
