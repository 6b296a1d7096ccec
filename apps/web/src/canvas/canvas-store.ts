// What a canvas keeps for a moment: routes while something is dragged, the zone that it would be dropped into, what is being added.
import type { ElementKind } from "@parapet/core";
import type { Point, Provisional } from "@parapet/reports/dfd";
import { create } from "zustand";
import type { Selection } from "../data/selection.ts";

/** What is being typed on the canvas, and where. */
export type Adding =
  | {
      readonly kind: ElementKind | "zone";
      readonly at: { readonly x: number; readonly y: number };
      /** The zone that it goes into, when that is not the one under the point. */
      readonly zone?: string;
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

export interface CanvasState {
  /** Routes of the flows that a drag touches, by flow. */
  readonly provisional: ReadonlyMap<string, Provisional>;
  /** How far zones are from where the scene has them, while they or what they lie in is dragged. */
  readonly moved: ReadonlyMap<string, Point>;
  /** The zone under a drag when it is another than the one that the dragged things lie in; null is the open ground. */
  readonly target: string | null | undefined;
  readonly adding: Adding | undefined;
  readonly choosing: Choosing | undefined;
  /** The keyboard walks from thing to thing. */
  readonly walking: boolean;
  /** What stays selected while the keyboard walks on. */
  readonly kept: readonly Selection[];
  /** The element from which the keyboard draws a flow. */
  readonly connectFrom: string | undefined;
  /** A flow is being drawn. */
  readonly connecting: boolean;
  readonly heat: boolean;
  /** Seen from so far that nobody reads labels. */
  readonly far: boolean;
  readonly help: boolean;
  readonly outline: boolean;
  readonly view: string | undefined;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

export const useCanvas = create<CanvasState>(() => ({
  provisional: none,
  moved: none,
  target: undefined,
  adding: undefined,
  choosing: undefined,
  walking: false,
  kept: [],
  connectFrom: undefined,
  connecting: false,
  heat: true,
  far: false,
  help: false,
  outline: false,
  view: undefined,
}));

/** A drag is over: routes are the scene's again. */
export function endDrag(): void {
  useCanvas.setState({ provisional: none, moved: none, target: undefined });
}
