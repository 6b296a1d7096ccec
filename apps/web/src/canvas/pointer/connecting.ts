// A flow drawn by hand: from the edge of an element to the element where the pointer comes up.
import type { Point } from "@parapet/reports/dfd";
import { useCanvas } from "../canvas-store.ts";
import { betweenElements } from "../scene/between-elements.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import type { Gesture } from "./gesture.ts";
import { elementAt } from "./picking.ts";

/** `reach`: how far beside an element the pointer still means it. */
export function connectGesture(from: string, start: Point, drawing: () => Drawing, reach: number): Gesture {
  const over = (end: Point) => {
    const found = elementAt(drawing().scene, end, reach);
    return found === from ? undefined : found;
  };
  const done = () => useCanvas.setState({ connecting: undefined, hovered: undefined });
  return {
    begin: () => useCanvas.setState({ connecting: { from, start, end: start, over: undefined } }),
    move: (end) => useCanvas.setState({ connecting: { from, start, end, over: over(end) } }),
    end: (end) => {
      const to = over(end);
      const at = to === undefined ? undefined : betweenElements(drawing(), from, to);
      done();
      if (to !== undefined && at) useCanvas.setState({ adding: { kind: "flow", from, to, at } });
      // Let go where there is nothing: a new element, and then the flow to it.
      else if (elementAt(drawing().scene, end, reach) === undefined)
        useCanvas.setState({ adding: { kind: "process", at: end, from } });
    },
    cancel: done,
  };
}
