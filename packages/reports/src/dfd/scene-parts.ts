// One drawn shape each: an element, a zone; and the texts and counts that all parts have.
import { type Box, half, type Point, segmentBox, segments } from "./geometry.ts";
import type { DiagramElement, DiagramZone } from "./graph.ts";
import {
  badgeHeight,
  badgeOffsets,
  badgesWidth,
  type MeasuredBadge,
  type MeasuredElement,
  type MeasuredTab,
  storeBar,
  type,
} from "./measure.ts";
import { type TextStyle, textWidth } from "./metrics.ts";
import type { Mark } from "./place-labels.ts";
import type { SceneBadge, SceneShape, SceneText } from "./scene-types.ts";

/** A line of text in one of the styles of the diagram. */
export function line(
  text: string,
  at: Point,
  style: TextStyle,
  anchor: SceneText["anchor"] = "middle",
  tone: SceneText["tone"] = "strong",
): SceneText {
  return { text, x: half(at.x), y: half(at.y), size: style.size, bold: style.bold, anchor, tone };
}

/** Lays a row of badges out from its left end. */
export function badgeRow(row: readonly MeasuredBadge[], left: number, top: number): readonly SceneBadge[] {
  const offsets = badgeOffsets(row);
  return row.map((one, i) => ({
    kind: one.kind,
    tier: one.heat.tier,
    count: one.heat.count,
    text: one.text,
    box: { x: half(left + (offsets[i] as number)), y: half(top), width: one.width, height: badgeHeight },
  }));
}

const kindWords = {
  "external-entity": "External entity",
  process: "Process",
  "data-store": "Data store",
  "collapsed-zone": "Folded trust zone",
} as const;

/** What a badge row says, in words. */
function countWords(
  badges: readonly {
    readonly kind: "open" | "asked";
    readonly heat: { readonly count: number; readonly tier: string };
  }[],
): string {
  return badges.map(({ kind, heat }) => `${heat.count} ${kind} (worst ${heat.tier})`).join(", ");
}

export function sentence(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("; ");
}

/** Where an element stands, how large it is drawn, and in how many zones. */
export interface ElementPlace {
  readonly box: Box;
  readonly measured: MeasuredElement;
  readonly depth: number;
}

export function elementShape(element: DiagramElement, { box, measured, depth }: ElementPlace): SceneShape {
  const bar = element.kind === "data-store" ? storeBar : 0;
  const middle = box.x + bar + (box.width - bar) / 2;
  const noteHeight = measured.note ? 16 : 0;
  const badgesHeight = measured.badges.length > 0 ? badgeHeight + 7 : 0;
  const content = measured.title.length * 16 + noteHeight + badgesHeight;
  let y = box.y + (box.height - content) / 2;
  const texts: SceneText[] = [];
  for (const text of measured.title) {
    texts.push(line(text, { x: middle, y: y + 12.5 }, type.title));
    y += 16;
  }
  if (measured.note) texts.push(line(measured.note, { x: middle, y: y + 11.5 }, type.note, "middle", "muted"));
  y += noteHeight;
  return {
    key: `element:${element.id}`,
    id: element.id,
    kind: element.kind,
    title: element.title,
    description: sentence(kindWords[element.kind], element.technologies.join(", "), countWords(measured.badges)),
    box,
    ...(element.zone === undefined ? {} : { parent: `zone:${element.zone}` }),
    depth,
    texts,
    badges: badgeRow(measured.badges, middle - badgesWidth(measured.badges) / 2, y + 6),
    marks: [],
  };
}

/** Where a zone and its tab stand, and what the positions of its members count from. */
export interface ZonePlace {
  readonly box: Box;
  readonly tab: MeasuredTab;
  readonly tabBox: Box;
  readonly depth: number;
  readonly members: Point;
}

export function zoneShape(zone: DiagramZone, { box, tab, tabBox, depth, members }: ZonePlace): SceneShape {
  let x = tabBox.x + 10;
  const base = tabBox.y + 16;
  const texts = [line(tab.title, { x, y: base }, type.zone, "start", "accent")];
  x += textWidth(tab.title, type.zone) + 8;
  if (tab.note) {
    texts.push(line(tab.note, { x, y: base }, type.note, "start", "muted"));
    x += textWidth(tab.note, type.note) + 8;
  }
  return {
    key: `zone:${zone.id}`,
    id: zone.id,
    kind: "zone",
    title: zone.title,
    description: sentence("Trust zone", tab.note, countWords(tab.badges)),
    box,
    ...(zone.in === undefined ? {} : { parent: `zone:${zone.in}` }),
    depth,
    texts,
    badges: badgeRow(tab.badges, x, tabBox.y + 3.5),
    marks: [],
    tab: tabBox,
    members,
  };
}

/** The borders of a zone as thin boxes. */
export function bordersOf(box: Box): readonly Mark[] {
  const { x, y, width, height } = box;
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
    { x, y },
  ];
  return segments(corners).map(([a, b]) => ({ ...segmentBox(a, b), cost: 14 }));
}
