// The scene as a draw.io file that opens and edits in diagrams.net: zones are containers, flows hang on their elements.
import { type Box, lengthOf, type Point, pointAt, segments } from "./geometry.ts";
import type { Scene, SceneBadge, SceneLabel, ScenePath, SceneShape } from "./scene-types.ts";
import { escapeXml } from "./svg.ts";
import { light, type Theme } from "./theme.ts";

export interface DrawioOptions {
  /** The day that the file says it was written on; nothing here reads a clock. */
  readonly modified: string;
  readonly theme?: Theme;
}

/** Writes a scene as uncompressed draw.io XML. Cells keep the ids of the things they show. */
export function toDrawio(scene: Scene, options: DrawioOptions): string {
  const theme = options.theme ?? light;
  const boxes = new Map(scene.shapes.map((shape) => [shape.key, shape.box]));
  const zones = scene.shapes.filter((shape) => shape.kind === "zone");
  const elements = scene.shapes.filter((shape) => shape.kind !== "zone");
  const labels = new Map(scene.labels.map((label) => [label.of, label]));
  const cells = [
    ...zones.map((zone) => shapeCell(zone, boxes, theme)),
    ...elements.map((element) => shapeCell(element, boxes, theme)),
    ...scene.paths.flatMap((path) => flowCells(path, labels.get(path.id), boxes, theme)),
    ...headingCells(scene, theme),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<mxfile host="Parapet" modified="${escapeXml(options.modified)}" agent="Parapet" type="device">`,
    `  <diagram id="data-flow-diagram" name="${escapeXml(scene.title)}">`,
    `    <mxGraphModel dx="0" dy="0" grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" pageScale="1" pageWidth="${Math.ceil(scene.width)}" pageHeight="${Math.ceil(scene.height)}" math="0" shadow="0">`,
    "      <root>",
    '        <mxCell id="0"/>',
    '        <mxCell id="1" parent="0"/>',
    ...cells.map((cell) => `        ${cell}`),
    "      </root>",
    "    </mxGraphModel>",
    "  </diagram>",
    "</mxfile>",
    "",
  ].join("\n");
}

function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** A style string; values of ours never hold a semicolon. */
function style(entries: Readonly<Record<string, string | number>>): string {
  return Object.entries(entries)
    .map(([key, value]) => (value === "" ? `${key};` : `${key}=${value};`))
    .join("");
}

const bare = { whiteSpace: "wrap", html: 1, fontFamily: "Helvetica" };

function shapeCell(shape: SceneShape, boxes: ReadonlyMap<string, Box>, theme: Theme): string {
  const parent = shape.parent === undefined ? undefined : boxes.get(shape.parent);
  const box = { ...shape.box, x: shape.box.x - (parent?.x ?? 0), y: shape.box.y - (parent?.y ?? 0) };
  const value = shape.kind === "zone" ? zoneWords(shape, theme) : elementWords(shape, theme);
  const parentId = shape.parent !== undefined && parent ? shape.parent.slice("zone:".length) : "1";
  return `<mxCell id="${shape.id}" value="${escapeXml(value)}" style="${style(shapeStyle(shape, theme))}" vertex="1" parent="${parentId}">${geometry(box)}</mxCell>`;
}

function geometry(box: Box): string {
  return `<mxGeometry x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}" as="geometry"/>`;
}

function shapeStyle(shape: SceneShape, theme: Theme): Readonly<Record<string, string | number>> {
  const text = { ...bare, fontColor: theme.ink, fontSize: 13 };
  const outline = { strokeColor: theme.outline, strokeWidth: 1.5 };
  switch (shape.kind) {
    case "zone":
      return {
        rounded: 1,
        arcSize: 4,
        absoluteArcSize: 1,
        ...bare,
        container: 1,
        collapsible: 0,
        recursiveResize: 0,
        dashed: 1,
        dashPattern: "7 4",
        fillColor: theme.zones[Math.min(shape.depth, theme.zones.length - 1)] ?? theme.ground,
        strokeColor: theme.accent,
        strokeWidth: 1.4,
        ...tabPlace(shape),
        spacing: 8,
        fontColor: theme.accent,
        fontSize: 11,
      };
    case "collapsed-zone":
      return {
        rounded: 1,
        arcSize: 4,
        absoluteArcSize: 1,
        ...text,
        dashed: 1,
        dashPattern: "7 4",
        fillColor: theme.zones[1] ?? theme.ground,
        strokeColor: theme.accent,
        strokeWidth: 1.5,
      };
    case "external-entity":
      return { rounded: 0, ...text, ...outline, fillColor: theme.external };
    case "process":
      return { rounded: 1, arcSize: 32, absoluteArcSize: 1, ...text, ...outline, fillColor: theme.element };
    case "data-store":
      return { shape: "partialRectangle", right: 0, left: 1, ...text, ...outline, fillColor: theme.element };
  }
}

