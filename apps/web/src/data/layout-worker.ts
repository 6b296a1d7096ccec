// The layout engine's worker: loaded when something has to be laid out that nobody placed.
import { elkLayout } from "@parapet/adapters/layout";
import type { LayoutGraph, LayoutResult } from "@parapet/reports/dfd";

export interface LayoutAsked {
  readonly turn: number;
  readonly graph: LayoutGraph;
}
export type LayoutAnswer =
  | { readonly turn: number; readonly layout: LayoutResult }
  | { readonly turn: number; readonly failed: string };

self.onmessage = async ({ data: { turn, graph } }: MessageEvent<LayoutAsked>) => {
  try {
    self.postMessage({ turn, layout: await elkLayout(graph) } satisfies LayoutAnswer);
  } catch (error) {
    self.postMessage({ turn, failed: (error as Error).message } satisfies LayoutAnswer);
  }
};
