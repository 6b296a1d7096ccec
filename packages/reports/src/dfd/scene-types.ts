// The drawing as plain data: what SVG, draw.io and the canvas draw without deciding anything.
import type { Tier } from "@parapet/core";
import type { Box, Point } from "./geometry.ts";
import type { Arrival } from "./graph.ts";

/** A line of text; `y` is its baseline. */
export interface SceneText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: "start" | "middle" | "end";
  readonly tone: "strong" | "muted" | "accent";
}

/** A count of threats: solid when open, hatched when asked; the tier shows by colour, sign and letter. */
export interface SceneBadge {
  readonly kind: "open" | "asked";
  readonly tier: Tier;
  readonly count: number;
  readonly text: string;
  readonly box: Box;
}

/** How sure the model is of what is drawn: seen or verified, declared, unknown and asked, or contradicted. */
export type Certainty = "verified" | "declared" | "unknown" | "refuted";
/** What became of a thing between two revisions. */
export type ChangeKind = "added" | "removed" | "changed";

/** A small sign on the border of a thing. */
export type SceneMark =
  | { readonly kind: "certainty"; readonly value: Certainty; readonly at: Point }
  | { readonly kind: "change"; readonly value: ChangeKind; readonly at: Point };

export type ShapeKind = "zone" | "collapsed-zone" | "external-entity" | "process" | "data-store";

export interface SceneShape {
  readonly key: string;
  readonly id: string;
  readonly kind: ShapeKind;
  readonly title: string;
  /** One sentence for those who cannot see the shape. */
  readonly description: string;
  readonly box: Box;
  /** The zone that it lies in. */
  readonly parent?: string;
  /** How many zones lie round it. */
  readonly depth: number;
  readonly texts: readonly SceneText[];
  readonly badges: readonly SceneBadge[];
  readonly marks: readonly SceneMark[];
  /** Of a zone: the tab with its name. */
  readonly tab?: Box;
  /** Of a zone: where the positions of its members count from. */
  readonly members?: Point;
  readonly change?: ChangeKind;
}

export type Direction = "left" | "right" | "up" | "down";

/** An arrowhead. Hollow (not told) where the model does not say whether data goes there. */
export interface SceneHead {
  readonly tip: Point;
  readonly toward: Direction;
  readonly told: boolean;
  readonly end: "from" | "to";
}

/** Where a flow passes the border of a zone. */
export interface SceneGate {
  readonly zone: string;
  readonly at: Point;
  /** The way that the flow runs there. */
  readonly along: "horizontal" | "vertical";
}

/** What the ends of a flow show, whichever way it runs. */
export interface FlowEnds {
  readonly from: string;
  readonly to: string;
  readonly atTo: Arrival;
  readonly atFrom: Arrival;
  readonly opensAtFrom: boolean;
  /** The zones whose borders it crosses. */
  readonly crossing: readonly string[];
}

export interface ScenePath extends FlowEnds {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** From border to border. */
  readonly points: readonly Point[];
  /** The end that opens the connection; absent when that is not known. */
  readonly dot?: Point;
  readonly heads: readonly SceneHead[];
  readonly gates: readonly SceneGate[];
  /** The flows that it stands for, where zones are folded. */
  readonly bundles?: readonly string[];
  readonly change?: ChangeKind;
}

export interface SceneLabel {
  readonly key: string;
  /** The flow that it names. */
  readonly of: string;
  readonly box: Box;
  readonly texts: readonly SceneText[];
  readonly badges: readonly SceneBadge[];
  readonly marks: readonly SceneMark[];
  readonly leader?: readonly [Point, Point];
}

/** The sign of a tier by itself. */
export interface SceneSign {
  readonly tier: Tier;
  readonly at: Point;
}

/** Heading and legend: drawn round the diagram, no part of the model. */
export interface SceneFrame {
  readonly texts: readonly SceneText[];
  readonly shapes: readonly SceneShape[];
  readonly paths: readonly ScenePath[];
  readonly badges: readonly SceneBadge[];
  readonly signs: readonly SceneSign[];
  /** The line between diagram and legend. */
  readonly rule?: readonly [Point, Point];
}

/** One layer of the drawing: the keys of what lies in it. `tab:` stands for the face of a zone: its name, its counts. */
export interface SceneLayer {
  readonly name: "zones" | "flows" | "elements" | "labels";
  readonly keys: readonly string[];
}

export interface Scene {
  readonly title: string;
  readonly description: string;
  /** The top left corner of the drawing. */
  readonly origin: Point;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly SceneShape[];
  readonly paths: readonly ScenePath[];
  readonly labels: readonly SceneLabel[];
  /** From back to front: bodies of zones, flows, elements, then the tabs of zones and the labels. */
  readonly layers: readonly SceneLayer[];
  readonly frame: SceneFrame;
}

/** The key of a zone's tab, which lies in front while its ground lies behind everything. */
export function tabKey(zone: SceneShape): string {
  return `tab:${zone.id}`;
}