/** Which corner of the zone has its name. */
function tabPlace(shape: SceneShape): Readonly<Record<string, string>> {
  const tab = shape.tab ?? shape.box;
  return {
    align: tab.x > shape.box.x ? "right" : "left",
    verticalAlign: tab.y > shape.box.y ? "bottom" : "top",
  };
}

function elementWords(shape: SceneShape, theme: Theme): string {
  const note = shape.texts.find((text) => text.tone === "muted");
  return [
    `<b>${escapeXml(shape.title)}</b>`,
    ...(note ? [small(note.text, theme)] : []),
    ...(shape.badges.length > 0 ? [shape.badges.map((badge) => badgeWords(badge, theme)).join("&nbsp; ")] : []),
  ].join("<br>");
}

function zoneWords(shape: SceneShape, theme: Theme): string {
  const note = shape.texts.find((text) => text.tone === "muted");
  const badges = shape.badges.map((badge) => badgeWords(badge, theme)).join("&nbsp; ");
  return [`<b>${escapeXml(shape.title)}</b>`, note ? small(note.text, theme) : "", badges]
    .filter((part) => part !== "")
    .join("&nbsp; ");
}

function small(text: string, theme: Theme): string {
  return `<font color="${theme.muted}" style="font-size: 10px">${escapeXml(text)}</font>`;
}

const signs = { critical: "◆", high: "▲", medium: "■", low: "●" } as const;
const hollowSigns = { critical: "◇", high: "△", medium: "□", low: "○" } as const;

function badgeWords(badge: SceneBadge, theme: Theme): string {
  const sign = badge.kind === "open" ? signs[badge.tier] : hollowSigns[badge.tier];
  return `<font color="${theme.tiers[badge.tier].solid}" style="font-size: 10px"><b>${sign} ${badge.text}</b></font>`;
}

function flowCells(
  path: ScenePath,
  label: SceneLabel | undefined,
  boxes: ReadonlyMap<string, Box>,
  theme: Theme,
): readonly string[] {
  const first = path.points[0] as Point;
  const last = path.points[path.points.length - 1] as Point;
  const bends = path.points.slice(1, -1).map((point) => `<mxPoint x="${n(point.x)}" y="${n(point.y)}"/>`);
  const points = bends.length > 0 ? `<Array as="points">${bends.join("")}</Array>` : "";
  const ends = {
    ...anchor("exit", first, boxes.get(`element:${path.from}`)),
    ...anchor("entry", last, boxes.get(`element:${path.to}`)),
  };
  const edge = `<mxCell id="${path.id}" style="${style({ ...edgeStyle(path, theme), ...ends })}" edge="1" parent="1" source="${path.from}" target="${path.to}"><mxGeometry relative="1" as="geometry">${terminal("sourcePoint", first)}${terminal("targetPoint", last)}${points}</mxGeometry></mxCell>`;
  return label ? [edge, labelCell(path, label, theme)] : [edge];
}

function terminal(as: string, point: Point): string {
  return `<mxPoint x="${n(point.x)}" y="${n(point.y)}" as="${as}"/>`;
}

function edgeStyle(path: ScenePath, theme: Theme): Readonly<Record<string, string | number>> {
  const at = (end: "from" | "to") => path.heads.find((head) => head.end === end);
  const to = at("to");
  const from = at("from");
  return {
    edgeStyle: "orthogonalEdgeStyle",
    rounded: 1,
    html: 1,
    strokeColor: theme.line,
    strokeWidth: 1.4,
    endArrow: to ? "block" : "none",
    endFill: to?.told ? 1 : 0,
    endSize: 7,
    startArrow: from ? "block" : path.dot ? "oval" : "none",
    startFill: from && !from.told ? 0 : 1,
    startSize: from ? 7 : 5,
  };
}

