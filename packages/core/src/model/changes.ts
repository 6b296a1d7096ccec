// Changes: the one form of every edit, and what it means that two values are the same (docs/decisions/0001-changes.md).
import type { Layer } from "./document.ts";

/** A plain JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Bag = Record<string, Json>;

/**
 * One change. `collection` is `<layer>.<key>` for maps keyed by id and for singletons (`model.elements`, `model.scope`),
 * or the bare layer for its scalars (`model` with field `["system"]`) and for a layer that comes or goes as a whole.
 * A singleton or layer has the id `model`.
 * No `field`: the whole thing is put (no `before`) or removed (no `after`). With `field`: one value below it is set or unset.
 * A field that ends in the member of an id set has `true` for a member that is there.
 */
export interface Change {
  readonly collection: string;
  readonly id: string;
  readonly field?: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
}

/** Lists that are sets of ids: they change member by member, and their order means nothing. */
const setKeys = new Set([
  "was",
  "tags",
  "also-on",
  "technologies",
  "holds",
  "carries",
  "returns",
  "allows",
  "via",
  "kinds",
  "used-by",
  "adds",
  "changes",
  "regulations",
  "threats",
  "on",
  "also",
  "partly",
  "approves",
  "zones",
  "aliases",
  "ports",
  "elements",
  "flows",
  "hides",
  "tickets",
]);

/** Keys of a layer that hold a map of things by id; every other map of a layer is a singleton. */
const mapKeys: Readonly<Record<Layer, ReadonlySet<string>>> = {
  model: new Set([
    "participants",
    "attackers",
    "assumptions",
    "features",
    "data",
    "zones",
    "elements",
    "flows",
    "entry-points",
    "dependencies",
    "roles",
  ]),
  observed: new Set(["sources", "data", "zones", "elements", "flows", "entry-points", "dependencies", "roles"]),
  register: new Set([
    "threats",
    "decisions",
    "scores",
    "assignments",
    "mitigations",
    "acceptances",
    "evidence",
    "reviews",
    "sign-offs",
    "questions",
    "comments",
    "workshops",
    "views",
    "refused",
  ]),
  diagram: new Set(["positions", "sizes", "views"]),
  people: new Set(["people"]),
  policy: new Set([]),
  debt: new Set([]),
  platform: new Set(["platform"]),
};

/** True when a list under this key is a set of ids. */
export function isSetKey(key: string): boolean {
  return setKeys.has(key);
}

/** True when `key` of `layer` is a map of things by id. */
export function isMapKey(layer: Layer, key: string): boolean {
  return mapKeys[layer].has(key);
}

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a list of ids under a key whose lists are sets. */
export function isSet(key: string, value: unknown): value is string[] {
  return setKeys.has(key) && Array.isArray(value) && value.every((member) => typeof member === "string");
}

/** Sets a value of a map under any name: assigning `__proto__` would set the prototype instead. */
export function setOwn(bag: Bag, key: string, value: Json): void {
  if (key === "__proto__")
    Object.defineProperty(bag, key, { value, writable: true, enumerable: true, configurable: true });
  else bag[key] = value;
}

/** Byte order of UTF-16 code units: the one order of this house. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Canonical form: keys sorted, id sets sorted, absent values left out. Two documents are equal when their canonical JSON is. */
export function canonical(value: unknown, key = ""): Json {
  if (Array.isArray(value)) {
    if (isSet(key, value)) return [...new Set(value)].sort(byCodeUnit);
    return value.map((item) => canonical(item));
  }
  if (isBag(value)) {
    const out: Bag = {};
    for (const name of Object.keys(value).sort(byCodeUnit)) {
      if (value[name] !== undefined) setOwn(out, name, canonical(value[name], name));
    }
    return out;
  }
  return value as Json;
}

/** Canonical JSON text: what digests are taken of and what equality means. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(canonical(value));
}

/**
 * A change that says only what it has: no `field` for the whole thing, no `before` where nothing was, no `after` where nothing is left.
 * Written out key by key: every change of a batch passes here, and a spread of optional parts costs ten times as much.
 */
export function changeOf(
  collection: string,
  id: string,
  field: readonly string[] | undefined,
  before: Json | undefined,
  after: Json | undefined,
): Change {
  const change: { -readonly [K in keyof Change]: Change[K] } = { collection, id };
  if (field !== undefined) change.field = field;
  if (before !== undefined) change.before = before;
  if (after !== undefined) change.after = after;
  return change;
}

/** The change that takes this one back. */
export function inverse({ collection, id, field, before, after }: Change): Change {
  return changeOf(collection, id, field, after, before);
}

/** The changes that take a list back, last first. Linear in the list. */
export function inverseOf(changes: readonly Change[]): readonly Change[] {
  return changes.map(inverse).reverse();
}

/** Where the things of a collection lie: by id in the map under `key`, or one alone under `key`, or the layer itself. */
export interface CollectionPlace {
  readonly layer: Layer;
  readonly key?: string;
  readonly byId: boolean;
}

/** The place of every collection that is a map: taken apart once, since most changes of a batch lie in one. */
const mapPlaces: ReadonlyMap<string, CollectionPlace> = new Map(
  Object.entries(mapKeys).flatMap(([layer, keys]) =>
    [...keys].map((key) => [`${layer}.${key}`, { layer: layer as Layer, key, byId: true }] as const),
  ),
);

/** Where the things of a collection lie. */
export function placeOf(collection: string): CollectionPlace {
  const known = mapPlaces.get(collection);
  if (known) return known;
  const dot = collection.indexOf(".");
  if (dot < 0) return { layer: collection as Layer, byId: false };
  return { layer: collection.slice(0, dot) as Layer, key: collection.slice(dot + 1), byId: false };
}

/** The keys that lead to what a change touches, from the layer down. */
export function pathOf({ collection, id, field = [] }: Change): readonly string[] {
  const place = placeOf(collection);
  if (place.key === undefined) return [place.layer, ...field];
  return place.byId ? [place.layer, place.key, id, ...field] : [place.layer, place.key, ...field];
}

/** True when two values mean the same under a key: id sets in any order. */
export function sameValue(a: unknown, b: unknown, key: string): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return JSON.stringify(canonical(a, key)) === JSON.stringify(canonical(b, key));
}
