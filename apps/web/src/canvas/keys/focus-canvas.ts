// The keyboard's place on the canvas: one stop for Tab, which the boxes that open on it give the focus back to.
import { type FocusEvent, useEffect, useState } from "react";
import { useCanvas } from "../canvas-store.ts";

/** Marks the canvas for those who look for it. */
export const canvasMark = "data-canvas";

/** Gives the keyboard back to the canvas, for whoever typed something on it. */
function focusCanvas(): void {
  document.querySelector<HTMLElement>(`[${canvasMark}]`)?.focus({ preventScroll: true });
}

/** An empty drawing takes the keyboard when nothing has it, or the pane that it lies in: it says "press P", and P must do something. */
export function useKeyboardOnEmpty(empty: boolean): void {
  useEffect(() => {
    const canvas = document.querySelector(`[${canvasMark}]`);
    if (empty && document.activeElement?.contains(canvas)) focusCanvas();
  }, [empty]);
}

/** What had the keyboard when a box opened gets it back when the box is done; the canvas does when it is gone. */
export function useFocusBefore(): () => void {
  const [before] = useState(() => document.activeElement);
  return () => {
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    else focusCanvas();
  };
}

/** Who comes from elsewhere by Tab stands before the diagram; who comes back from a box on it or from the inspector walks on. */
export function arrives({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
  if (target !== currentTarget || !(relatedTarget instanceof HTMLElement)) return;
  if (!currentTarget.contains(relatedTarget) && !relatedTarget.closest("#inspector"))
    useCanvas.setState({ walking: false });
}

/** True for a press on the drawing, not on what takes the keyboard itself. */
export function isDrawing(target: EventTarget): boolean {
  return (
    target instanceof Element && target.closest("input, textarea, select, button, a, summary, [cmdk-root]") === null
  );
}
