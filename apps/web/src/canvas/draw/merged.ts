// Fewer forms that look the same: rectangles, discs and lines of one look become one path. A browser draws ten thousand forms in a few.
import type { Drawn, Look } from "@parapet/reports/dfd";

/** The forms with those of one look as one path, in the order in which the looks come first; texts last, each for itself. */
export function merged(forms: readonly Drawn[]): readonly Drawn[] {
  const looks = new Map<string, { readonly look: Look; readonly parts: string[] }>();
  const texts: Drawn[] = [];
  for (const form of forms) {
    if (form.is === "text") {
      texts.push(form);
      continue;
    }
    const key = `${form.fill} ${form.stroke} ${form.width} ${form.dash}`;
    const known = looks.get(key);
    if (known) known.parts.push(outlineOf(form));
    else looks.set(key, { look: lookOf(form), parts: [outlineOf(form)] });
  }
  const paths = [...looks.values()].map(({ look, parts }): Drawn => ({ is: "path", d: parts.join(""), ...look }));
  return [...paths, ...texts];
}

function lookOf({ fill, stroke, width, dash }: Look): Look {
  return {
    fill,
    ...(stroke !== undefined && { stroke }),
    ...(width !== undefined && { width }),
    ...(dash !== undefined && { dash }),
  };
}

/** The outline of a form as the `d` of a path. */
function outlineOf(form: Exclude<Drawn, { readonly is: "text" }>): string {
  if (form.is === "path") return form.d;
  if (form.is === "disc") {
    const { at, radius: r } = form;
    return `M${n(at.x - r)} ${n(at.y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
  }
  const { x, y, width, height } = form.box;
  const r = Math.min(form.round, width / 2, height / 2);
  if (r <= 0) return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`;
  const [across, down] = [n(width - 2 * r), n(height - 2 * r)];
  const turn = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${n(dx)} ${n(dy)}`;
  return `M${n(x + r)} ${n(y)}h${across}${turn(r, r)}v${down}${turn(-r, r)}h-${across}${turn(-r, -r)}v-${down}${turn(r, -r)}Z`;
}

function n(value: number): number {
  return Math.round(value * 100) / 100;
}
