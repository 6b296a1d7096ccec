// What stands round the diagram: the heading with the counts, and the legend that says how to read the signs.
import { type Tier, tiers } from "@parapet/core";
import type { Point } from "./geometry.ts";
import type { DiagramGraph } from "./graph.ts";
import { badgeHeight, storeBar, tierLetter, type } from "./measure.ts";
import { textWidth } from "./metrics.ts";
import { line } from "./scene-parts.ts";
import type { SceneBadge, SceneFrame, ScenePath, SceneShape, SceneSign, SceneText } from "./scene-types.ts";

interface Framed {
  readonly frame: SceneFrame;
  readonly width: number;
  readonly height: number;
  /** Where the diagram begins. */
  readonly origin: Point;
}

interface LegendItem {
  readonly text: string;
  readonly width: number;
  draw(at: Point): Partial<Pick<SceneFrame, "shapes" | "paths" | "badges" | "signs">>;
}

const headingHeight = 58;
const legendRow = 30;

/** Places heading, diagram and legend under one another. */
export function frameRound(
  graph: DiagramGraph,
  extent: { readonly width: number; readonly height: number },
  margin: number,
  shown: { readonly heading?: boolean; readonly legend?: boolean },
): Framed {
  const heading = shown.heading === false ? [] : headingLines(graph, margin);
  const top = margin + (heading.length > 0 ? headingHeight : 0);
  const headingWidth = Math.max(
    0,
    ...heading.map((text) => textWidth(text.text, { size: text.size, bold: text.bold })),
  );
  const withLegend = shown.legend !== false;
  const inner = Math.max(extent.width, headingWidth, withLegend ? 720 : 0);
  const origin = { x: margin + Math.floor((inner - extent.width) / 2), y: top };
  const below = top + extent.height;
  const width = inner + 2 * margin;
  if (!withLegend)
    return {
      frame: { texts: heading, shapes: [], paths: [], badges: [], signs: [] },
      width,
      height: below + margin,
      origin,
    };
  const legend = layLegend(legendItems(graph), { x: margin, y: below + 36 }, inner);
  const frame: SceneFrame = {
    ...legend.frame,
    texts: [...heading, ...legend.frame.texts],
    rule: [
      { x: margin, y: below + 22 },
      { x: margin + inner, y: below + 22 },
    ],
  };
  return { frame, width, height: legend.bottom + margin - 8, origin };
}

function headingLines(graph: DiagramGraph, margin: number): readonly SceneText[] {
  const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
  const parts = [
    "Data flow diagram",
    count(graph.elements.length, "element", "elements"),
    count(graph.flows.length, "flow", "flows"),
    count(graph.zones.length, "trust zone", "trust zones"),
    `${count(graph.open, "open threat", "open threats")}, ${graph.asked} asked`,
  ];
  return [
    line(graph.title, { x: margin, y: margin + 16 }, type.heading, "start"),
    line(parts.join("  ·  "), { x: margin, y: margin + 36 }, type.flow, "start", "muted"),
  ];
}

function legendItems(graph: DiagramGraph): readonly LegendItem[] {
  const has = (kind: string) => graph.elements.some((element) => element.kind === kind);
  const ends = graph.flows.flatMap((flow) => [flow.atTo, flow.atFrom]);
  const heats = [...graph.elements, ...graph.flows, ...graph.zones];
  const open = heats.flatMap((thing) => (thing.open ? [thing.open] : []));
  const asked = heats.flatMap((thing) => (thing.asked ? [thing.asked] : []));
  const items: (LegendItem | undefined)[] = [
    has("external-entity") ? shapeItem("external-entity", "External entity") : undefined,
    has("process") ? shapeItem("process", "Process") : undefined,
    has("data-store") ? shapeItem("data-store", "Data store") : undefined,
    graph.zones.length > 0 ? shapeItem("zone", "Trust zone") : undefined,
    graph.flows.some((flow) => flow.opensAtFrom) ? flowItem("Opens the connection", { dot: true }) : undefined,
    ends.includes("data") ? flowItem("Data goes here", { told: true }) : undefined,
    ends.includes("untold") ? flowItem("Data not told", { told: false }) : undefined,
    graph.flows.some((flow) => flow.crossing.length > 0)
      ? flowItem("Crosses a trust boundary", { gate: true })
      : undefined,
    open.length > 0 ? badgeItem("open", "Open threats, with their worst tier") : undefined,
    asked.length > 0 ? badgeItem("asked", "Asked: waits for an answer") : undefined,
    ...tiers.filter((tier) => [...open, ...asked].some((heat) => heat.tier === tier)).map(tierItem),
  ];
  return items.filter((item) => item !== undefined);
}

