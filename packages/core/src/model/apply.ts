// Applies changes to a document without touching it.
import { type Bag, type Change, isBag, isMapKey, isSetKey, type Json } from "./changes.ts";
import type { Document, Layer } from "./document.ts";

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
      if (i === last - 1 && isSetKey(key) && !isBag(at[key])) {
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
