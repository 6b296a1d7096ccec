// What is laid over a diagram: counts of threats, how sure the model is, and what changed between two revisions.
import { perObject } from "@parapet/core";
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
  const change = <T extends Counted>(thing: T) => {
    const bare = uncounted(thing) as Omit<T, keyof Counts>;
    return Object.hasOwn(heat, thing.id) ? { ...bare, ...heat[thing.id] } : bare;
  };
  return {
    ...graph,
    elements: graph.elements.map(change),
    flows: graph.flows.map(change),
    zones: graph.zones.map(change),
  };
}

type Counted = Counts & { readonly id: string };

const uncounted = perObject(({ open: _, asked: __, ...thing }: Counted) => thing);

/** How far a mark stands in from the corner. */
const inset = 14;

/** What an overlay says of one thing. */
export interface Marking {
  readonly certainty: Certainty | undefined;
  readonly change: ChangeKind | undefined;
}

/** What an overlay says of the thing with this id. */
export function markingOf(overlay: Overlay, id: string): Marking {
  return { certainty: own(overlay.certainty, id), change: own(overlay.changes, id) };
}

function own<T>(values: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return values && Object.hasOwn(values, id) ? values[id] : undefined;
}

function marksAt(box: Box, { certainty, change }: Marking): readonly SceneMark[] {
  const at = (x: number): Point => ({ x, y: box.y });
  return [
    ...(change ? [{ kind: "change", value: change, at: at(box.x + inset) } as const] : []),
    ...(certainty ? [{ kind: "certainty", value: certainty, at: at(box.x + box.width - inset) } as const] : []),
  ];
}

/** Puts marks on the border of an element, or on the tab of a zone. */
export function markedShape(shape: SceneShape, marking: Marking): SceneShape {
  const marks = marksAt(shape.tab ?? shape.box, marking);
  const { change } = marking;
  return marks.length === 0 ? shape : { ...shape, marks, ...(change ? { change } : {}) };
}

/** A flow that came, went or changed is drawn so; its marks stand on its label. */
export function markedPath(path: ScenePath, { change }: Marking): ScenePath {
  return change ? { ...path, change } : path;
}

/** Puts the marks of a flow on the border of its label. */
export function markedLabel(label: SceneLabel, marking: Marking): SceneLabel {
  const marks = marksAt(label.box, marking);
  return marks.length === 0 ? label : { ...label, marks };
}
