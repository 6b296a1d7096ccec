// Brings a part of the diagram into view when it is not seen; nothing moves when it is.
import type { Box } from "@parapet/reports/dfd";
import type { ReactFlowInstance } from "@xyflow/react";
import type { Drawing } from "./use-drawing.ts";

const margin = 60;

/** The place of an element, a zone, or a flow by its label, else by the middle of its line. */
export function boxOf({ scene, layout }: Pick<Drawing, "scene" | "layout">, id: string): Box | undefined {
  const box = layout.elements[id] ?? layout.zones[id] ?? scene.labels.find(({ of }) => of === id)?.box;
  if (box) return box;
  const points = scene.paths.find((path) => path.id === id)?.points;
  const middle = points?.[Math.floor(points.length / 2)];
  return middle && { ...middle, width: 1, height: 1 };
}

/** Pans no further than it takes, without another zoom, until a box is seen clear of the edges. */
export function reveal(flow: Pick<ReactFlowInstance<never>, "getViewport" | "setViewport">, box: Box): void {
  const pane = document.querySelector(".parapet-canvas .react-flow")?.getBoundingClientRect();
  if (!pane) return;
  const { x, y, zoom } = flow.getViewport();
  const by = {
    x: shiftInto(box.x * zoom + x, box.width * zoom, pane.width),
    y: shiftInto(box.y * zoom + y, box.height * zoom, pane.height),
  };
  if (by.x !== 0 || by.y !== 0) void flow.setViewport({ x: x + by.x, y: y + by.y, zoom });
}

/** How far a stretch has to go to lie within a whole; what is longer shows its beginning. */
export function shiftInto(start: number, size: number, whole: number): number {
  const isSeen = start >= 0 && start + size <= whole;
  if (isSeen) return 0;
  if (start < 0 || size > whole - 2 * margin) return margin - start;
  return whole - margin - (start + size);
}
