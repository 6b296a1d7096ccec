// A pointer that went down: it moves at most once a frame, the view follows it at the edges, Escape takes it back.
import type { Point } from "@parapet/reports/dfd";

export interface Pane {
  readonly toScene: (at: Point) => Point;
  readonly panBy: (by: Point) => void;
  readonly bounds: () => DOMRect | undefined;
}

export interface Gesture {
  /** The pointer moved far enough to mean it. */
  readonly begin: () => void;
  /** Where the pointer is in the scene. */
  readonly move: (at: Point) => void;
  readonly end: (at: Point) => void;
  readonly cancel: () => void;
}

/** A hand that trembles drags nothing. */
const threshold = 3;
const edge = 40;
const fastest = 15;

export function followPointer(down: PointerEvent, pane: Pane, gesture: Gesture): void {
  let at = pixelOf(down);
  let begun = false;
  let frame = 0;
  const away = ({ clientX, clientY }: PointerEvent) =>
    Math.abs(clientX - down.clientX) + Math.abs(clientY - down.clientY) >= threshold;
  const step = () => {
    frame = 0;
    const by = towardsEdge(at, pane.bounds());
    if (by) {
      pane.panBy(by);
      frame = requestAnimationFrame(step);
    }
    gesture.move(pane.toScene(at));
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId || (!begun && !away(event))) return;
    at = pixelOf(event);
    if (!begun) gesture.begin();
    begun = true;
    if (frame === 0) frame = requestAnimationFrame(step);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onCancel);
    window.removeEventListener("keydown", onKey, true);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    stop();
    if (begun) gesture.end(pane.toScene(pixelOf(event)));
  };
  const onCancel = () => {
    stop();
    if (begun) gesture.cancel();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onCancel);
  window.addEventListener("keydown", onKey, true);
}

/** Whole pixels: what moves by these need not be drawn anew. */
export function pixelOf({ clientX, clientY }: Pick<PointerEvent, "clientX" | "clientY">): Point {
  return { x: Math.round(clientX), y: Math.round(clientY) };
}

function towardsEdge({ x, y }: Point, bounds: DOMRect | undefined): Point | undefined {
  if (!bounds) return undefined;
  const by = { x: speed(x - bounds.left, bounds.right - x), y: speed(y - bounds.top, bounds.bottom - y) };
  return by.x === 0 && by.y === 0 ? undefined : by;
}

/** The nearer the edge the faster, and away from it. */
function speed(before: number, after: number): number {
  if (before < edge) return (Math.min(edge, edge - before) / edge) * fastest;
  if (after < edge) return (-Math.min(edge, edge - after) / edge) * fastest;
  return 0;
}
