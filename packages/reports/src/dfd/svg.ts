// The scene as a self-contained SVG file: no script, no external font, the same bytes every time.
import type { Tier } from "@parapet/core";
import type { Box, Point } from "./geometry.ts";
import { storeBar } from "./measure.ts";
import { tabKey } from "./scene.ts";
import { dotRadius } from "./scene-parts.ts";
import type {
  Scene,
  SceneBadge,
  SceneGate,
  SceneHead,
  SceneLabel,
  ScenePath,
  SceneShape,
  SceneText,
} from "./scene-types.ts";
import { headPoints, shortened, signPoints } from "./strokes.ts";
import { light, type Theme } from "./theme.ts";

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
    ...scene.shapes.map(
      (shape) => [shape.key, shape.tab ? drawZoneGround(shape, pen) : drawElementGroup(shape, pen)] as const,
    ),
    ...scene.shapes.flatMap((shape) => (shape.tab ? [[tabKey(shape), drawTab(shape, shape.tab, pen)] as const] : [])),
    ...scene.paths.map((path) => [path.key, drawPath(path, pen)] as const),
    ...scene.labels.map((label) => [label.key, drawLabel(label, pen)] as const),
  ]);
  const { theme, prefix } = pen;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(scene.width)} ${n(scene.height)}" width="${n(scene.width)}" height="${n(scene.height)}" role="img" aria-labelledby="${prefix}title ${prefix}desc" font-family="${escapeXml(theme.fonts)}">`,
    `<title id="${prefix}title">${escapeXml(scene.title)}: data flow diagram</title>`,
    `<desc id="${prefix}desc">${escapeXml(scene.description)}</desc>`,
    hatches(scene, pen),
    `<rect width="${n(scene.width)}" height="${n(scene.height)}" fill="${theme.ground}"/>`,
    ...scene.zOrder.map((key) => parts.get(key) ?? ""),
    drawFrame(scene, pen),
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

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function rect(box: Box, attributes: string): string {
  return `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}" ${attributes}/>`;
}

function polygon(points: readonly Point[], attributes: string): string {
  return `<path d="M${points.map((point) => `${n(point.x)} ${n(point.y)}`).join("L")}Z" ${attributes}/>`;
}

function segment(a: Point, b: Point, attributes: string): string {
  return `<path d="M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}" ${attributes}/>`;
}

function drawText(text: SceneText, theme: Theme): string {
  const fill = text.tone === "strong" ? theme.ink : text.tone === "accent" ? theme.accent : theme.muted;
  const anchor = text.anchor === "start" ? "" : ` text-anchor="${text.anchor}"`;
  const weight = text.bold ? ' font-weight="600"' : "";
  return `<text x="${n(text.x)}" y="${n(text.y)}" font-size="${n(text.size)}"${weight}${anchor} fill="${fill}">${escapeXml(text.text)}</text>`;
}

function group(id: string, title: string, description: string, inside: readonly string[], pen: Pen): string {
  const said = description === "" ? title : `${title}. ${description}.`;
  return `<g id="${escapeXml(pen.prefix + id)}"><title>${escapeXml(said)}</title>${inside.join("")}</g>`;
}

function drawElementGroup(shape: SceneShape, pen: Pen): string {
  const inside = [drawElement(shape, pen.theme), ...drawWords(shape, pen)];
  return group(shape.key.replace(":", "-"), shape.title, shape.description, inside, pen);
}

function drawZoneGround(shape: SceneShape, pen: Pen): string {
  return group(shape.key.replace(":", "-"), shape.title, shape.description, [drawZone(shape, pen.theme)], pen);
}

function drawWords(shape: SceneShape, pen: Pen): readonly string[] {
  return [
    ...shape.texts.map((text) => drawText(text, pen.theme)),
    ...shape.badges.map((badge) => drawBadge(badge, pen)),
  ];
}

function drawZone(shape: SceneShape, theme: Theme): string {
  const fill = theme.zones[Math.min(shape.depth, theme.zones.length - 1)] ?? theme.ground;
  return rect(shape.box, `rx="4" fill="${fill}" stroke="${theme.accent}" stroke-width="1.4" stroke-dasharray="7 4"`);
}

function drawTab(shape: SceneShape, tab: Box, pen: Pen): string {
  const ground = rect(tab, `rx="4" fill="${pen.theme.ground}" stroke="${pen.theme.accent}" stroke-width="1"`);
  return `<g>${ground}${drawWords(shape, pen).join("")}</g>`;
}

function drawElement(shape: SceneShape, theme: Theme): string {
  const { box } = shape;
  const stroke = `stroke="${theme.outline}" stroke-width="1.5"`;
  if (shape.kind === "external-entity") return rect(box, `fill="${theme.external}" ${stroke}`);
  if (shape.kind === "process") {
    return rect(box, `rx="${n(Math.min(16, box.height / 2))}" fill="${theme.element}" ${stroke}`);
  }
  const { x, y, width, height } = box;
  const bar = Math.min(storeBar, width / 4);
  const right = x + width;
  return [
    rect(box, `fill="${theme.element}"`),
    rect({ x, y, width: bar, height }, `fill="${theme.storeBar}"`),
    `<path d="M${n(right)} ${n(y)}H${n(x)}V${n(y + height)}H${n(right)}M${n(x + bar)} ${n(y)}V${n(y + height)}" fill="none" ${stroke}/>`,
  ].join("");
}

