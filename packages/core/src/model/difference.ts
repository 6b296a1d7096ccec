// The changes between two documents. Linear in the size of both.
import { type Bag, type Change, changeOf, isBag, isMapKey, isSet, type Json, sameValue } from "./changes.ts";
import { type Document, type Layer, layerNames } from "./document.ts";

/** The changes that turn `a` into `b`: apply(a, difference(a, b)) = b. Linear in the size of both; what they share costs nothing. */
export function difference(a: Document, b: Document): readonly Change[] {
  const changes: Change[] = [];
  for (const layer of layerNames) {
    const from = a[layer] as unknown as Bag | undefined;
    const to = b[layer] as unknown as Bag | undefined;
    if (from === to) continue;
    if (from && to) differenceOfLayer(layer, from, to, changes);
    else changes.push(changeOf(layer, "model", undefined, from, to));
  }
  return changes;
}

function differenceOfLayer(layer: Layer, from: Bag, to: Bag, changes: Change[]): void {
  const whole = new ThingDifference(layer, "model", changes);
  forEachPair(from, to, (key, x, y) => {
    if (!isBag(x) || !isBag(y)) whole.ofField([], key, x, y);
    else if (isMapKey(layer, key)) differenceOfMap(`${layer}.${key}`, x, y, changes);
    else new ThingDifference(`${layer}.${key}`, "model", changes).ofBag([], x, y);
  });
}

function differenceOfMap(collection: string, from: Bag, to: Bag, changes: Change[]): void {
  forEachPair(from, to, (id, x, y) => {
    if (isBag(x) && isBag(y)) new ThingDifference(collection, id, changes).ofBag([], x, y);
    else if (!sameValue(x, y, "")) changes.push(changeOf(collection, id, undefined, x, y));
  });
}

/** Adds what differs in one thing to a list of changes. A field's path is made only for what differs. */
class ThingDifference {
  readonly #collection: string;
  readonly #id: string;
  readonly #changes: Change[];

  constructor(collection: string, id: string, changes: Change[]) {
    this.#collection = collection;
    this.#id = id;
    this.#changes = changes;
  }

  /** What differs in two maps at `path`. */
  ofBag(path: readonly string[], x: Bag, y: Bag): void {
    forEachPair(x, y, (key, before, after) => this.ofField(path, key, before, after));
  }

  /** What differs in two values under `key` of the map at `path`. */
  ofField(path: readonly string[], key: string, x: Json | undefined, y: Json | undefined): void {
    if (isBag(x) && isBag(y)) this.ofBag([...path, key], x, y);
    else if (isSet(key, x) && isSet(key, y)) this.#ofSet(path, key, x, y);
    else if (!sameValue(x, y, key)) this.#add([...path, key], x, y);
  }

  #ofSet(path: readonly string[], key: string, x: readonly string[], y: readonly string[]): void {
    if (sameList(x, y)) return;
    const before = new Set(x);
    const after = new Set(y);
    for (const member of before) if (!after.has(member)) this.#add([...path, key, member], true, undefined);
    for (const member of after) if (!before.has(member)) this.#add([...path, key, member], undefined, true);
  }

  #add(field: readonly string[], before: Json | undefined, after: Json | undefined): void {
    this.#changes.push(changeOf(this.#collection, this.#id, field, before, after));
  }
}

/** True for lists that are equal as they stand, as most id sets of a pair are: found without making a set. */
function sameList(x: readonly string[], y: readonly string[]): boolean {
  return x.length === y.length && x.every((member, i) => member === y[i]);
}

/** Calls `each` with what two maps have under a key where that is not identical: the keys of `a` first, then those that only `b` has. */
function forEachPair(a: Bag, b: Bag, each: (key: string, x: Json | undefined, y: Json | undefined) => void): void {
  for (const key of Object.keys(a)) {
    const y = Object.hasOwn(b, key) ? b[key] : undefined;
    if (a[key] !== y) each(key, a[key], y);
  }
  for (const key of Object.keys(b)) if (!Object.hasOwn(a, key)) each(key, undefined, b[key]);
}
