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

/** Copies each map and each id set at most once, then edits the copy. */
class Draft {
  readonly #root: Bag;
  /** The maps that this draft made and may write to. */
  readonly #owned = new Set<Bag>();
  /** The id sets that this draft edits, by the list that stands for them in the document: it is filled at the end. */
  readonly #members = new Map<Json, Set<string>>();

  constructor(document: Document) {
    this.#root = { ...(document as unknown as Bag) };
  }

  /** Makes one change: costs the length of its path and, the first time, the size of the maps and the set on it. */
  apply({ collection, id, field, after }: Change): void {
    const { layer, key, byId } = placeOf(collection);
    if (key === undefined) this.#put(this.#root, layer, field, after);
    else if (byId) this.#put(this.#own(this.#own(this.#root, layer), key), id, field, after);
    else this.#put(this.#own(this.#root, layer), key, field, after);
  }

  /** Puts a whole thing under `key`, or one value below it. */
  #put(bag: Bag, key: string, field: readonly string[] | undefined, after: Json | undefined): void {
    if (field === undefined) assign(bag, key, after);
    else this.#putField(this.#own(bag, key), field, after);
  }

  #putField(thing: Bag, field: readonly string[], after: Json | undefined): void {
    const last = field.length - 1;
    let at = thing;
    for (let i = 0; i < last; i++) {
      const key = field[i] as string;
      if (i === last - 1 && isSetKey(key) && !isBag(at[key])) {
        putMember(this.#membersOf(at, key), field[last] as string, after === true);
        return;
      }
      at = this.#own(at, key);
    }
    assign(at, field[last] as string, after);
  }

  /** The document with all changes made. */
  finish(): Document {
    for (const [list, members] of this.#members) for (const member of members) (list as string[]).push(member);
    return this.#root as unknown as Document;
  }

  /** The map under `key`, copied when this draft does not own it yet, made when it is absent. */
  #own(bag: Bag, key: string): Bag {
    const value = Object.hasOwn(bag, key) ? bag[key] : undefined;
    if (isBag(value) && this.#owned.has(value)) return value;
    const copy: Bag = isBag(value) ? { ...value } : {};
    this.#owned.add(copy);
    setOwn(bag, key, copy);
    return copy;
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

/** Puts a member at the end of a set, or takes it out. */
function putMember(members: Set<string>, member: string, present: boolean): void {
  members.delete(member);
  if (present) members.add(member);
}

function assign(bag: Bag, key: string, value: Json | undefined): void {
  if (value === undefined) delete bag[key];
  else setOwn(bag, key, value);
}