function drawPath(path: ScenePath, pen: Pen): string {
  const { theme } = pen;
  const inside = [
    `<path d="${roundedRoute(shortened(path))}" fill="none" stroke="${theme.line}" stroke-width="1.4"/>`,
    ...path.gates.map((gate) => drawGate(gate, theme)),
    ...path.heads.map((head) => drawHead(head, theme)),
  ];
  if (path.dot) {
    inside.push(
      `<circle cx="${n(path.dot.x)}" cy="${n(path.dot.y)}" r="${dotRadius}" fill="${theme.line}" stroke="${theme.ground}" stroke-width="1"/>`,
    );
  }
  return group(path.key.replace(":", "-"), path.title, path.description, inside, pen);
}

function drawHead(head: SceneHead, theme: Theme): string {
  const fill = head.told ? theme.line : theme.ground;
  return polygon(headPoints(head), `fill="${fill}" stroke="${theme.line}" stroke-width="1.2" stroke-linejoin="round"`);
}

function drawGate(gate: SceneGate, theme: Theme): string {
  const [width, height] = gate.along === "horizontal" ? [6, 13] : [13, 6];
  const box = { x: gate.at.x - width / 2, y: gate.at.y - height / 2, width, height };
  return rect(box, `rx="1.5" fill="${theme.ground}" stroke="${theme.accent}" stroke-width="1.4"`);
}

function drawLabel(label: SceneLabel, pen: Pen): string {
  const { theme } = pen;
  const leader = label.leader
    ? `${segment(label.leader[0], label.leader[1], `stroke="${theme.line}" stroke-width="1"`)}<circle cx="${n(label.leader[1].x)}" cy="${n(label.leader[1].y)}" r="2" fill="${theme.line}"/>`
    : "";
  const ground = rect(label.box, `rx="4" fill="${theme.ground}" stroke="${theme.hairline}" stroke-width="0.8"`);
  const texts = label.texts.map((text) => drawText(text, theme));
  const badges = label.badges.map((badge) => drawBadge(badge, pen));
  return `<g id="${escapeXml(pen.prefix + label.key.replace(":", "-"))}">${leader}${ground}${texts.join("")}${badges.join("")}</g>`;
}

function drawBadge(badge: SceneBadge, pen: Pen): string {
  const { box, tier } = badge;
  const { solid } = pen.theme.tiers[tier];
  const open = badge.kind === "open";
  const outline = rect(
    { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 },
    `rx="${n((box.height - 1) / 2)}" fill="${open ? solid : `url(#${pen.prefix}hatch-${tier})`}" stroke="${solid}" stroke-width="1"`,
  );
  const colour = open ? pen.theme.ground : solid;
  const sign = drawSign(
    tier,
    { x: box.x + 11, y: box.y + box.height / 2 },
    open ? `fill="${colour}"` : `fill="${pen.theme.ground}" stroke="${colour}" stroke-width="1.2"`,
  );
  const text = `<text x="${n(box.x + 18)}" y="${n(box.y + box.height / 2 + 3.6)}" font-size="10" font-weight="700" fill="${open ? colour : pen.theme.ink}">${escapeXml(badge.text)}</text>`;
  return outline + sign + text;
}

/** Critical ◆, high ▲, medium ■, low ●. */
function drawSign(tier: Tier, at: Point, attributes: string): string {
  if (tier === "low") return `<circle cx="${n(at.x)}" cy="${n(at.y)}" r="3.4" ${attributes}/>`;
  return polygon(signPoints(tier, at), attributes);
}

/** The hatched grounds of the asked badges that the scene has. */
function hatches(scene: Scene, pen: Pen): string {
  const badges = [...scene.shapes, ...scene.labels].flatMap((part) => part.badges).concat(scene.frame.badges);
  const used = Object.entries(pen.theme.tiers).filter(([tier]) =>
    badges.some((badge) => badge.kind === "asked" && badge.tier === tier),
  );
  if (used.length === 0) return "";
  const pattern = ([tier, { tint }]: (typeof used)[number]) =>
    `<pattern id="${pen.prefix}hatch-${tier}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${pen.theme.ground}"/><rect width="2.2" height="5" fill="${tint}"/></pattern>`;
  return `<defs>${used.map(pattern).join("")}</defs>`;
}

function drawFrame(scene: Scene, pen: Pen): string {
  const { frame } = scene;
  const parts = [
    frame.rule ? segment(frame.rule[0], frame.rule[1], `stroke="${pen.theme.hairline}" stroke-width="1"`) : "",
    ...frame.shapes.map((shape) =>
      shape.kind === "zone" ? drawZone(shape, pen.theme) : drawElement(shape, pen.theme),
    ),
    ...frame.paths.map((path) => drawPath(path, pen).replace(/^<g id="[^"]*"><title>[^<]*<\/title>/, "<g>")),
    ...frame.badges.map((badge) => drawBadge(badge, pen)),
    ...frame.signs.map(({ tier, at }) => drawSign(tier, at, `fill="${pen.theme.tiers[tier].solid}"`)),
    ...frame.texts.map((text) => drawText(text, pen.theme)),
  ];
  return `<g>${parts.join("")}</g>`;
}

/** A route with its corners rounded. */
function roundedRoute(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return "";
  let d = `M${n(first.x)} ${n(first.y)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1] as Point, points[i] as Point, points[i + 1] as Point];
    const radius = Math.min(7, distance(a, b) / 2, distance(b, c) / 2);
    const before = toward(b, a, radius);
    const after = toward(b, c, radius);
    d += `L${n(before.x)} ${n(before.y)}Q${n(b.x)} ${n(b.y)} ${n(after.x)} ${n(after.y)}`;
  }
  const last = points[points.length - 1] as Point;
  return `${d}L${n(last.x)} ${n(last.y)}`;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** The point `by` away from `from` on the way to `to`. */
function toward(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}
