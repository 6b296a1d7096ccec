// The one picture of the diagram: graph and layout in, shapes, paths and label boxes out. SVG, draw.io and the canvas only draw it.

import { originOf } from "./arrangement.ts";
import { marksOf } from "./flow-parts.ts";
import { frameRound } from "./frame.ts";
import { type Box, BoxIndex, centre, half, type Point, segmentBox, segments } from "./geometry.ts";
import type { DiagramFlow, DiagramGraph } from "./graph.ts";
import { zoneDepths } from "./homes.ts";
import type { LayoutResult } from "./layout.ts";
import { type Measures, measure, type Room, tabHeight } from "./measure.ts";
import { type Marking, markingOf, type Overlay, withHeat } from "./overlay.ts";
import { elementAsBefore, labelAsBefore, pathAsBefore, zoneAsBefore } from "./parts-as-before.ts";
import { type Ground, type LabelWish, type PlacedLabel, placeLabels } from "./place-labels.ts";
import { bordersOf } from "./scene-parts.ts";
import {
  type Scene,
  type SceneFrame,
  type SceneLabel,
  type SceneLayer,
  type ScenePath,
  type SceneShape,
  tabKey,
} from "./scene-types.ts";

const margin = 28;

export interface SceneOptions {
  /** The measures of the graph, where they were taken before. */
  readonly known?: Measures;
  /** Labels that stay where they are, by flow; the others find places beside them, as long as they are few. */
  readonly standing?: ReadonlyMap<string, PlacedLabel>;
  /** The corners that zones have their tabs in; without them each takes the one where it covers the fewest flows. */
  readonly corners?: ReadonlyMap<string, Corner>;
}

/** A corner of a zone. */
export interface Corner {
  readonly right: boolean;
  readonly bottom: boolean;
}

/** Draws a laid-out graph. Pure: the same graph, layout and overlay give the same scene. */
export function scene(
  given: DiagramGraph,
  layout: LayoutResult,
  overlay: Overlay = {},
  { known, standing, corners }: SceneOptions = {},
): Scene {
  const graph = withHeat(given, overlay.heat);
  const measures = (graph === given ? known : undefined) ?? measure(graph);
  const names = new Map([...graph.elements, ...graph.zones].map((thing) => [thing.id, thing.title]));
  const name = (id: string) => names.get(id) ?? id;
  const wayOf = ({ id, from, to, crossing }: DiagramFlow, points: readonly Point[]) => ({
    points,
    fromTitle: name(from),
    toTitle: name(to),
    crossed: crossing.map((zone) => ({ zone, title: name(zone), box: layout.zones[zone] })),
    ...markingOf(overlay, id),
  });
  const paths = graph.flows.flatMap((flow) => {
    const points = layout.flows[flow.id]?.points;
    return points && points.length > 1 ? [pathAsBefore(flow, wayOf(flow, points))] : [];
  });
  const tabAt = corners ? inCorners(corners) : clearOf(paths);
  const marking = (thing: string) => markingOf(overlay, thing);
  const shapes = drawShapes(graph, layout, measures, { tabAt, marking });
  const labels = drawLabels(graph, layout, measures, { parts: { shapes, paths }, standing, marking });
  return composed(graph, { shapes, paths, labels }, overlay);
}

type MarkingOf = (thing: string) => Marking;
type TabPlace = (zone: string, box: Box, width: number) => Box;

function drawShapes(
  graph: DiagramGraph,
  layout: LayoutResult,
  measures: Measures,
  { tabAt, marking }: { readonly tabAt: TabPlace; readonly marking: MarkingOf },
): readonly SceneShape[] {
  const depths = zoneDepths(graph.zones);
  const zones = graph.zones.flatMap((zone) => {
    const box = layout.zones[zone.id];
    const tab = measures.tabs.get(zone.id);
    return box && tab
      ? [
          zoneAsBefore(zone, {
            box,
            tab,
            tabBox: tabAt(zone.id, box, tab.width),
            depth: depths.get(zone.id) ?? 0,
            members: originOf(layout, zone.id),
            ...marking(zone.id),
          }),
        ]
      : [];
  });
  const elements = graph.elements.flatMap((element) => {
    const box = layout.elements[element.id];
    const measured = measures.elements.get(element.id);
    const depth = element.zone === undefined ? 0 : (depths.get(element.zone) ?? 0) + 1;
    return box && measured ? [elementAsBefore(element, { box, measured, depth, ...marking(element.id) })] : [];
  });
  return [...zones.sort((a, b) => a.depth - b.depth || (a.key < b.key ? -1 : 1)), ...elements];
}

const tabCorners: readonly Corner[] = [
  { right: false, bottom: false },
  { right: true, bottom: false },
  { right: false, bottom: true },
  { right: true, bottom: true },
];

function inCorner(zone: Box, width: number, { right, bottom }: Corner): Box {
  const size = { width: Math.min(width, zone.width), height: tabHeight };
  const x = right ? zone.x + zone.width - size.width : zone.x;
  return { x, y: bottom ? zone.y + zone.height - size.height : zone.y, ...size };
}

function inCorners(corners: ReadonlyMap<string, Corner>): TabPlace {
  return (zone, box, width) => inCorner(box, width, corners.get(zone) ?? (tabCorners[0] as Corner));
}

