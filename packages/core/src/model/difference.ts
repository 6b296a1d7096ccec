// The changes between two documents. Linear in the size of both.
import { type Bag, type Change, defined, isBag, isMapKey, isSet, type Json, sameValue } from "./changes.ts";
import { type Document, type Layer, layerNames } from "./document.ts";

/** The changes that turn `a` into `b`: apply(a, difference(a, b)) = b. Linear in the size of both. */
export function difference(a: Document, b: Document): readonly Change[] {
  const changes: Change[] = [];
  for (const layer of layerNames) {
    const from = a[layer] as unknown as Bag | undefined;
    const to = b[layer] as unknown as Bag | undefined;
    if (from === to) continue;
    if (!from || !to) {
      changes.push(whole(layer, "model", from, to));
      continue;
    }
    differenceOfLayer(layer, from, to, changes);
  }
  return changes;
}

function differenceOfLayer(layer: Layer, from: Bag, to: Bag, changes: Change[]): void {
  for (const key of union(from, to)) {
    const x = from[key];
    const y = to[key];
    if (x === y) continue;
    if (isBag(x) && isBag(y)) {
      if (isMapKey(layer, key)) differenceOfMap(`${layer}.${key}`, x, y, changes);
      else differenceOfBag(`${layer}.${key}`, "model", [], x, y, changes);
    } else differenceOfField(layer, "model", [key], x, y, changes);
  }
}

function differenceOfMap(collection: string, from: Bag, to: Bag, changes: Change[]): void {
  for (const id of union(from, to)) {
    const x = from[id];
    const y = to[id];
    if (x === y) continue;
    if (isBag(x) && isBag(y)) differenceOfBag(collection, id, [], x, y, changes);
    else if (!sameValue(x, y, "")) changes.push(whole(collection, id, x, y));
  }
}

function differenceOfBag(
  collection: string,
  id: string,
  path: readonly string[],
  x: Bag,
  y: Bag,
  changes: Change[],
): void {
  for (const key of union(x, y)) {
    if (x[key] !== y[key]) differenceOfField(collection, id, [...path, key], x[key], y[key], changes);
  }
}

function differenceOfField(
  collection: string,
  id: string,
  field: readonly string[],
  x: Json | undefined,
  y: Json | undefined,
  changes: Change[],
): void {
  const key = field[field.length - 1] as string;
  if (isBag(x) && isBag(y)) {
    differenceOfBag(collection, id, field, x, y, changes);
  } else if (isSet(key, x) && isSet(key, y)) {
    const before = new Set(x);
    const after = new Set(y);
    for (const member of before)
      if (!after.has(member)) changes.push({ collection, id, field: [...field, member], before: true });
    for (const member of after)
      if (!before.has(member)) changes.push({ collection, id, field: [...field, member], after: true });
  } else if (!sameValue(x, y, key)) {
    changes.push({ collection, id, field, ...defined(x, y) });
  }
}

function whole(collection: string, id: string, before: Json | undefined, after: Json | undefined): Change {
  return { collection, id, ...defined(before, after) };
}

function union(a: Bag, b: Bag): readonly string[] {
  const keys = Object.keys(a);
  for (const key of Object.keys(b)) if (!Object.hasOwn(a, key)) keys.push(key);
  return keys.filter((key) => a[key] !== undefined || b[key] !== undefined);
}
