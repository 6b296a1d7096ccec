// How large each thing is drawn, and how its text is broken: read by the layout, which needs sizes, and by the scene, which draws.
import { perObject } from "@parapet/core";
import type { Counts, DiagramElement, DiagramFlow, DiagramGraph, DiagramZone, Heat } from "./graph.ts";
import { ellipsis, type TextStyle, textWidth, wrapText } from "./metrics.ts";

/** The type scale; nothing in the diagram is set in another size. */
export const type = {
  heading: { size: 19, bold: true },
  title: { size: 13, bold: true },
  note: { size: 10.5, bold: false },
  flow: { size: 11, bold: false },
  zone: { size: 11, bold: true },
  badge: { size: 10, bold: true },
} as const satisfies Record<string, TextStyle>;

/** The thickness of the left bar of a data store, between border and text. */
export const storeBar = 14;
/** The height of the tab that names a zone. */
export const tabHeight = 24;
export const badgeHeight = 17;
const badgeGap = 5;
const tierLetters = { critical: "C", high: "H", medium: "M", low: "L" } as const;

/** The letter that stands for a tier beside its colour and sign. */
export function tierLetter(tier: Heat["tier"]): string {
  return tierLetters[tier];
}

/** A count of threats as it is drawn: solid for open ones, hatched with a question mark for asked ones. */
export interface MeasuredBadge {
  readonly kind: "open" | "asked";
  readonly heat: Heat;
  readonly text: string;
  readonly width: number;
}

export interface MeasuredElement {
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly note?: string;
  readonly badges: readonly MeasuredBadge[];
}

/** The room that a thing takes in a layout, whatever its counts are: answers to questions move nothing. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A label box: lines of title, what is carried, then one row with the protocol and the badges. */
export interface MeasuredLabel {
  readonly width: number;
  readonly height: number;
  readonly room: Room;
  readonly title: readonly string[];
  readonly data: readonly string[];
  readonly note?: string;
  readonly badges: readonly MeasuredBadge[];
}

export interface MeasuredTab {
  readonly width: number;
  readonly room: number;
  readonly title: string;
  readonly note?: string;
  readonly badges: readonly MeasuredBadge[];
}

/** Everything that is drawn, measured; keyed by id. */
export interface Measures {
  readonly elements: ReadonlyMap<string, MeasuredElement>;
  readonly labels: ReadonlyMap<string, MeasuredLabel>;
  readonly tabs: ReadonlyMap<string, MeasuredTab>;
}

/** Measures every element, flow label and zone tab of a graph; a thing that was measured before is not measured again. */
export function measure(graph: DiagramGraph): Measures {
  const elementSize = graph.zones.length > 0 ? zonedElement : unzonedElement;
  return {
    elements: new Map(graph.elements.map((element) => [element.id, elementSize(element)])),
    labels: new Map(graph.flows.map((flow) => [flow.id, flowSize(flow)])),
    tabs: new Map(graph.zones.map((zone) => [zone.id, tabSize(zone)])),
  };
}

const zonedElement = perObject((element: DiagramElement) => measureElement(element, true));
const unzonedElement = perObject((element: DiagramElement) => measureElement(element, false));
const flowSize = perObject(measureLabel);
const tabSize = perObject(measureTab);

function badges(counts: Counts): readonly MeasuredBadge[] {
  const out: MeasuredBadge[] = [];
  if (counts.open) out.push(badge("open", counts.open));
  if (counts.asked) out.push(badge("asked", counts.asked));
  return out;
}

/** Counts above this are only said to be above it. */
const mostCounted = 999;

function badge(kind: MeasuredBadge["kind"], heat: Heat): MeasuredBadge {
  const count = heat.count > mostCounted ? `${mostCounted}+` : heat.count;
  const text = kind === "open" ? `${tierLetter(heat.tier)} ${count}` : `${tierLetter(heat.tier)}? ${count}`;
  return { kind, heat, text, width: Math.ceil(textWidth(text, type.badge)) + 24 };
}

/** The width that is kept for badges: one of each kind, with two digits. */
const badgesRoom = 100;

/** The width of a row of badges. */
export function badgesWidth(row: readonly MeasuredBadge[]): number {
  return row.reduce((sum, one) => sum + one.width, 0) + Math.max(0, row.length - 1) * badgeGap;
}

/** Where each badge of a row begins, relative to the row. */
export function badgeOffsets(row: readonly MeasuredBadge[]): readonly number[] {
  let x = 0;
  return row.map((one) => {
    const at = x;
    x += one.width + badgeGap;
    return at;
  });
}

/** One width for all elements, so that columns line up. */
const elementWidth = 172;

function measureElement(element: DiagramElement, zoned: boolean): MeasuredElement {
  const bar = element.kind === "data-store" ? storeBar : 0;
  const room = elementWidth - 20 - bar;
  const title = wrapText(element.title, type.title, room, 4);
  // An absent zone is unknown, and the picture says so where others have one.
  const untold = zoned && element.zone === undefined ? ["zone not told"] : [];
  const tech = [...untold, ...element.technologies].join(" · ");
  const note = tech === "" ? undefined : ellipsis(tech, type.note, room);
  const row = badges(element);
  // The row of badges is kept free while there are none, so that counts that come and go change no sizes.
  const height = 24 + title.length * 16 + (note ? 16 : 0) + badgeHeight + 7;
  return {
    width: even(Math.max(elementWidth, badgesWidth(row) + 20 + bar)),
    height: even(Math.max(80, height)),
    title,
    ...(note ? { note } : {}),
    badges: row,
  };
}

function measureLabel(flow: DiagramFlow): MeasuredLabel {
  const title = wrapText(flow.title, type.flow, 132, 3);
  const row = badges(flow);
  const note = flow.protocol === undefined ? undefined : ellipsis(flow.protocol, type.note, 120);
  const data = [...dataLine("", flow.carries), ...dataLine("back: ", flow.returns)];
  const words = Math.max(
    ...title.map((line) => textWidth(line, type.flow)),
    ...data.map((line) => textWidth(line, type.note)),
  );
  const lines = 7 + title.length * 14 + data.length * 13;
  const noteWidth = note ? textWidth(note, type.note) : 0;
  const second = (badgesRow: number) => noteWidth + (note && badgesRow > 0 ? 7 : 0) + badgesRow;
  return {
    width: even(Math.max(words, second(badgesWidth(row))) + 14),
    height: even(lines + (row.length > 0 ? badgeHeight + 3 : note ? 14 : 0)),
    room: { width: even(Math.max(words, second(badgesRoom)) + 14), height: even(lines + badgeHeight + 3) },
    title,
    data,
    ...(note ? { note } : {}),
    badges: row,
  };
}

function dataLine(before: string, titles: readonly string[] | undefined): readonly string[] {
  return titles && titles.length > 0 ? [ellipsis(before + titles.join(", "), type.note, 150)] : [];
}

function measureTab(zone: DiagramZone): MeasuredTab {
  const title = ellipsis(zone.title, type.zone, 180);
  const note = zone.kind?.replaceAll("-", " ");
  const row = badges(zone);
  const words = textWidth(title, type.zone) + (note ? textWidth(note, type.note) + 8 : 0) + 20;
  const width = (badgesRow: number) => even(words + (badgesRow > 0 ? badgesRow + 8 : 0));
  return {
    width: width(badgesWidth(row)),
    room: Math.max(width(badgesWidth(row)), width(badgesRoom)),
    title,
    ...(note ? { note } : {}),
    badges: row,
  };
}

/** Even numbers keep centres on whole pixels. */
function even(value: number): number {
  return Math.ceil(value / 2) * 2;
}
