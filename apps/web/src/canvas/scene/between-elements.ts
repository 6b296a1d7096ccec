// The middle between two elements: where what flows between them is typed.
import type { Point } from "@parapet/reports/dfd";
import type { Drawing } from "./use-drawing.ts";

export function betweenElements({ layout }: Pick<Drawing, "layout">, from: string, to: string): Point | undefined {
  const [a, b] = [layout.elements[from], layout.elements[to]];
  if (!a || !b) return undefined;
  return { x: (a.x + a.width / 2 + b.x + b.width / 2) / 2, y: (a.y + a.height / 2 + b.y + b.height / 2) / 2 };
}
