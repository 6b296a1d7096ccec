// What the pointer does on the canvas. The handlers stay the same functions: a canvas that gets new ones draws all its nodes again.

import type { SceneIndex } from "@parapet/reports/dfd";
import { applyNodeChanges, type Connection, type NodeChange, useReactFlow } from "@xyflow/react";
import { type Dispatch, type MouseEvent, type SetStateAction, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect } from "../data/selection.ts";
import { present, send, useWorkbench } from "../data/workbench.ts";
import { betweenElements } from "./between-elements.ts";
import { endDrag, useCanvas } from "./canvas-store.ts";
import { dropped, follow, offsets } from "./dragging.ts";
import type { CanvasNode } from "./nodes.tsx";
import { sharePointer } from "./share-pointer.ts";
import { selectionOf, titleOf } from "./title-on-canvas.ts";
import { nodesOf, sharedNodes } from "./to-nodes.ts";
import type { Drawing } from "./use-drawing.ts";

export interface HandlerParts {
  readonly drawing: Drawing;
  readonly index: SceneIndex;
  readonly selections: readonly Selection[];
  readonly ids: ReadonlySet<string>;
  readonly setNodes: Dispatch<SetStateAction<CanvasNode[]>>;
  /** True while something is dragged: what others do waits. */
  readonly dragging: { current: boolean };
}

type Pointer = MouseEvent | globalThis.MouseEvent | TouchEvent;

export function useHandlers(parts: HandlerParts) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const select = useSelect();
  const latest = useRef({ ...parts, t, select });
  useLayoutEffect(() => {
    latest.current = { ...parts, t, select };
  });
  return useMemo(() => {
    const pointerOf = (event: Pointer) => {
      const at = "clientX" in event ? event : event.changedTouches[0];
      return flow.screenToFlowPosition({ x: at?.clientX ?? 0, y: at?.clientY ?? 0 });
    };
    const drop = async (event: Pointer, moving: readonly CanvasNode[]) => {
      const { drawing, dragging, ids, setNodes, t: say } = latest.current;
      const moved = offsets(moving, drawing);
      const stored = useWorkbench.getState().document?.diagram?.positions;
      const calls = dropped(moved, pointerOf(event), drawing, stored);
      dragging.current = false;
      present({ room: "decomposition", selected: [...ids] });
      const names = Object.keys(moved).map((id) => titleOf(drawing, id));
      const title = say("canvas.moved", { things: names.slice(0, 3).join(", ") });
      const done = calls.length === 0 ? undefined : await send(title, ...calls);
      endDrag();
      if (!done?.ok) setNodes((before) => sharedNodes(before, nodesOf(drawing.scene, ids)));
    };
    return {
      onNodesChange: (changes: NodeChange<CanvasNode>[]) => {
        const { select: choose, selections, drawing, setNodes } = latest.current;
        const marks = changes.filter((change) => change.type === "select");
        if (marks.length > 0) choose(...selectionAfter(selections, marks, drawing));
        const rest = changes.filter((change) => change.type === "position" || change.type === "dimensions");
        if (rest.length > 0) setNodes((all) => applyNodeChanges(rest, all));
      },
      onNodeDragStart: () => {
        latest.current.dragging.current = true;
      },
      onNodeDrag: (event: Pointer, _: CanvasNode, moving: readonly CanvasNode[]) => {
        const { drawing, index } = latest.current;
        const moved = offsets(moving, drawing);
        follow(moved, pointerOf(event), drawing, index);
        sharePointer(pointerOf(event), moved);
      },
      onNodeDragStop: (event: Pointer, _: CanvasNode, moving: readonly CanvasNode[]) => void drop(event, moving),
      onNodeClick: (event: MouseEvent, node: CanvasNode) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) return;
        latest.current.select(selectionOf(latest.current.drawing, node.id));
      },
      onPaneClick: () => latest.current.select(),
      onPaneMouseMove: (event: MouseEvent) => sharePointer(pointerOf(event)),
      onConnectStart: () => useCanvas.setState({ connecting: true }),
      onConnectEnd: () => useCanvas.setState({ connecting: false }),
      onConnect: ({ source, target }: Connection) => {
        const at = source === target ? undefined : betweenElements(latest.current.drawing, source, target);
        if (at) useCanvas.setState({ adding: { kind: "flow", from: source, to: target, at } });
      },
    };
  }, [flow]);
}

function selectionAfter(
  before: readonly Selection[],
  marks: readonly { readonly id: string; readonly selected: boolean }[],
  drawing: Drawing,
): readonly Selection[] {
  const left = new Map(before.map((one) => [one.id, one]));
  for (const { id, selected } of marks) {
    if (selected) left.set(id, selectionOf(drawing, id));
    else left.delete(id);
  }
  return [...left.values()];
}
