// One drawn flow: its path with arrowheads, dot and gates, and its label.
import { type Box, centre, type Point, segments } from "./geometry.ts";
import type { Arrival, DiagramFlow } from "./graph.ts";
import { badgesWidth, type MeasuredLabel, type } from "./measure.ts";
import { textWidth } from "./metrics.ts";
import type { Mark } from "./place-labels.ts";
import { badgeRow, line, sentence } from "./scene-parts.ts";
import type { Direction, FlowEnds, SceneGate, SceneHead, SceneLabel, ScenePath, SceneText } from "./scene-types.ts";

/** The radius of the dot where a connection opens. */
export const dotRadius = 3.5;
/** The length of an arrowhead. */
export const headLength = 9;

const arrivalWords: Readonly<Record<Arrival, string>> = { data: "data", untold: "data not told", none: "no data" };

/** The way that a flow takes, with the names of its ends and the zones whose borders it crosses. */
export interface FlowWay {
  readonly points: readonly Point[];
  readonly fromTitle: string;
  readonly toTitle: string;
  readonly crossed: readonly { readonly zone: string; readonly title: string; readonly box: Box | undefined }[];
}

export function flowPath(flow: DiagramFlow, { points, fromTitle, toTitle, crossed }: FlowWay): ScenePath {
  const { from, to, atTo, atFrom, opensAtFrom, crossing } = flow;
  const said = `From ${fromTitle} to ${toTitle}: ${arrivalWords[atTo]} there, ${arrivalWords[atFrom]} back`;
  const titles = crossed.map(({ title }) => title).join(", ");
  const borders = Object.fromEntries(crossed.flatMap(({ zone, box }) => (box ? [[zone, box]] : [])));
  const ends: FlowEnds = { from, to, atTo, atFrom, opensAtFrom, crossing };
  return {
    key: `flow:${flow.id}`,
    id: flow.id,
    title: flow.title,
    description: sentence(said, flow.protocol, carried(flow), titles && `crosses the border of ${titles}`),
    ...ends,
    ...(flow.bundles ? { bundles: flow.bundles } : {}),
    ...alongRoute(ends, points, borders),
  };
}

function carried({ carries = [], returns = [] }: DiagramFlow): string {
  const parts = [
    ...(carries.length > 0 ? [`carries ${carries.join(", ")}`] : []),
    ...(returns.length > 0 ? [`returns ${returns.join(", ")}`] : []),
  ];
  return parts.join("; ");
}

/** What a flow shows along a route: its arrowheads, the dot where it opens, and its gates in the borders that it crosses. */
export function alongRoute(
  ends: FlowEnds,
  points: readonly Point[],
  zones: Readonly<Record<string, Box>>,
): Pick<ScenePath, "points" | "dot" | "heads" | "gates"> {
  const first = points[0] as Point;
  const heads: SceneHead[] = [];
  if (ends.atTo !== "none") heads.push(head(points, 0, ends.atTo, "to"));
  if (ends.atFrom !== "none")
    heads.push(head([...points].reverse(), ends.opensAtFrom ? 2 * dotRadius + 1 : 0, ends.atFrom, "from"));
  return {
    points,
    ...(ends.opensAtFrom ? { dot: outside(first, points[1] ?? first) } : {}),
    heads,
    gates: ends.crossing.flatMap((zone) => gateAt(zone, zones[zone], points)),
  };
}

/** The centre of a dot that touches the border from outside, so that the element above the flow does not cover it. */
function outside(border: Point, next: Point): Point {
  const way = directionOf(border, next);
  if (way === "left" || way === "right")
    return { x: border.x + (way === "left" ? -dotRadius : dotRadius), y: border.y };
  return { x: border.x, y: border.y + (way === "up" ? -dotRadius : dotRadius) };
}

/** The arrowhead at the last point of a route, `back` before its end. */
function head(points: readonly Point[], back: number, arrival: Arrival, end: SceneHead["end"]): SceneHead {
  const last = points[points.length - 1] as Point;
  const before = points[points.length - 2] ?? last;
  const toward = directionOf(before, last);
  const sign = toward === "right" || toward === "down" ? -1 : 1;
  const tip =
    toward === "left" || toward === "right"
      ? { x: last.x + sign * back, y: last.y }
      : { x: last.x, y: last.y + sign * back };
  return { tip, toward, told: arrival === "data", end };
}

function directionOf(from: Point, to: Point): Direction {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? "right" : "left";
  return dy >= 0 ? "down" : "up";
}

/** The first place where a route passes the border of a zone. */
function gateAt(zone: string, box: Box | undefined, points: readonly Point[]): readonly SceneGate[] {
  if (!box) return [];
  for (const [a, b] of segments(points)) {
    const [first, second] = [within(box, a), within(box, b)];
    if (first === second) continue;
    if (a.y === b.y) {
      const edge = [box.x, box.x + box.width].find((x) => between(x, a.x, b.x));
      if (edge !== undefined) return [{ zone, at: { x: edge, y: a.y }, along: "horizontal" }];
    } else {
      const edge = [box.y, box.y + box.height].find((y) => between(y, a.y, b.y));
      if (edge !== undefined) return [{ zone, at: { x: a.x, y: edge }, along: "vertical" }];
    }
  }
  return [];
}

function within(box: Box, point: Point): boolean {
  return point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height;
}

function between(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b);
}

/** Where the label of a flow stands, with the line to its flow when it could not stand beside it. */
export interface LabelPlace {
  readonly id: string;
  readonly box: Box;
  readonly leader?: readonly [Point, Point];
}

export function flowLabel(measured: MeasuredLabel, { id, box, leader }: LabelPlace): SceneLabel {
  const middle = centre(box).x;
  let y = box.y + 3.5;
  const texts: SceneText[] = [];
  for (const text of measured.title) {
    texts.push(line(text, { x: middle, y: y + 10.5 }, type.flow));
    y += 14;
  }
  for (const text of measured.data) {
    texts.push(line(text, { x: middle, y: y + 9.5 }, type.note, "middle", "accent"));
    y += 13;
  }
  const noteWidth = measured.note ? textWidth(measured.note, type.note) : 0;
  const spacer = measured.note && measured.badges.length > 0 ? 7 : 0;
  const left = middle - (noteWidth + spacer + badgesWidth(measured.badges)) / 2;
  if (measured.note) {
    const base = measured.badges.length > 0 ? y + 13 : y + 10.5;
    texts.push(line(measured.note, { x: left, y: base }, type.note, "start", "muted"));
  }
  return {
    key: `label:${id}`,
    of: id,
    box,
    texts,
    badges: badgeRow(measured.badges, left + noteWidth + spacer, y + 1),
    marks: [],
    ...(leader ? { leader } : {}),
  };
}

/** What a label should rather not cover: both ends of a flow and its gates. */
export function marksOf(path: ScenePath): readonly Mark[] {
  const round = (point: Point, by: number, cost: number): Mark => ({
    x: point.x - by,
    y: point.y - by,
    width: 2 * by,
    height: 2 * by,
    cost,
  });
  const ends = [path.points[0], path.points[path.points.length - 1]].filter((point) => point !== undefined);
  return [...ends.map((point) => round(point, headLength + 6, 60)), ...path.gates.map((gate) => round(gate.at, 7, 40))];
}
