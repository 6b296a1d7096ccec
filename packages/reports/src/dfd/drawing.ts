// How each thing of a scene is drawn: rectangles, paths, discs and texts with named inks. SVG files and the canvas only write these down.
import type { Tier } from "@parapet/core";
import { dotRadius } from "./flow-parts.ts";
import type { Box, Point } from "./geometry.ts";
import { storeBar } from "./measure.ts";
import type {
  ChangeKind,
  SceneBadge,
  SceneGate,
  SceneHead,
  SceneLabel,
  SceneMark,
  ScenePath,
  SceneShape,
  SceneSign,
  SceneText,
} from "./scene-types.ts";
import { closed, headPoints, n, roundedRoute, shortened, signPoints } from "./strokes.ts";

/** The name of a colour; a theme says what it is. `hatch-…` is a ground with slanting lines. */
export type Ink =
  | "none"
  | "ground"
  | "ink"
  | "muted"
  | "accent"
  | "line"
  | "outline"
  | "hairline"
  | "element"
  | "external"
  | "store-bar"
  | `zone-${0 | 1 | 2 | 3}`
  | `tier-${Tier}`
  | `hatch-${Tier}`
  | "hatch"
  | ChangeKind;

/** How a form is filled and outlined. */
export interface Look {
  readonly fill: Ink;
  readonly stroke?: Ink;
  readonly width?: number;
  readonly dash?: string;
}

/** One form. Coordinates are those of the scene. */
export type Drawn =
  | ({ readonly is: "box"; readonly box: Box; readonly round: number } & Look)
  | ({ readonly is: "path"; readonly d: string } & Look)
  | ({ readonly is: "disc"; readonly at: Point; readonly radius: number } & Look)
  | {
      readonly is: "text";
      readonly text: string;
      readonly at: Point;
      readonly size: number;
      readonly weight: 400 | 600 | 700;
      readonly anchor: SceneText["anchor"];
      readonly fill: Ink;
    };

function box(at: Box, look: Look, round = 0): Drawn {
  return { is: "box", box: at, round, ...look };
}

function path(d: string, look: Look): Drawn {
  return { is: "path", d, ...look };
}

function segment(a: Point, b: Point, look: Look): Drawn {
  return path(`M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}`, look);
}

const tones = { strong: "ink", accent: "accent", muted: "muted" } as const;

/** A line of text. */
export function drawText(text: SceneText): Drawn {
  const { x, y, size, anchor } = text;
  const weight = text.bold ? 600 : 400;
  return { is: "text", text: text.text, at: { x, y }, size, weight, anchor, fill: tones[text.tone] };
}

/** An element, or the ground of a zone: the part below texts and badges. */
export function drawBody(shape: SceneShape): readonly Drawn[] {
  const look = (fill: Ink) => changed({ fill, stroke: "outline", width: 1.5 }, shape.change);
  switch (shape.kind) {
    case "zone": {
      const depth = Math.min(shape.depth, 3) as 0 | 1 | 2 | 3;
      const border: Look = { fill: `zone-${depth}`, stroke: "accent", width: 1.4, dash: "7 4" };
      return [box(shape.box, { ...changed(border, shape.change), dash: "7 4" }, 4)];
    }
    case "collapsed-zone":
      return drawFolded(shape, look("zone-1"));
    case "external-entity":
      return [box(shape.box, look("external"))];
    case "process":
      return [box(shape.box, look("element"), Math.min(16, shape.box.height / 2))];
    case "data-store":
      return drawStore(shape.box, look("none"));
  }
}

/** A card on another, both with the border of a zone. */
function drawFolded(shape: SceneShape, look: Look): readonly Drawn[] {
  const { x, y, width, height } = shape.box;
  const border: Look = { ...look, ...(shape.change ? {} : { stroke: "accent" }), dash: "7 4" };
  return [
    box({ x: x + 5, y, width: width - 5, height: height - 5 }, border, 4),
    box({ x, y: y + 5, width: width - 5, height: height - 5 }, border, 4),
  ];
}

/** Open to the right, with a bar on the left. */
function drawStore({ x, y, width, height }: Box, look: Look): readonly Drawn[] {
  const bar = Math.min(storeBar, width / 4);
  const right = x + width;
  const lines = `M${n(right)} ${n(y)}H${n(x)}V${n(y + height)}H${n(right)}M${n(x + bar)} ${n(y)}V${n(y + height)}`;
  return [
    box({ x, y, width, height }, { fill: "element" }),
    box({ x, y, width: bar, height }, { fill: "store-bar" }),
    path(lines, look),
  ];
}

/** The outline of what came, went or changed takes the colour of that; what went is dashed. */
function changed(look: Look, change: ChangeKind | undefined): Look {
  if (!change || look.stroke === undefined) return look;
  return { ...look, stroke: change, width: (look.width ?? 1) + 0.9, ...(change === "removed" ? { dash: "3 3" } : {}) };
}

/** What stands on a shape: the ground of a zone's tab, then texts, badges and marks. */
export function drawFace(shape: SceneShape): readonly Drawn[] {
  const tab = shape.tab ? [box(shape.tab, { fill: "ground", stroke: "accent", width: 1 }, 4)] : [];
  return [...tab, ...shape.texts.map(drawText), ...shape.badges.flatMap(drawBadge), ...shape.marks.flatMap(drawMark)];
}