/** The corner where a tab covers the fewest flows; top left unless another is better. */
function clearOf(paths: readonly ScenePath[]): TabPlace {
  const routes = new BoxIndex<Box>(paths.flatMap((path) => segments(path.points).map(([a, b]) => segmentBox(a, b))));
  return (_, box, width) => {
    const places = tabCorners.map((corner) => inCorner(box, width, corner));
    const covered = places.map((place) => routes.near(place, 4).length);
    return places[covered.indexOf(Math.min(...covered))] as Box;
  };
}

/** More labels than this are not placed at once beside labels that stay. */
const mostFresh = 60;

interface Labelling {
  readonly parts: Pick<Parts, "shapes" | "paths">;
  readonly standing: SceneOptions["standing"];
  readonly marking: MarkingOf;
}

function drawLabels(
  graph: DiagramGraph,
  layout: LayoutResult,
  measures: Measures,
  { parts: { shapes, paths }, standing, marking }: Labelling,
): readonly SceneLabel[] {
  const stays = new Map<string, PlacedLabel>();
  const fresh: LabelWish[] = [];
  for (const { id, points } of paths) {
    const size = measures.labels.get(id);
    if (!size) continue;
    const { width, height } = size;
    const before = standing?.get(id);
    const preferred = layout.flows[id]?.label;
    if (before) stays.set(id, standingAt(before, size));
    else fresh.push({ id, width, height, points, ...(preferred ? { preferred } : {}) });
  }
  const isLeftOut = fresh.length === 0 || (standing && fresh.length > mostFresh);
  const placed = isLeftOut ? undefined : placeLabels(fresh, groundOf(shapes, paths, [...stays.values()]));
  return graph.flows.flatMap(({ id }) => {
    const label = stays.get(id) ?? placed?.get(id);
    const measured = measures.labels.get(id);
    return label && measured ? [labelAsBefore(measured, { id, ...label, ...marking(id) })] : [];
  });
}

/** A label where it stood, with the size that it has now. */
function standingAt(before: PlacedLabel, { width, height }: Room): PlacedLabel {
  if (before.box.width === width && before.box.height === height) return before;
  const middle = centre(before.box);
  const box = { x: half(middle.x - width / 2), y: half(middle.y - height / 2), width, height };
  return { ...before, box };
}

function groundOf(shapes: Parts["shapes"], paths: Parts["paths"], stays: readonly PlacedLabel[]): Ground {
  const borders = shapes.flatMap((shape) => (shape.kind === "zone" ? bordersOf(shape.box) : []));
  return {
    taken: [...shapes.map((shape) => shape.tab ?? shape.box), ...stays.map(({ box }) => box)],
    better: [...borders, ...paths.flatMap(marksOf)],
  };
}

interface Parts {
  readonly shapes: readonly SceneShape[];
  readonly paths: readonly ScenePath[];
  readonly labels: readonly SceneLabel[];
}

/** Puts the parts together: where they are, or below the heading, inside of the margin, with the frame round them. */
function composed(graph: DiagramGraph, parts: Parts, overlay: Overlay): Scene {
  const extent = extentOf(parts);
  const words = {
    title: graph.title,
    description: `Data flow diagram with ${graph.elements.length} elements, ${graph.flows.length} flows and ${graph.zones.length} trust zones; ${graph.open} open threats, ${graph.asked} asked.`,
  };
  if (overlay.inPlace) {
    const { x, y, width, height } = extent;
    return { ...words, origin: { x, y }, width, height, ...parts, layers: layersOf(parts), frame: emptyFrame };
  }
  const { frame, origin, width, height } = frameRound(graph, extent, margin, overlay);
  const moved = shifted(parts, { x: origin.x - extent.x, y: origin.y - extent.y });
  return { ...words, origin: { x: 0, y: 0 }, width, height, ...moved, layers: layersOf(moved), frame };
}

const emptyFrame: SceneFrame = { texts: [], shapes: [], paths: [], badges: [], signs: [] };

/** The box round everything; written out, since it looks at each point of each route with every change. */
function extentOf({ shapes, paths, labels }: Parts): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number, width: number, height: number) => {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + width > right) right = x + width;
    if (y + height > bottom) bottom = y + height;
  };
  for (const { box } of shapes) take(box.x, box.y, box.width, box.height);
  for (const { box } of labels) take(box.x, box.y, box.width, box.height);
  for (const { points } of paths) for (const { x, y } of points) take(x, y, 0, 0);
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What lies behind what: nothing jumps to the front, whatever is selected. */
function layersOf({ shapes, paths, labels }: Parts): readonly SceneLayer[] {
  const keys = (parts: readonly { readonly key: string }[]) => parts.map((part) => part.key);
  const zones = shapes.filter((shape) => shape.kind === "zone");
  return [
    { name: "zones", keys: keys(zones) },
    { name: "flows", keys: keys(paths) },
    { name: "elements", keys: keys(shapes.filter((shape) => shape.kind !== "zone")) },
    { name: "labels", keys: [...zones.map(tabKey), ...keys(labels)] },
  ];
}

/** Adds an offset to every `x` and `y` in a piece of the scene. */
export function shifted<T>(value: T, by: Point): T {
  if (Array.isArray(value)) return value.map((item) => shifted(item, by)) as T;
  if (typeof value !== "object" || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    out[key] =
      typeof item === "number" ? (key === "x" ? item + by.x : key === "y" ? item + by.y : item) : shifted(item, by);
  }
  return out as T;
}
