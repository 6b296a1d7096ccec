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
 * already is left; anything else contradicts, also a value of something that is gone by now. A whole map is taken apart where it
 * does not fit as one. Linear in what was changed.
 */
export function carryOver(made: Document, seen: Document, present: Document): CarriedOver {
  const changes: Change[] = [];
  const contradicted: Change[] = [];
  const take = (change: Change, parts: readonly Change[]): void => {
    const fit = fits(change, seen, present);
    if (fit === "stands") changes.push(change);
    else if (fit === "contradicts" && parts[0] === change) contradicted.push(change);
    else if (fit === "contradicts") for (const part of parts) take(part, [part]);
  };
  for (const change of difference(seen, made)) take(change, finer(change));
  return { changes, contradicted };
}

function fits(change: Change, seen: Document, present: Document): "stands" | "done" | "contradicts" {
  const path = pathOf(change);
  const key = path[path.length - 1] ?? "";
  const there = valueAt(present, path);
  if (sameValue(there, change.after, key)) return "done";
  return sameValue(there, change.before, key) && !isGone(change, path, seen, present) ? "stands" : "contradicts";
}

/** True when the thing, or the map or list in it, in which the value lay is not there any more. */
function isGone({ collection }: Change, path: readonly string[], seen: Document, present: Document): boolean {
  for (let length = placeOf(collection).byId ? 3 : 2; length < path.length; length++) {
    const above = path.slice(0, length);
    if (valueAt(seen, above) !== undefined && valueAt(present, above) === undefined) return true;
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
