// What others do never interrupts a running drag: it is drawn when the drag is over.
import { useRef } from "react";
import { useCanvas } from "../canvas-store.ts";

/** The newest value; while something is dragged, the one that there was when the drag began. */
export function useUnheld<T>(newest: T): T {
  const held = useCanvas((state) => state.held);
  const shown = useRef(newest);
  if (!held || shown.current === undefined) shown.current = newest;
  return shown.current;
}
