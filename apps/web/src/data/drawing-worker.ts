// The router's worker: lays large diagrams out with their arrangement and draws them, while the page shows plain routes.
import {
  type Arrangement,
  arrangedLayout,
  type DiagramGraph,
  type Overlay,
  type Picture,
  scene,
} from "@parapet/reports/dfd";

export interface DrawingAsked {
  readonly turn: number;
  readonly graph: DiagramGraph;
  readonly arrangement: Arrangement;
  readonly overlay: Overlay;
}
export interface DrawingAnswer {
  readonly turn: number;
  readonly picture: Picture;
}

self.onmessage = ({ data: { turn, graph, arrangement, overlay } }: MessageEvent<DrawingAsked>) => {
  const layout = arrangedLayout(graph, arrangement);
  self.postMessage({ turn, picture: { layout, scene: scene(graph, layout, overlay) } } satisfies DrawingAnswer);
};
