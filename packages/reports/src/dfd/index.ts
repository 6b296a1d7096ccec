// The data flow diagram: analysis in; one scene out, and that scene as SVG or as an editable draw.io file.
// Used by the command line's `report`, by the summary report, and by the canvas (as `@parapet/reports/dfd`).

export {
  arrangementOf,
  type Position,
  type Positions,
  type Sizes,
  tidyZone,
  unstored,
  zoneGraph,
} from "./arrangement.ts";
export { collapsedGraph } from "./collapsed.ts";
export {
  type Drawn,
  drawBadge,
  drawBody,
  drawFace,
  drawFlow,
  drawLabel,
  drawMark,
  drawRule,
  drawSign,
  drawText,
  type Ink,
  type Look,
} from "./drawing.ts";
export { type DrawioOptions, toDrawio } from "./drawio.ts";
export { following, type Picture } from "./following.ts";
export { around, type Box, contains, overlaps, type Point } from "./geometry.ts";
export {
  type DiagramElement,
  type DiagramFlow,
  type DiagramGraph,
  type DiagramSource,
  type DiagramZone,
  diagramGraph,
  type Heat,
} from "./graph.ts";
export { gridLayout } from "./grid-layout.ts";
export { type DrawnRevision, type LaidOver, laidOver } from "./laid-over.ts";
export {
  type Arrangement,
  emptyZone,
  type LayoutElement,
  type LayoutFlow,
  type LayoutGraph,
  type LayoutPort,
  type LayoutResult,
  type LayoutRoute,
  type LayoutZone,
  layoutGraph,
  type Placing,
  zonePadding,
} from "./layout.ts";
export { arrangedLayout, isArranged, type LaidOut, type LayoutOptions, layoutDiagram } from "./layout-diagram.ts";
export { layoutKey } from "./layout-key.ts";
export { type Measures, measure } from "./measure.ts";
export { textWidth, wrapText } from "./metrics.ts";
export { arrangementAfterResize, dropTarget, elementAfterResize, type Move, positionsAfterMove } from "./moving.ts";
export type { Overlay } from "./overlay.ts";
export { placedLayout } from "./placed-layout.ts";
export { type Moved, type Provisional, provisionalRoutes, type SceneIndex, sceneIndex } from "./provisional.ts";
export { routeFlows } from "./route.ts";
export { scene, shifted } from "./scene.ts";
export type {
  Certainty,
  ChangeKind,
  FlowEnds,
  Scene,
  SceneBadge,
  SceneFrame,
  SceneGate,
  SceneHead,
  SceneLabel,
  SceneLayer,
  SceneMark,
  ScenePath,
  SceneShape,
  SceneText,
} from "./scene-types.ts";
export { tabKey } from "./scene-types.ts";
export { escapeXml, type SvgOptions, toSvg } from "./svg.ts";
export { type Colour, colourOf, light, type Theme } from "./theme.ts";
