// How the bodies of zones are drawn so that a browser draws many of them quickly. Pure.
import { type Drawn, drawBody, type SceneShape } from "@parapet/reports/dfd";
import type { Detail } from "./detail.ts";
import { merged } from "./merged.ts";

/**
 * The grounds of zones, then their borders. A dashed outline is dashed as a whole for each tile of the screen that it touches, a dashed
 * line only where it is seen: borders are four lines. From far no dashes can be told apart.
 */
export function zoneForms(zones: readonly SceneShape[], detail: Detail): readonly Drawn[] {
  const bodies = zones.flatMap(drawBody);
  if (detail === "far") return merged(bodies.map(undashed));
  return bodies.flatMap((form) => (form.is === "box" ? [groundOf(form), ...sidesOf(form)] : [form]));
}

type BoxForm = Extract<Drawn, { readonly is: "box" }>;

function undashed(form: Drawn): Drawn {
  if (form.is === "text") return form;
  const { dash: _, ...rest } = form;
  return rest;
}

function groundOf({ stroke: _, width: __, dash: ___, ...ground }: BoxForm): Drawn {
  return ground;
}

function sidesOf({ box: { x, y, width, height }, stroke, width: thickness, dash }: BoxForm): readonly Drawn[] {
  if (stroke === undefined) return [];
  const look = {
    fill: "none",
    stroke,
    ...(thickness !== undefined && { width: thickness }),
    ...(dash && { dash }),
  } as const;
  const [right, bottom] = [x + width, y + height];
  const line = (x1: number, y1: number, x2: number, y2: number): Drawn => ({
    is: "path",
    d: `M${x1} ${y1}L${x2} ${y2}`,
    ...look,
  });
  return [line(x, y, right, y), line(right, y, right, bottom), line(x, bottom, right, bottom), line(x, y, x, bottom)];
}
