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

/** Pans, without another zoom, until a box is seen. */
export function reveal(flow: Pick<ReactFlowInstance<never>, "getViewport" | "setCenter">, box: Box): void {
  const pane = document.querySelector(".parapet-canvas .react-flow")?.getBoundingClientRect();
  if (!pane) return;
  const { x, y, zoom } = flow.getViewport();
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  const fits = (start: number, size: number, whole: number) =>
    start >= 0 && (start + size <= whole || size > whole - 2 * margin);
  if (fits(left, box.width * zoom, pane.width) && fits(top, box.height * zoom, pane.height)) return;
  void flow.setCenter(box.x + box.width / 2, box.y + Math.min(box.height, pane.height / zoom - 2 * margin) / 2, {
    zoom,
  });
}
