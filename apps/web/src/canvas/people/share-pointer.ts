// Tells the others where the pointer is, and what it drags: at most every 50 ms.
import type { Point } from "@parapet/reports/dfd";
import { present } from "../../data/workbench.ts";

const shortest = 50;
let last = 0;

export function sharePointer(pointer: Point, drag?: Readonly<Record<string, Point>>): void {
  const now = performance.now();
  if (now - last < shortest) return;
  last = now;
  present({ pointer, drag: drag && { ...drag } });
}
