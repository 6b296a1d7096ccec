// The canvas draws the scene itself, in a few layers; the library that pans and zooms knows one node: where the scene is.
import type { Scene } from "@parapet/reports/dfd";
import type { Node } from "@xyflow/react";

/** Back to front as the layers of the scene are: bodies of zones, flows, elements, then tabs and labels; then what is dragged. */
export const layer = {
  zone: "z-0",
  flow: "z-100",
  element: "z-200",
  front: "z-300",
  handles: "z-400",
  dragged: "z-500",
} as const;

const nothing = () => null;

/** The one kind of node: nothing is drawn for it. */
export const nodeTypes = { extent: nothing };

/** Where the scene is, for what fits it into the view. */
export function extentOf({ origin, width, height }: Pick<Scene, "origin" | "width" | "height">): Node[] {
  return [
    {
      id: "extent",
      type: "extent",
      position: origin,
      width: Math.max(width, 1),
      height: Math.max(height, 1),
      data: {},
      draggable: false,
      selectable: false,
      focusable: false,
      connectable: false,
      style: { pointerEvents: "none" },
    },
  ];
}