function shapeItem(kind: SceneShape["kind"], text: string): LegendItem {
  return {
    text,
    width: 30,
    draw: (at) => ({
      shapes: [
        {
          key: `legend:${kind}`,
          id: `legend-${kind}`,
          kind,
          title: text,
          description: "",
          box: { x: at.x, y: at.y - 9, width: 30, height: 18 },
          depth: 0,
          texts: [],
          badges: [],
          marks: [],
        },
      ],
    }),
  };
}

function flowItem(
  text: string,
  sign: { readonly dot?: boolean; readonly told?: boolean; readonly gate?: boolean },
): LegendItem {
  return {
    text,
    width: 34,
    draw: (at) => {
      const end = { x: at.x + 34, y: at.y };
      const path: ScenePath = {
        key: `legend:${text}`,
        id: "legend-flow",
        title: text,
        description: "",
        from: "",
        to: "",
        atTo: "none",
        atFrom: "none",
        opensAtFrom: sign.dot === true,
        crossing: [],
        points: [at, end],
        ...(sign.dot ? { dot: { x: at.x + 4, y: at.y } } : {}),
        heads: sign.told === undefined ? [] : [{ tip: end, toward: "right", told: sign.told, end: "to" }],
        gates: sign.gate ? [{ zone: "", at: { x: at.x + 17, y: at.y }, along: "horizontal" }] : [],
      };
      return { paths: [path] };
    },
  };
}

function badgeItem(kind: SceneBadge["kind"], text: string): LegendItem {
  const width = kind === "open" ? 44 : 52;
  return {
    text,
    width,
    draw: (at) => ({
      badges: [
        {
          kind,
          tier: "high",
          count: 2,
          text: kind === "open" ? `${tierLetter("high")} 2` : `${tierLetter("high")}? 2`,
          box: { x: at.x, y: at.y - badgeHeight / 2, width, height: badgeHeight },
        },
      ],
    }),
  };
}

/** The sign and the letter of a tier. */
function tierItem(tier: Tier): LegendItem {
  const name = `${tierLetter(tier)} ${tier}`;
  return { text: name, width: 12, draw: (at) => ({ signs: [{ tier, at: { x: at.x + 6, y: at.y } }] }) };
}

/** Sets the items in rows as wide as the drawing. */
function layLegend(
  items: readonly LegendItem[],
  from: Point,
  width: number,
): { readonly frame: SceneFrame; readonly bottom: number } {
  const texts: SceneText[] = [];
  const shapes: SceneShape[] = [];
  const paths: ScenePath[] = [];
  const badges: SceneBadge[] = [];
  const signs: SceneSign[] = [];
  let { x } = from;
  let y = from.y + legendRow / 2;
  for (const item of items) {
    const wide = item.width + 8 + textWidth(item.text, type.note);
    if (x > from.x && x + wide > from.x + width) {
      x = from.x;
      y += legendRow;
    }
    const drawn = item.draw({ x, y });
    shapes.push(...(drawn.shapes ?? []));
    paths.push(...(drawn.paths ?? []));
    badges.push(...(drawn.badges ?? []));
    signs.push(...(drawn.signs ?? []));
    texts.push(line(item.text, { x: x + item.width + 8, y: y + 4 }, type.note, "start", "muted"));
    x += wide + storeBar + 12;
  }
  return { frame: { texts, shapes, paths, badges, signs }, bottom: y + legendRow / 2 };
}
