// What others do never interrupts a running drag or pan: it is drawn when that is over.
import { useRef } from "react";
import { isBusy, useCanvas } from "../canvas-store.ts";

/** The newest value; while something is dragged, or the drawing is panned, the one that there was when that began. */
export function useUnheld<T>(newest: T): T {
  const busy = useCanvas(isBusy);
  const shown = useRef(newest);
  if (!busy || shown.current === undefined) shown.current = newest;
  return shown.current;
}
