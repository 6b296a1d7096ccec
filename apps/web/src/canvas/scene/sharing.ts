// A scene is made anew with every change of the model; what looks the same keeps its identity, so that nothing of it is drawn again.
import type { Scene } from "@parapet/reports/dfd";

const texts = new WeakMap<object, string>();

function textOf(value: object): string {
  let text = texts.get(value);
  if (text === undefined) texts.set(value, (text = JSON.stringify(value)));
  return text;
}

/** The things of `after`, each as the very object of `before` with its key where the two look the same. */
function sharedThings<T extends { readonly key: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Map(before.map((thing) => [thing.key, thing]));
  return after.map((thing) => {
    const old = known.get(thing.key);
    return old && textOf(old) === textOf(thing) ? old : thing;
  });
}

/** A scene that shares with the one before what did not change. */
export function sharedScene(before: Scene | undefined, after: Scene): Scene {
  if (!before) return after;
  return {
    ...after,
    shapes: sharedThings(before.shapes, after.shapes),
    paths: sharedThings(before.paths, after.paths),
    labels: sharedThings(before.labels, after.labels),
  };
}

/** The value before, where the new one looks the same: most changes of a model change nothing that is drawn. */
export function sharedValue<T extends object>(before: T | undefined, after: T): T {
  return before && textOf(before) === textOf(after) ? before : after;
}