/** A flow: its line, gates, arrowheads and the dot where the connection opens. */
export function drawFlow(flow: ScenePath): readonly Drawn[] {
  const dot: Drawn[] = flow.dot
    ? [{ is: "disc", at: flow.dot, radius: dotRadius, fill: "line", stroke: "ground", width: 1 }]
    : [];
  return [
    path(roundedRoute(shortened(flow)), changed({ fill: "none", stroke: "line", width: 1.4 }, flow.change)),
    ...flow.gates.map(drawGate),
    ...flow.heads.map(drawHead),
    ...dot,
  ];
}

function drawHead(head: SceneHead): Drawn {
  return path(closed(headPoints(head)), { fill: head.told ? "line" : "ground", stroke: "line", width: 1.2 });
}

function drawGate(gate: SceneGate): Drawn {
  const [width, height] = gate.along === "horizontal" ? [6, 13] : [13, 6];
  const at = { x: gate.at.x - width / 2, y: gate.at.y - height / 2, width, height };
  return box(at, { fill: "ground", stroke: "accent", width: 1.4 }, 1.5);
}

/** The label of a flow, with the line to its flow where it stands aside. */
export function drawLabel(label: SceneLabel): readonly Drawn[] {
  const leader: readonly Drawn[] = label.leader
    ? [
        segment(label.leader[0], label.leader[1], { fill: "none", stroke: "line", width: 1 }),
        { is: "disc", at: label.leader[1], radius: 2, fill: "line" },
      ]
    : [];
  const ground = box(label.box, { fill: "ground", stroke: "hairline", width: 0.8 }, 4);
  return [
    ...leader,
    ground,
    ...label.texts.map(drawText),
    ...label.badges.flatMap(drawBadge),
    ...label.marks.flatMap(drawMark),
  ];
}

/** A count of threats: solid when open, hatched when asked. */
export function drawBadge(badge: SceneBadge): readonly Drawn[] {
  const { x, y, width, height } = badge.box;
  const open = badge.kind === "open";
  const tier = `tier-${badge.tier}` as const;
  const outline = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
  const ground = { fill: open ? tier : (`hatch-${badge.tier}` as const), stroke: tier, width: 1 };
  const look: Look = open ? { fill: "ground" } : { fill: "ground", stroke: tier, width: 1.2 };
  return [
    box(outline, ground, (height - 1) / 2),
    drawSign({ tier: badge.tier, at: { x: x + 11, y: y + height / 2 } }, look),
    {
      is: "text",
      text: badge.text,
      at: { x: x + 18, y: y + height / 2 + 3.6 },
      size: 10,
      weight: 700,
      anchor: "start",
      fill: open ? "ground" : "ink",
    },
  ];
}

/** The radius of a mark. */
const markRadius = 6;

/** Certainty: solid, hollow, hatched with a question mark, struck through. Change: plus, minus, a wave. */
export function drawMark(mark: SceneMark): readonly Drawn[] {
  const { x, y } = mark.at;
  if (mark.kind === "change") {
    const disc: Drawn = { is: "disc", at: mark.at, radius: markRadius, fill: mark.value, stroke: "ground", width: 1 };
    return [disc, path(changeSigns[mark.value](x, y), { fill: "none", stroke: "ground", width: 1.6 })];
  }
  const disc = (fill: Ink, stroke: Ink = "outline"): Drawn => ({
    is: "disc",
    at: mark.at,
    radius: 5,
    fill,
    stroke,
    width: 1.4,
  });
  switch (mark.value) {
    case "verified":
      return [disc("outline")];
    case "declared":
      return [disc("ground")];
    case "unknown": {
      const sign = { text: "?", at: { x, y: y + 3.2 }, size: 9, weight: 700, anchor: "middle", fill: "ink" } as const;
      return [disc("hatch"), { is: "text", ...sign }];
    }
    case "refuted":
      return [
        disc("ground", "removed"),
        segment({ x: x - 6, y: y + 6 }, { x: x + 6, y: y - 6 }, { fill: "none", stroke: "removed", width: 1.8 }),
      ];
  }
}

const changeSigns: Readonly<Record<ChangeKind, (x: number, y: number) => string>> = {
  added: (x, y) => `M${n(x - 3)} ${n(y)}H${n(x + 3)}M${n(x)} ${n(y - 3)}V${n(y + 3)}`,
  removed: (x, y) => `M${n(x - 3)} ${n(y)}H${n(x + 3)}`,
  changed: (x, y) => `M${n(x - 3.4)} ${n(y + 1)}q1.7 -3.4 3.4 -1q1.7 2.4 3.4 -1`,
};

/** Critical ◆, high ▲, medium ■, low ●. */
export function drawSign({ tier, at }: SceneSign, look: Look = { fill: `tier-${tier}` }): Drawn {
  if (tier === "low") return { is: "disc", at, radius: 3.4, ...look };
  return path(closed(signPoints(tier, at)), look);
}

/** The line between diagram and legend. */
export function drawRule(rule: readonly [Point, Point]): Drawn {
  return segment(rule[0], rule[1], { fill: "none", stroke: "hairline", width: 1 });
}
