// What is laid over a diagram: counts of threats, how sure the model is, and what changed between two revisions.
import type { Box, Point } from "./geometry.ts";
import type { Counts, DiagramGraph } from "./graph.ts";
import type { Certainty, ChangeKind, SceneLabel, SceneMark, ScenePath, SceneShape } from "./scene-types.ts";

/** What is drawn besides the diagram itself. */
export interface Overlay {
  /** The heading; there unless false. */
  readonly heading?: boolean;
  /** The legend; there unless false. */
  readonly legend?: boolean;
  /** True: everything stays where the layout has it, with no heading, legend or margin. For a canvas, which has its own. */
  readonly inPlace?: boolean;
  /** Counts by subject instead of those of the graph; a subject that is not in it has none. */
  readonly heat?: Readonly<Record<string, Counts>>;
  readonly certainty?: Readonly<Record<string, Certainty>>;
  readonly changes?: Readonly<Record<string, ChangeKind>>;
}

/** The graph with other counts. */
export function withHeat(graph: DiagramGraph, heat: Overlay["heat"]): DiagramGraph {
  if (!heat) return graph;
  const change = <T extends Counts & { readonly id: string }>({ open: _, asked: __, ...thing }: T) => ({
    ...thing,
    ...(Object.hasOwn(heat, thing.id) ? heat[thing.id] : {}),
  });
  return {
    ...graph,
    elements: graph.elements.map(change),
    flows: graph.flows.map(change),
    zones: graph.zones.map(change),
  };
}

/** How far a mark stands in from the corner. */
const inset = 14;

function marksAt(id: string, box: Box, overlay: Overlay): readonly SceneMark[] {
  const certainty = own(overlay.certainty, id);
  const change = own(overlay.changes, id);
  const at = (x: number): Point => ({ x, y: box.y });
  return [
    ...(change ? [{ kind: "change", value: change, at: at(box.x + inset) } as const] : []),
    ...(certainty ? [{ kind: "certainty", value: certainty, at: at(box.x + box.width - inset) } as const] : []),
  ];
}

function own<T>(values: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return values && Object.hasOwn(values, id) ? values[id] : undefined;
}

/** Puts marks on the border of an element, or on the tab of a zone. */
export function markedShape(shape: SceneShape, overlay: Overlay): SceneShape {
  const change = own(overlay.changes, shape.id);
  const marks = marksAt(shape.id, shape.tab ?? shape.box, overlay);
  return marks.length === 0 ? shape : { ...shape, marks, ...(change ? { change } : {}) };
}

/** A flow that came, went or changed is drawn so; its marks stand on its label. */
export function markedPath(path: ScenePath, overlay: Overlay): ScenePath {
  const change = own(overlay.changes, path.id);
  return change ? { ...path, change } : path;
}

/** Puts the marks of a flow on the border of its label. */
export function markedLabel(label: SceneLabel, overlay: Overlay): SceneLabel {
  const marks = marksAt(label.of, label.box, overlay);
  return marks.length === 0 ? label : { ...label, marks };
}
