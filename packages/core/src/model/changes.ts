// Changes: the one form of every edit (docs/decisions/0001-changes.md). Pure; linear in what they touch.
import type { Document, Layer } from "./document.ts";
import { layerNames } from "./document.ts";

/** A plain JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Bag = Record<string, Json>;

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
    "refused",
  ]),
  diagram: new Set(["positions", "sizes"]),
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

function isSet(key: string, value: unknown): value is string[] {
  return setKeys.has(key) && Array.isArray(value) && value.every((member) => typeof member === "string");
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
      if (value[name] !== undefined) out[name] = canonical(value[name], name);
    }
    return out;
  }
  return value as Json;
}

/** Canonical JSON text: what digests are taken of and what equality means. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(canonical(value));
}

function same(a: unknown, b: unknown, key: string): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return JSON.stringify(canonical(a, key)) === JSON.stringify(canonical(b, key));
}

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
    else if (!same(x, y, "")) changes.push(whole(collection, id, x, y));
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
  } else if (!same(x, y, key)) {
    changes.push({ collection, id, field, ...defined(x, y) });
  }
}

function whole(collection: string, id: string, before: Json | undefined, after: Json | undefined): Change {
  return { collection, id, ...defined(before, after) };
}

function defined(before: Json | undefined, after: Json | undefined): { before?: Json; after?: Json } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function union(a: Bag, b: Bag): readonly string[] {
  const keys = Object.keys(a);
  for (const key of Object.keys(b)) if (!Object.hasOwn(a, key)) keys.push(key);
  return keys.filter((key) => a[key] !== undefined || b[key] !== undefined);
}

/** The change that takes this one back. */
export function inverse(change: Change): Change {
  const { before, after, ...rest } = change;
  return { ...rest, ...defined(after, before) };
}

/** The changes that take a list back, last first. */
export function inverseOf(changes: readonly Change[]): readonly Change[] {
  return changes.map(inverse).reverse();
}

/**
 * Applies changes in order. The input document is not touched; every map on the way to a change is copied once per call,
 * so a batch of n changes costs O(n + size of what it touches).
 */
export function apply(document: Document, changes: readonly Change[]): Document {
  const draft = new Draft(document);
  for (const change of changes) draft.apply(change);
  return draft.document;
}

/** Copies each map at most once, then edits the copy. */
class Draft {
  readonly document: Document;
  readonly #owned = new Set<object>();

  constructor(document: Document) {
    this.document = { ...document };
    this.#owned.add(this.document);
  }

  apply(change: Change): void {
    const { collection, id, field } = change;
    const dot = collection.indexOf(".");
    const layer = (dot < 0 ? collection : collection.slice(0, dot)) as Layer;
    const key = dot < 0 ? undefined : collection.slice(dot + 1);
    const root = this.document as unknown as Bag;
    if (key === undefined) {
      if (field === undefined) assign(root, layer, change.after);
      else this.#setField(this.#own(root, layer), field, change);
      return;
    }
    const layerBag = this.#own(root, layer);
    if (!isMapKey(layer, key)) {
      if (field === undefined) assign(layerBag, key, change.after);
      else this.#setField(this.#own(layerBag, key), field, change);
      return;
    }
    const map = this.#own(layerBag, key);
    if (field === undefined) assign(map, id, change.after);
    else this.#setField(this.#own(map, id), field, change);
  }

  #setField(bag: Bag, field: readonly string[], change: Change): void {
    let at = bag;
    const last = field.length - 1;
    for (let i = 0; i < last; i++) {
      const key = field[i] as string;
      if (i === last - 1 && setKeys.has(key) && !isBag(at[key])) {
        this.#setMember(at, key, field[last] as string, change.after === true);
        return;
      }
      at = this.#own(at, key);
    }
    assign(at, field[last] as string, change.after);
  }

  #setMember(bag: Bag, key: string, member: string, present: boolean): void {
    const list = (bag[key] as string[] | undefined) ?? [];
    const without = list.filter((other) => other !== member);
    bag[key] = present ? [...without, member] : without;
  }

  /** The map under `key`, copied when this draft does not own it yet, made when it is absent. */
  #own(bag: Bag, key: string): Bag {
    const value = bag[key];
    if (isBag(value) && this.#owned.has(value)) return value;
    const copy: Bag = isBag(value) ? { ...value } : {};
    this.#owned.add(copy);
    bag[key] = copy;
    return copy;
  }
}

function assign(bag: Bag, key: string, value: Json | undefined): void {
  if (value === undefined) delete bag[key];
  else bag[key] = value;
}

/** Two changes that cannot both stand. */
export interface Conflict {
  readonly mine: Change;
  readonly theirs: Change;
}

export interface Rebased {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Moves `mine` over `theirs`; both start from the same document. What they did already is dropped; what contradicts is a conflict:
 * the same value set to something else, or one side removing what the other side edits. Linear in both.
 */
export function rebase(mine: readonly Change[], theirs: readonly Change[]): Rebased {
  const index = new PathIndex(theirs);
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  for (const change of mine) {
    const other = index.touching(change);
    if (!other) changes.push(change);
    else if (samePath(other, change) && same(other.after, change.after, lastKey(change))) continue;
    else conflicts.push({ mine: change, theirs: other });
  }
  return { changes, conflicts };
}

/** Three-way merge: `a` and `b` both come from `base`. Conflicts keep a's value. */
export function merge(
  base: Document,
  a: Document,
  b: Document,
): { document: Document; conflicts: readonly Conflict[] } {
  const { changes, conflicts } = rebase(difference(base, b), difference(base, a));
  return { document: apply(a, changes), conflicts };
}

function lastKey(change: Change): string {
  return change.field?.[change.field.length - 1] ?? "";
}

/** The keys that lead to what a change touches, from the layer down. */
export function pathOf(change: Change): readonly string[] {
  const dot = change.collection.indexOf(".");
  const layer = dot < 0 ? change.collection : change.collection.slice(0, dot);
  const key = dot < 0 ? undefined : change.collection.slice(dot + 1);
  const thing = key === undefined ? [layer] : isMapKey(layer as Layer, key) ? [layer, key, change.id] : [layer, key];
  return change.field ? [...thing, ...change.field] : thing;
}

function samePath(a: Change, b: Change): boolean {
  return JSON.stringify(pathOf(a)) === JSON.stringify(pathOf(b));
}

/** A trie of paths: finds a change at, above or below a path in the length of the path. */
class PathIndex {
  readonly #root: Node = { children: new Map() };

  constructor(changes: readonly Change[]) {
    for (const change of changes) {
      let node = this.#root;
      for (const key of pathOf(change)) {
        let next = node.children.get(key);
        if (!next) node.children.set(key, (next = { children: new Map() }));
        node = next;
        node.below ??= change;
      }
      node.at = change;
    }
  }

  touching(change: Change): Change | undefined {
    let node: Node | undefined = this.#root;
    for (const key of pathOf(change)) {
      node = node.children.get(key);
      if (!node) return undefined;
      if (node.at) return node.at;
    }
    return node.below;
  }
}

interface Node {
  readonly children: Map<string, Node>;
  at?: Change;
  below?: Change;
}
