// Carries changes from the document on which they were made over to the one that stands now: value by value.
import { type Change, isBag, type Json, pathOf, placeOf, sameValue } from "./changes.ts";
import { difference } from "./difference.ts";
import type { Document } from "./document.ts";
import { finer } from "./finer.ts";

/** What may be made of the present document, and what contradicts it. */
export interface CarriedOver {
  /** Changes to make; what is so already is left out. */
  readonly changes: readonly Change[];
  /** Changes whose value is neither what they saw nor what they make. */
  readonly contradicted: readonly Change[];
}

/**
 * What turned `seen` into `made`, on the document `present`. A value that still is what was seen is changed; a value that is so
 * already is left; anything else contradicts, also a value of something that is gone by now. A thing that was renamed is followed,
 * and a whole map is taken apart where it does not fit as one. Linear in what was changed.
 */
export function carryOver(made: Document, seen: Document, present: Document): CarriedOver {
  const changes: Change[] = [];
  const contradicted: Change[] = [];
  const take = (change: Change, parts: readonly Change[]): void => {
    const there = followed(change, present);
    const fit = fits(change, there, seen, present);
    if (fit === "stands") changes.push(there);
    else if (fit === "contradicts" && parts[0] === change) contradicted.push(change);
    else if (fit === "contradicts") for (const part of parts) take(part, [part]);
  };
  for (const change of difference(seen, made)) take(change, finer(change));
  return { changes, contradicted };
}

/** Whether a change fits where it is made now, `there`. */
function fits(change: Change, there: Change, seen: Document, present: Document): "stands" | "done" | "contradicts" {
  const path = pathOf(there);
  const key = path[path.length - 1] ?? "";
  const value = valueAt(present, path);
  if (sameValue(value, change.after, key)) return "done";
  const isWhole = sameValue(value, change.before, key);
  return isWhole && !isGone(pathOf(change), path, seen, present, placeOf(change.collection).byId ? 3 : 2)
    ? "stands"
    : "contradicts";
}

/** A change of a thing that has another id by now, as a change of the thing under that id. What brings a thing means a new one. */
function followed(change: Change, present: Document): Change {
  const { collection, id, field, after } = change;
  const { layer, key, byId } = placeOf(collection);
  if (key === undefined || !byId || (field === undefined && after !== undefined)) return change;
  const things = valueAt(present, [layer, key]);
  if (!isBag(things) || Object.hasOwn(things, id)) return change;
  const now = Object.keys(things).find((other) => valueAt(present, [layer, key, other, "was", id]) === true);
  return now === undefined ? change : { ...change, id: now };
}

/** True when the thing, or the map or list in it, in which the value lay is not there any more. */
function isGone(
  was: readonly string[],
  is: readonly string[],
  seen: Document,
  present: Document,
  from: number,
): boolean {
  for (let length = from; length < was.length; length++) {
    const lay = valueAt(seen, was.slice(0, length)) !== undefined;
    if (lay && valueAt(present, is.slice(0, length)) === undefined) return true;
  }
  return false;
}

/** The value at a path of a document; `true` for a member that an id set has. */
function valueAt(document: Document, path: readonly string[]): Json | undefined {
  let value = document as unknown as Json | undefined;
  for (const key of path) {
    if (Array.isArray(value)) value = value.includes(key) ? true : undefined;
    else value = isBag(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
