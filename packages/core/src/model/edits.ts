// How commands say what they change: short operations on a document, from which the exact changes follow.
import { apply } from "./apply.ts";
import { type Change, type Json, placeOf } from "./changes.ts";
import { difference } from "./difference.ts";
import { type Document, type Layer, schemaVersion } from "./document.ts";

/** Puts a whole thing. */
export function put(collection: string, id: string, value: unknown): Change {
  return { collection, id, after: plain(value) };
}

/** Sets one value of a thing; the thing is made when it is absent. Undefined takes the value away. */
export function set(collection: string, id: string, field: readonly string[], value: unknown): Change {
  return value === undefined ? { collection, id, field } : { collection, id, field, after: plain(value) };
}

/** Removes a whole thing. */
export function remove(collection: string, id: string): Change {
  return { collection, id };
}

/**
 * The changes that operations make of a document: each with what was there before, id sets member by member,
 * nothing for what already is so; a layer that does not exist yet starts with its schema version.
 */
export function edit(document: Document, operations: readonly Change[]): readonly Change[] {
  const headers = new Map<Layer, Change>();
  for (const { collection } of operations) {
    const { layer } = placeOf(collection);
    if (document[layer] === undefined) headers.set(layer, set(layer, "model", ["parapet"], schemaVersion));
  }
  return difference(document, apply(document, [...headers.values(), ...operations]));
}

/** The value without keys that are undefined. */
export function without<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const out: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) if (member !== undefined) out[key] = member;
  return out as { [K in keyof T]: Exclude<T[K], undefined> };
}

function plain(value: unknown): Json {
  return (typeof value === "object" && value !== null && !Array.isArray(value) ? without(value) : value) as Json;
}
