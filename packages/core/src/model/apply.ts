// Applies changes to a document without touching it.
import { type Bag, type Change, isBag, isSetKey, type Json, placeOf, setOwn } from "./changes.ts";
import type { Document } from "./document.ts";

/**
 * Applies changes in order. The input document is not touched; every map and every id set on the way to a change is copied once per
 * call, so a batch of n changes costs O(n + size of what it touches).
 */
export function apply(document: Document, changes: readonly Change[]): Document {
  const draft = new Draft(document);
  for (const change of changes) draft.apply(change);
  return draft.finish();
}

/** A map of the draft beside the one of the document that stands in its place; undefined where the document has none. */
interface Place {
  readonly bag: Bag;
  readonly was: Bag | undefined;
}

/** Copies each map and each id set at most once, then edits the copy. */
class Draft {
  readonly #root: Place;
  /** Maps that changes brought: they are theirs, and are copied before something is put below them. */
  readonly #brought = new Set<Json>();
  /** Where the change before was made: most batches stay in one collection for long. */
  #last: { readonly collection: string; readonly place: Place } | undefined;
  /** The id sets that this draft edits, by the list that stands for them in the document: it is filled at the end. */
  readonly #members = new Map<Json, Set<string>>();

  constructor(document: Document) {
    const was = document as unknown as Bag;
    this.#root = { bag: { ...was }, was };
  }

  /** Makes one change: costs the length of its path and, the first time, the size of the maps and the set on it. */
  apply({ collection, id, field, after }: Change): void {
    if (this.#last?.collection !== collection) this.#last = this.#thingsOf(collection);
    if (this.#last) this.#put(this.#last.place, id, field, after);
    else this.#putWhole(collection, field, after);
  }

  /** The things of a collection, in which each has its id; undefined for what stands in a layer once. */
  #thingsOf(collection: string): { readonly collection: string; readonly place: Place } | undefined {
    const { layer, key, byId } = placeOf(collection);
    if (key === undefined || !byId) return undefined;
    return { collection, place: this.#own(this.#own(this.#root, layer), key, copyOf) };
  }

  /** Puts a layer, what stands in it once, or a field of these. */
  #putWhole(collection: string, field: readonly string[] | undefined, after: Json | undefined): void {
    const { layer, key } = placeOf(collection);
    if (key === undefined) this.#put(this.#root, layer, field, after);
    else this.#put(this.#own(this.#root, layer), key, field, after);
  }

  /** Puts a whole thing under `key`, or one value below it. */
  #put(place: Place, key: string, field: readonly string[] | undefined, after: Json | undefined): void {
    if (field === undefined) this.#assign(place.bag, key, after);
    else this.#putField(this.#own(place, key), field, after);
  }

  #putField(thing: Place, field: readonly string[], after: Json | undefined): void {
    const last = field.length - 1;
    let at = thing;
    for (let i = 0; i < last; i++) {
      const key = field[i] as string;
      if (i === last - 1 && isSetKey(key) && !isBag(at.bag[key])) {
        putMember(this.#membersOf(at.bag, key), field[last] as string, after === true);
        return;
      }
      at = this.#own(at, key);
    }
    this.#assign(at.bag, field[last] as string, after);
  }

  /** The document with all changes made. */
  finish(): Document {
    for (const [list, members] of this.#members) for (const member of members) (list as string[]).push(member);
    return this.#root.bag as unknown as Document;
  }

  /** The map under `key`: copied while it is still the document's or a change's own, made when it is absent. */
  #own({ bag, was }: Place, key: string, copied: (bag: Bag) => Bag = (small) => ({ ...small })): Place {
    const value = ownValue(bag, key);
    const before = was && ownValue(was, key);
    const there = isBag(before) ? before : undefined;
    if (isBag(value) && value !== before && !this.#brought.has(value)) return { bag: value, was: there };
    const copy: Bag = isBag(value) ? copied(value) : {};
    if (isBag(value) && value !== before) for (const part of Object.values(value)) this.#bring(part);
    setOwn(bag, key, copy);
    return { bag: copy, was: value === before ? there : undefined };
  }

  #assign(bag: Bag, key: string, value: Json | undefined): void {
    if (value === undefined) delete bag[key];
    else {
      this.#bring(value);
      setOwn(bag, key, value);
    }
  }

  #bring(value: Json | undefined): void {
    if (isBag(value)) this.#brought.add(value);
  }

  /** The members of the id set under `key`, which from now on are those of this draft; none when there is no list. */
  #membersOf(bag: Bag, key: string): Set<string> {
    const list = bag[key];
    const known = list === undefined ? undefined : this.#members.get(list);
    if (known) return known;
    const members = new Set(Array.isArray(list) ? (list as string[]) : []);
    const filledAtTheEnd: string[] = [];
    bag[key] = filledAtTheEnd;
    this.#members.set(filledAtTheEnd, members);
    return members;
  }
}

/** A copy of a map that may have thousands of keys: key by key, since V8 takes half as long again to spread such a one. */
function copyOf(bag: Bag): Bag {
  const copy: Bag = {};
  for (const key of Object.keys(bag)) setOwn(copy, key, bag[key] as Json);
  return copy;
}

function ownValue(bag: Bag, key: string): Json | undefined {
  return Object.hasOwn(bag, key) ? bag[key] : undefined;
}

/** Puts a member at the end of a set, or takes it out. */
function putMember(members: Set<string>, member: string, present: boolean): void {
  members.delete(member);
  if (present) members.add(member);
}
