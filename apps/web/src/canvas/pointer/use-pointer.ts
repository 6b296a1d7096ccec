// What the pointer does on the canvas. The handlers stay the same functions, so that nothing is drawn again for them.
import type { Point, SceneIndex } from "@parapet/reports/dfd";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect } from "../../data/selection.ts";
import { present, send, useWorkbench } from "../../data/workbench.ts";
import { endDrag, useCanvas } from "../canvas-store.ts";
import { detailAt } from "../draw/detail.ts";
import { sharePointer } from "../people/share-pointer.ts";
import { isVast } from "../scene/overview.ts";
import { selectionOf, titleOf } from "../scene/title-on-canvas.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { isPhone } from "../tools/phone.tsx";
import { connectGesture } from "./connecting.ts";
import { dropped, follow } from "./dragging.ts";
import { followPointer, type Pane, pixelOf } from "./gesture.ts";
import { lift, movedBy } from "./lifting.ts";
import { flowAt, shapesWithin } from "./picking.ts";

export interface PointerParts {
  readonly drawing: Drawing;
  readonly index: SceneIndex;
  readonly selections: readonly Selection[];
  readonly ids: ReadonlySet<string>;
}

/** How near to its line a click takes a flow, in pixels of the screen. */
const reach = 7;
/** The selection is part of the address, which holds no more than so many. */
const mostOfBundle = 40;

export function usePointer(parts: PointerParts) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const store = useStoreApi();
  const select = useSelect();
  const latest = useRef({ ...parts, t, select });
  useLayoutEffect(() => {
    latest.current = { ...parts, t, select };
  });
  return useMemo(() => {
    const pane: Pane = {
      toScene: (at) => flow.screenToFlowPosition(at, { snapToGrid: false }),
      panBy: (by) => void store.getState().panBy(by),
      bounds: () => store.getState().domNode?.getBoundingClientRect(),
    };
    const at = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) =>
      pane.toScene({ x: clientX, y: clientY });
    let draggedAt = Number.NEGATIVE_INFINITY;
    let corner: Point | undefined;

    const choose = (id: string, more: boolean) => {
      const { selections, drawing, select: chosen } = latest.current;
      if (!more) chosen(selectionOf(drawing, id));
      else if (selections.some((one) => one.id === id)) chosen(...selections.filter((one) => one.id !== id));
      else chosen(...selections, selectionOf(drawing, id));
    };

    const drag = (event: PointerEvent, id: string) => {
      const { ids } = latest.current;
      const start = pane.toScene(pixelOf(event));
      let lifted: ReturnType<typeof lift> | undefined;
      const by = (now: Point) => ({ x: now.x - start.x, y: now.y - start.y });
      followPointer(event.nativeEvent, pane, {
        begin: () => {
          const { drawing, index } = latest.current;
          lifted = lift(drawing.scene, index, ids.has(id) ? [...ids] : [id]);
          useCanvas.setState({ lifted, held: true });
        },
        move: (now) => {
          if (!lifted) return;
          follow(lifted, by(now), now, latest.current.drawing);
          sharePointer(now, movedBy(lifted, by(now)));
        },
        end: (now) => {
          draggedAt = performance.now();
          if (lifted) void drop(lifted.roots, movedBy(lifted, by(now)), now);
        },
        cancel: () => {
          draggedAt = performance.now();
          present({ drag: undefined });
          endDrag();
        },
      });
    };

    const drop = async (roots: readonly string[], moved: Readonly<Record<string, Point>>, pointer: Point) => {
      const { drawing, t: say } = latest.current;
      const stored = useWorkbench.getState().document?.diagram?.positions;
      const calls = dropped(moved, pointer, drawing, stored);
      present({ drag: undefined });
      useCanvas.setState({ target: undefined, held: false });
      const names = roots.map((id) => titleOf(drawing, id));
      const title = say("canvas.moved", { things: names.slice(0, 3).join(", ") });
      const done = calls.length === 0 ? undefined : await send(title, ...calls);
      // What is dropped stays where it is until the scene has it there.
      if (!done?.ok || latest.current.drawing !== drawing) endDrag();
    };

    return {
      shapes: {
        onMouseDown: keepFocus,
        onPointerDown: (event: PointerEvent) => {
          const id = idOf(event.target);
          if (id === undefined || event.button !== 0 || !event.isPrimary || event.shiftKey || isPhone()) return;
          (event.target as Element).setPointerCapture(event.pointerId);
          drag(event, id);
        },
        onClick: (event: MouseEvent) => {
          const id = idOf(event.target);
          if (id === undefined || performance.now() - draggedAt < 100) return;
          choose(id, event.shiftKey || event.ctrlKey || event.metaKey);
        },
        onKeyDown: (event: KeyboardEvent) => {
          const id = idOf(event.target);
          if (id === undefined || (event.key !== "Enter" && event.key !== " ")) return;
          event.preventDefault();
          choose(id, event.shiftKey);
        },
        onPointerOver: (event: PointerEvent) => {
          const hovered = idOf(event.target);
          if (hovered !== undefined) useCanvas.setState({ hovered });
        },
        onPointerOut: (event: PointerEvent) => {
          if (idOf(event.relatedTarget) === undefined) useCanvas.setState({ hovered: undefined });
        },
      },
      /** From the edge of an element a flow is drawn. */
      onHandle: (event: PointerEvent, from: string, start: Point) => {
        if (event.button !== 0 || !event.isPrimary || isPhone()) return;
        event.stopPropagation();
        (event.target as Element).setPointerCapture(event.pointerId);
        const gesture = connectGesture(from, start, () => latest.current.drawing, 30 / flow.getZoom());
        followPointer(event.nativeEvent, pane, gesture);
      },
      choose,
      pane: {
        onPaneClick: (event: MouseEvent) => {
          const { drawing, select: chosen } = latest.current;
          const zoom = flow.getZoom();
          const single = detailAt(zoom, drawing.scene.paths.length) !== "far" || !isVast(drawing.graph);
          const found = single ? flowAt(drawing.scene.paths, at(event), reach / zoom) : undefined;
          const bundle = drawing.scene.paths.find(({ id }) => id === found)?.bundles;
          // The flows of folded zones are drawn as one and chosen together.
          if (bundle) chosen(...bundle.slice(0, mostOfBundle).map((id) => ({ kind: "flow", id }) as const));
          else if (found !== undefined) choose(found, event.shiftKey || event.ctrlKey || event.metaKey);
          else chosen();
          useCanvas.setState({ spot: found === undefined ? at(event) : undefined, kept: [] });
        },
        onPaneMouseMove: (event: MouseEvent) => sharePointer(at(event)),
        onSelectionStart: (event: MouseEvent) => {
          corner = at(event);
        },
        onSelectionEnd: (event: MouseEvent) => {
          const { drawing, select: chosen } = latest.current;
          const end = at(event);
          if (!corner) return;
          const box = {
            x: Math.min(corner.x, end.x),
            y: Math.min(corner.y, end.y),
            width: Math.abs(corner.x - end.x),
            height: Math.abs(corner.y - end.y),
          };
          chosen(...shapesWithin(drawing.scene, box).map(({ id }) => selectionOf(drawing, id)));
        },
      },
    };
  }, [flow, store]);
}

export type PointerHandlers = ReturnType<typeof usePointer>;

/** A press on a thing of the diagram leaves the keyboard where it is: with the diagram as a whole. */
function keepFocus(event: MouseEvent): void {
  if (idOf(event.target) !== undefined) event.preventDefault();
}

/** The thing that a part of the page stands for. */
function idOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGElement>("[data-id]")?.dataset.id : undefined;
}
