// The keys of the canvas. A letter adds a kind of thing, C connects, M moves to another zone, arrows move; nothing listens while somebody types.
import type { ElementKind } from "@parapet/core";
import { useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useSelect, useSelections } from "../../data/selection.ts";
import { isTyping } from "../../frame/shortcuts.ts";
import { useCanvas } from "../canvas-store.ts";
import { fittingSlowly } from "../scene/fitting.ts";
import { fold } from "../scene/folding.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { alignByKey, group } from "./arranging.ts";
import { addAt, chooseZone, connect, copy, move, note, remove } from "./changing.ts";
import { type KeyContext, placedIds } from "./context.ts";
import { canvasMark } from "./focus-canvas.ts";
import { alongFlow, enter, keep, leave, selectAll, showCrossing, tab } from "./walking.ts";

const kinds: Readonly<Record<string, ElementKind | "zone">> = {
  e: "external-entity",
  p: "process",
  d: "data-store",
  z: "zone",
};
const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function useCanvasKeys(drawing: Drawing): (event: KeyboardEvent) => void {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const select = useSelect();
  const selections = useSelections();
  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const atCanvas = event.target instanceof Element && event.target.hasAttribute(canvasMark);
      const context: KeyContext = { drawing, selections, select, flow, t, atCanvas };
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const { ctrlKey, metaKey, altKey, shiftKey, code } = event;
      const done = altKey
        ? !ctrlKey && !metaKey && alignByKey(code, shiftKey, context)
        : ctrlKey || metaKey
          ? withCommand(key, context)
          : plain(key, shiftKey, context);
      if (done) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [drawing, selections, flow, select, t],
  );
}

function withCommand(key: string, context: KeyContext): boolean {
  const things = placedIds(context);
  if (key === "a") return selectAll(context);
  if (key !== "d" || things.length === 0) return false;
  copy(things, context);
  return true;
}

function plain(key: string, shift: boolean, context: KeyContext): boolean {
  const kind = kinds[key];
  const way = arrows[key];
  if (kind) addAt(kind, context);
  else if (way) return move(way, shift ? 4 : 1, context) || alongFlow(way, context);
  else if (key === "c") connect(context);
  else if (key === "m") return chooseZone(context);
  else if (key === "g") return group(context);
  else if (key === "n") note(context);
  else if (key === "b") return showCrossing(context);
  else if (key === "x") return keep(context);
  else if (key === "Tab") return tab(shift, context);
  else if (key === "Enter") return enter(context);
  else if (key === "Escape") return leave(context);
  else if ((key === "Delete" || key === "Backspace") && context.selections.length > 0) remove(context);
  else return looking(key, context);
  return true;
}

/** Keys that change what is seen, and nothing else. */
function looking(key: string, { flow, selections, drawing }: KeyContext): boolean {
  if (key === ".") {
    const ids = selections.map(({ id }) => id);
    return fold(ids, drawing.graph);
  }
  if (key === "f") void flow.fitView(fittingSlowly);
  else if (key === "h") useCanvas.setState(({ heat }) => ({ heat: !heat }));
  else if (key === "s") useCanvas.setState(({ seen }) => ({ seen: !seen }));
  else if (key === "o") useCanvas.setState(({ outline }) => ({ outline: !outline }));
  else if (key === "?") useCanvas.setState(({ help }) => ({ help: !help }));
  else if (key === "+" || key === "=") void flow.zoomIn();
  else if (key === "-") void flow.zoomOut();
  else return false;
  return true;
}
