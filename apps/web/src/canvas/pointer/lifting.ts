// What a drag takes along, and which flows it bends. Pure.
import type { Point, Scene, SceneIndex, SceneLabel, ScenePath, SceneShape } from "@parapet/reports/dfd";

/** What is lifted off the drawing while it is dragged; all of it moves by the same way. */
export interface Lifted {
  /** What is dragged by itself, not with the zone that it lies in. */
  readonly roots: readonly string[];
  readonly shapes: readonly SceneShape[];
  /** Flows with both ends in what is dragged, with their labels: they go along as they are. */
  readonly along: readonly ScenePath[];
  readonly labels: readonly SceneLabel[];
  /** The ids of all shapes, and of all flows that are touched: the drawing below is without them. */
  readonly ids: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
  /** The index with the flows that bend and no others; where many bend, their gates and labels are left out. */
  readonly bending: SceneIndex;
}

/** When more flows bend than this, each is its line and its ends alone. */
const mostWhole = 30;
const bare: Pick<SceneIndex, "zones" | "labels"> = { zones: {}, labels: new Map() };

/** Lifts things of a scene, each with what lies in it. */
export function lift(scene: Scene, index: SceneIndex, dragged: readonly string[]): Lifted {
  const ids = new Set<string>();
  const add = (id: string) => {
    if (ids.has(id)) return;
    ids.add(id);
    for (const member of index.inside.get(id) ?? []) add(member);
  };
  for (const id of dragged) add(id);
  const shapes = scene.shapes.filter(({ id }) => ids.has(id));
  const touched = [...new Set([...ids].flatMap((id) => index.flowsOf.get(id) ?? []))];
  const along = touched.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const whole = new Set(along);
  return {
    roots: rootsOf(dragged, shapes),
    shapes,
    along,
    labels: along.flatMap(({ id }) => index.labels.get(id) ?? []),
    ids,
    flows: new Set(touched.map(({ id }) => id)),
    bending: {
      ...index,
      flowsOf: bendingOf(touched, whole, ids),
      ...(touched.length - along.length > mostWhole && bare),
    },
  };
}

function rootsOf(dragged: readonly string[], shapes: readonly SceneShape[]): readonly string[] {
  const parents = new Map(shapes.map(({ id, parent }) => [id, parent?.slice("zone:".length)]));
  const chosen = new Set(dragged);
  return [...chosen].filter((id) => {
    if (!parents.has(id)) return false;
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) if (chosen.has(at)) return false;
    return true;
  });
}

function bendingOf(
  touched: readonly ScenePath[],
  whole: ReadonlySet<ScenePath>,
  ids: ReadonlySet<string>,
): SceneIndex["flowsOf"] {
  const flows = new Map<string, ScenePath[]>();
  for (const path of touched) {
    if (whole.has(path)) continue;
    const end = ids.has(path.from) ? path.from : path.to;
    const list = flows.get(end);
    if (list) list.push(path);
    else flows.set(end, [path]);
  }
  return flows;
}

/** Every dragged thing with the way that it went. */
export function movedBy({ roots }: Lifted, by: Point): Readonly<Record<string, Point>> {
  return Object.fromEntries(roots.map((id) => [id, by]));
}
