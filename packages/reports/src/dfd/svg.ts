// The scene as a self-contained SVG file: no script, no external font, the same bytes every time.
import { tiers } from "@parapet/core";
import {
  type Drawn,
  drawBadge,
  drawBody,
  drawFace,
  drawFlow,
  drawLabel,
  drawRule,
  drawSign,
  drawText,
  type Ink,
} from "./drawing.ts";

import { type Scene, type SceneShape, tabKey } from "./scene-types.ts";
import { n } from "./strokes.ts";
import { type Colour, colourOf, light, type Theme } from "./theme.ts";

export interface SvgOptions {
  readonly theme?: Theme;
  /** Put before every id in the file, for pages that hold several diagrams. */
  readonly idPrefix?: string;
}

interface Pen {
  readonly theme: Theme;
  readonly prefix: string;
}

/** Draws a scene as SVG text. */
export function toSvg(scene: Scene, options: SvgOptions = {}): string {
  const pen: Pen = { theme: options.theme ?? light, prefix: options.idPrefix ?? "dfd-" };
  const parts = new Map<string, string>([
    ...scene.shapes.map((shape) => [shape.key, shapeGroup(shape, pen)] as const),
    ...scene.shapes.flatMap((shape) =>
      shape.tab ? [[tabKey(shape), `<g>${written(drawFace(shape), pen)}</g>`] as const] : [],
    ),
    ...scene.paths.map((path) => [path.key, group(path, drawFlow(path), pen)] as const),
    ...scene.labels.map(
      (label) => [label.key, `<g id="${idOf(label.key, pen)}">${written(drawLabel(label), pen)}</g>`] as const,
    ),
  ]);
  const { theme, prefix } = pen;
  const { x, y } = scene.origin;
  const size = `width="${n(scene.width)}" height="${n(scene.height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(x)} ${n(y)} ${n(scene.width)} ${n(scene.height)}" ${size} role="img" aria-labelledby="${prefix}title ${prefix}desc" font-family="${escapeXml(theme.fonts)}">`,
    `<title id="${prefix}title">${escapeXml(scene.title)}: data flow diagram</title>`,
    `<desc id="${prefix}desc">${escapeXml(scene.description)}</desc>`,
    hatches(scene, pen),
    `<rect x="${n(x)}" y="${n(y)}" ${size} fill="${theme.ground}"/>`,
    ...scene.layers.flatMap((layer) => layer.keys.map((key) => parts.get(key) ?? "")),
    frameGroup(scene, pen),
    "</svg>\n",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Escapes text for XML content and attributes; characters that XML does not allow become a replacement sign. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function idOf(key: string, pen: Pen): string {
  return escapeXml(pen.prefix + key.replace(":", "-"));
}

function shapeGroup(shape: SceneShape, pen: Pen): string {
  return group(shape, shape.tab ? drawBody(shape) : [...drawBody(shape), ...drawFace(shape)], pen);
}

function group(
  part: { readonly key: string; readonly title: string; readonly description: string },
  drawn: readonly Drawn[],
  pen: Pen,
): string {
  const said = part.description === "" ? part.title : `${part.title}. ${part.description}.`;
  return `<g id="${idOf(part.key, pen)}"><title>${escapeXml(said)}</title>${written(drawn, pen)}</g>`;
}

function written(drawn: readonly Drawn[], pen: Pen): string {
  return drawn.map((one) => tag(one, pen)).join("");
}

function tag(one: Drawn, pen: Pen): string {
  switch (one.is) {
    case "box": {
      const { x, y, width, height } = one.box;
      const round = one.round > 0 ? ` rx="${n(one.round)}"` : "";
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${round}${look(one, pen)}/>`;
    }
    case "path":
      return `<path d="${one.d}"${look(one, pen)} stroke-linejoin="round"/>`;
    case "disc":
      return `<circle cx="${n(one.at.x)}" cy="${n(one.at.y)}" r="${n(one.radius)}"${look(one, pen)}/>`;
    case "text": {
      const anchor = one.anchor === "start" ? "" : ` text-anchor="${one.anchor}"`;
      const weight = one.weight === 400 ? "" : ` font-weight="${one.weight}"`;
      return `<text x="${n(one.at.x)}" y="${n(one.at.y)}" font-size="${n(one.size)}"${weight}${anchor} fill="${paint(one.fill, pen)}">${escapeXml(one.text)}</text>`;
    }
  }
}

function look(one: Exclude<Drawn, { is: "text" }>, pen: Pen): string {
  const stroke = one.stroke ? ` stroke="${paint(one.stroke, pen)}" stroke-width="${n(one.width ?? 1)}"` : "";
  const dash = one.dash ? ` stroke-dasharray="${one.dash}"` : "";
  return ` fill="${paint(one.fill, pen)}"${stroke}${dash}`;
}

function paint(ink: Drawn["fill"], pen: Pen): string {
  const colour: Colour = colourOf(ink, pen.theme);
  return colour.hatched ? `url(#${pen.prefix}${ink})` : colour.value;
}

/** The hatched grounds that the scene has. */
function hatches(scene: Scene, pen: Pen): string {
  const parts = [...scene.shapes, ...scene.labels];
  const badges = parts.flatMap((part) => part.badges).concat(scene.frame.badges);
  const used = tiers.filter((tier) => badges.some((badge) => badge.kind === "asked" && badge.tier === tier));
  const inks: readonly Ink[] = [
    ...used.map((tier) => `hatch-${tier}` as const),
    ...(parts.some((part) => part.marks.some((mark) => mark.value === "unknown")) ? (["hatch"] as const) : []),
  ];
  if (inks.length === 0) return "";
  const patterns = inks.map(
    (ink) =>
      `<pattern id="${pen.prefix}${ink}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${pen.theme.ground}"/><rect width="2.2" height="5" fill="${colourOf(ink, pen.theme).value}"/></pattern>`,
  );
  return `<defs>${patterns.join("")}</defs>`;
}

function frameGroup(scene: Scene, pen: Pen): string {
  const { frame } = scene;
  const parts = [
    frame.rule ? written([drawRule(frame.rule)], pen) : "",
    written(frame.shapes.flatMap(drawBody), pen),
    ...frame.paths.map((path) => `<g>${written(drawFlow(path), pen)}</g>`),
    written(frame.badges.flatMap(drawBadge), pen),
    written(
      frame.signs.map((sign) => drawSign(sign)),
      pen,
    ),
    written(frame.texts.map(drawText), pen),
  ];
  const all = parts.join("");
  return all === "" ? "" : `<g>${all}</g>`;
}
