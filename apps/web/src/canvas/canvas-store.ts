// What a canvas keeps for a moment: routes while something is dragged, the zone that it would be dropped into, what is being added.
import type { ElementKind } from "@parapet/core";
import type { Point, Provisional } from "@parapet/reports/dfd";
import { create } from "zustand";
import { hold } from "../data/holding.ts";
import type { Selection } from "../data/selection.ts";
import type { Lifted } from "./pointer/lifting.ts";

/** What is being typed on the canvas, and where. */
export type Adding =
  | {
      readonly kind: ElementKind | "zone";
      readonly at: { readonly x: number; readonly y: number };
      /** The zone that it goes into, when that is not the one under the point. */
      readonly zone?: string;
      /** The element that a flow was drawn from: once the new one is there, it is asked what flows to it. */
      readonly from?: string;
      /** The things that a new zone is made of. */
      readonly around?: readonly string[];
      /** What is typed already: a pasted list of names. */
      readonly text?: string;
    }
  | {
      readonly kind: "flow";
      readonly from: string;
      readonly to: string;
      readonly at: { readonly x: number; readonly y: number };
    };

/** What is being chosen by name: the zone for things, or the element where a flow ends. */
export type Choosing =
  | { readonly what: "zone"; readonly ids: readonly string[] }
  | { readonly what: "end"; readonly from: string };

/** A gate under the pointer: where a flow crosses the border of a zone. */
export interface GateAt {
  readonly flow: string;
  readonly zone: string;
  readonly at: Point;
}

/** A note that is being typed: on a thing, or on the ground. */
export interface Noting {
  readonly about: string | undefined;
  readonly at: Point;
}

/** A flow that the pointer draws: from where on its element, to where, and the element that it would end at. */
export interface Connecting {
  readonly from: string;
  readonly start: Point;
  readonly end: Point;
  readonly over: string | undefined;
}

export interface CanvasState {
  /** What is dragged right now, and how far it is from where the scene has it. */
  readonly lifted: Lifted | undefined;
  readonly offset: Point;
  /** True while the pointer holds it; what was dropped stays lifted until the scene has it in its place. */
  readonly held: boolean;
  /** True while a person pans or zooms. */
  readonly moving: boolean;
  /** Routes of the flows that a drag bends, by flow. */
  readonly provisional: ReadonlyMap<string, Provisional>;
  /** The zone under a drag when it is another than the one that the dragged things lie in; null is the open ground. */
  readonly target: string | null | undefined;
  readonly adding: Adding | undefined;
  /** Where the ground was pressed last: a new thing goes there while nothing is selected. */
  readonly spot: Point | undefined;
  readonly choosing: Choosing | undefined;
  readonly noting: Noting | undefined;
  /** The keyboard walks from thing to thing. */
  readonly walking: boolean;
  /** What stays selected while the keyboard walks on. */
  readonly kept: readonly Selection[];
  /** The element from which the keyboard draws a flow. */
  readonly connectFrom: string | undefined;
  readonly connecting: Connecting | undefined;
  /** The element under the pointer. */
  readonly hovered: string | undefined;
  readonly gate: GateAt | undefined;
  readonly heat: boolean;
  /** Where things were seen stands beside them. */
  readonly seen: boolean;
  readonly help: boolean;
  readonly outline: boolean;
  readonly view: string | undefined;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();
const still: Point = { x: 0, y: 0 };

export const useCanvas = create<CanvasState>(() => ({
  lifted: undefined,
  offset: still,
  held: false,
  moving: false,
  provisional: none,
  target: undefined,
  adding: undefined,
  spot: undefined,
  choosing: undefined,
  noting: undefined,
  walking: false,
  kept: [],
  connectFrom: undefined,
  connecting: undefined,
  hovered: undefined,
  gate: undefined,
  heat: true,
  seen: false,
  help: false,
  outline: false,
  view: undefined,
}));

/** Something on the canvas follows the hand: what would redraw it waits. */
export function isBusy({ held, moving }: Pick<CanvasState, "held" | "moving">): boolean {
  return held || moving;
}

useCanvas.subscribe((now, before) => isBusy(now) !== isBusy(before) && hold(isBusy(now)));

/** A drag is over: everything is where the scene has it. */
export function endDrag(): void {
  const { lifted, target } = useCanvas.getState();
  if (lifted || target !== undefined)
    useCanvas.setState({ lifted: undefined, offset: still, held: false, provisional: none, target: undefined });
}
