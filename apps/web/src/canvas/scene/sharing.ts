// Graph and layout are made anew with every change of the model; what is as it was keeps its identity, so that nothing of it is measured or drawn again.
import type { DiagramGraph, LayoutResult, Scene } from "@parapet/reports/dfd";
import isSame from "fast-deep-equal";

/** The things of `after`, each as the very object of `before` with its id where the two look the same; the list itself where all do. */
function shared<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Map(before.map((thing) => [thing.id, thing]));
  const things = after.map((thing) => {
    const old = known.get(thing.id);
    return old && isSame(old, thing) ? old : thing;
  });
  return sharedList(before, things);
}

/** A graph that shares with the one before what did not change; the one before, where nothing did: most changes of a model change nothing that is drawn. */
export function sharedGraph(before: DiagramGraph | undefined, after: DiagramGraph): DiagramGraph {
  if (!before) return after;
  const now = {
    ...after,
    elements: shared(before.elements, after.elements),
    flows: shared(before.flows, after.flows),
    zones: shared(before.zones, after.zones),
  };
  const names = Object.keys(now) as (keyof DiagramGraph)[];
  return names.every((name) => now[name] === before[name]) ? before : now;
}

/** The list of before where it holds the very same things: what is made of the list stays as it is. */
export function sharedList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before?.length === after.length && after.every((thing, i) => thing === before[i]) ? before : after;
}

/** A scene that shares with the one before the lists in which nothing changed. */
export function sharedScene(before: Scene | undefined, after: Scene): Scene {
  if (!before) return after;
  return {
    ...after,
    shapes: sharedList(before.shapes, after.shapes),
    paths: sharedList(before.paths, after.paths),
    labels: sharedList(before.labels, after.labels),
  };
}

/** A layout that shares with the one before the routes that did not change. */
export function sharedLayout(before: LayoutResult | undefined, after: LayoutResult): LayoutResult {
  if (!before) return after;
  const flows = Object.entries(after.flows).map(([id, route]) => {
    const old = before.flows[id];
    return [id, old && isSame(old, route) ? old : route] as const;
  });
  return { ...after, flows: Object.fromEntries(flows) };
}
