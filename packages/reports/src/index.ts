// The artifacts: model and analysis in, files out; one folder per artifact.
export { artifacts, reports } from "./artifacts.ts";
export {
  type Arrangement,
  type DiagramElement,
  type DiagramFlow,
  type DiagramGraph,
  type DiagramSource,
  type DiagramZone,
  type DrawioOptions,
  diagramGraph,
  gridLayout,
  type LaidOut,
  type LayoutElement,
  type LayoutFlow,
  type LayoutGraph,
  type LayoutOptions,
  type LayoutPort,
  type LayoutResult,
  type LayoutRoute,
  type LayoutZone,
  layoutDiagram,
  layoutGraph,
  layoutKey,
  light,
  type Overlay,
  type Scene,
  type SceneBadge,
  type SceneFrame,
  type SceneGate,
  type SceneHead,
  type SceneLabel,
  type ScenePath,
  type SceneShape,
  type SceneText,
  type SvgOptions,
  scene,
  type Theme,
  toDrawio,
  toSvg,
  zonePadding,
} from "./dfd/index.ts";
export type { Report, ReportFile, ReportInput, ReportView } from "./report.ts";
export { viewOf } from "./report.ts";
export {
  byControl,
  type ControlRow,
  type DecisionRow,
  decisionsOf,
  type MatrixCell,
  matrixOf,
  nextSteps,
  topQuestions,
  topRisks,
} from "./summary/figures.ts";
export { methodNotes } from "./summary/method.ts";
export { cellsByPoint, entryPointsInOrder, rolesOf } from "./surface/index.ts";
export { risk as riskText } from "./words.ts";