/** Fixes an end to the place on its element's border, as shares of width and height. */
function anchor(end: "exit" | "entry", point: Point, box: Box | undefined): Readonly<Record<string, string | number>> {
  if (!box) return {};
  return {
    [`${end}X`]: n((point.x - box.x) / box.width),
    [`${end}Y`]: n((point.y - box.y) / box.height),
    [`${end}Dx`]: 0,
    [`${end}Dy`]: 0,
    [`${end}Perimeter`]: 0,
  };
}

/** A label is a child of its edge: a place along the edge (-1 to 1) and an offset from there. */
function labelCell(path: ScenePath, label: SceneLabel, theme: Theme): string {
  const centre = { x: label.box.x + label.box.width / 2, y: label.box.y + label.box.height / 2 };
  const { along, at } = nearest(path.points, centre);
  const title = label.texts.filter((text) => text.tone === "strong").map((text) => escapeXml(text.text));
  const note = label.texts.find((text) => text.tone === "muted");
  const second = [note ? small(note.text, theme) : "", ...label.badges.map((badge) => badgeWords(badge, theme))].filter(
    (part) => part !== "",
  );
  const data = label.texts.filter((text) => text.tone === "accent").map((text) => small(text.text, theme));
  const value = [...title, ...data, ...(second.length > 0 ? [second.join("&nbsp; ")] : [])].join("<br>");
  const look = style({
    edgeLabel: "",
    html: 1,
    align: "center",
    verticalAlign: "middle",
    resizable: 0,
    fontFamily: "Helvetica",
    fontSize: 11,
    fontColor: theme.ink,
    labelBackgroundColor: theme.ground,
  });
  const offset = `<mxPoint x="${n(centre.x - at.x)}" y="${n(centre.y - at.y)}" as="offset"/>`;
  return `<mxCell id="${path.id}:label" value="${escapeXml(value)}" style="${look}" vertex="1" connectable="0" parent="${path.id}"><mxGeometry x="${n(along)}" y="0" relative="1" as="geometry">${offset}</mxGeometry></mxCell>`;
}

/** The point of a route that is nearest to another point, and how far along it lies, from -1 to 1. */
function nearest(points: readonly Point[], to: Point): { readonly along: number; readonly at: Point } {
  const length = lengthOf(points);
  let best = { distance: Number.POSITIVE_INFINITY, walked: length / 2 };
  let walked = 0;
  for (const [a, b] of segments(points)) {
    const at = { x: clamp(to.x, a.x, b.x), y: clamp(to.y, a.y, b.y) };
    const distance = Math.abs(at.x - to.x) + Math.abs(at.y - to.y);
    if (distance < best.distance) best = { distance, walked: walked + Math.abs(at.x - a.x) + Math.abs(at.y - a.y) };
    walked += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
  // Rounded before the point is taken, so that place and offset add up to where the label stands.
  const along = length === 0 ? 0 : Math.round(((2 * best.walked) / length - 1) * 1000) / 1000;
  return { along, at: pointAt(points, ((along + 1) / 2) * length) };
}

function clamp(value: number, a: number, b: number): number {
  return Math.min(Math.max(value, Math.min(a, b)), Math.max(a, b));
}

function headingCells(scene: Scene, theme: Theme): readonly string[] {
  const texts = scene.frame.texts.filter(
    (text) => text.anchor === "start" && text.y < (scene.frame.rule?.[0].y ?? Number.POSITIVE_INFINITY),
  );
  return texts.map((text, i) => {
    const look = style({
      text: "",
      fillColor: "none",
      strokeColor: "none",
      html: 1,
      align: "left",
      verticalAlign: "middle",
      fontFamily: "Helvetica",
      fontSize: text.size,
      fontColor: text.tone === "muted" ? theme.muted : theme.ink,
      fontStyle: text.bold ? 1 : 0,
      spacing: 0,
    });
    const box = { x: text.x, y: text.y - text.size, width: scene.width - 2 * text.x, height: text.size * 1.4 };
    return `<mxCell id=":heading-${i + 1}" value="${escapeXml(escapeXml(text.text))}" style="${look}" vertex="1" parent="1">${geometry(box)}</mxCell>`;
  });
}
