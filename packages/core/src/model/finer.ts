// A change that brings or takes a whole map, as changes of what is in it: what others put into the map beside it then is no contradiction.
import { type Bag, type Change, changeOf, isBag, isMapKey, type Json, placeOf } from "./changes.ts";
import type { Layer } from "./document.ts";

/** Fields of a thing that are maps, in which each key is a value of its own. Other fields with keys are records and stay whole. */
const mapFields = new Set(["facts", "access", "criteria"]);

/**
 * The parts of a change that puts a map where nothing was, or takes a whole map away: a layer by its collections, a collection by
 * its things, facts by fact. A thing is one, and any other change stays as it is. When a layer goes, its scalars (the schema
 * version) stay with what others have put there.
 */
export function finer(change: Change): readonly Change[] {
  const { collection, id, field, before, after } = change;
  const value = after ?? before;
  if ((before === undefined) === (after === undefined) || !isBag(value) || isEmpty(value)) return [change];
  const comes = after !== undefined;
  const { layer, key } = placeOf(collection);
  if (key !== undefined) return isMapField(field) ? below(collection, id, field, value, comes) : [change];
  if (field === undefined) return Object.entries(value).flatMap(([name, one]) => ofKey(layer, name, one, comes));
  return field.length === 1 ? ofKey(layer, field[0] as string, value, comes) : [change];
}

/** What comes or goes under one key of a layer. */
function ofKey(layer: Layer, key: string, value: Json, comes: boolean): readonly Change[] {
  if (!isBag(value) || isEmpty(value)) return comes ? [part(layer, "model", [key], value, comes)] : [];
  const inside = `${layer}.${key}`;
  if (!isMapKey(layer, key)) return below(inside, "model", [], value, comes);
  return Object.entries(value).map(([id, thing]) => part(inside, id, undefined, thing, comes));
}

function below(collection: string, id: string, field: readonly string[], value: Bag, comes: boolean) {
  return Object.entries(value).map(([key, one]) => part(collection, id, [...field, key], one, comes));
}

function part(collection: string, id: string, field: readonly string[] | undefined, value: Json, comes: boolean) {
  return changeOf(collection, id, field, comes ? undefined : value, comes ? value : undefined);
}

function isMapField(field: readonly string[] | undefined): field is readonly string[] {
  return mapFields.has(field?.[field.length - 1] ?? "");
}

function isEmpty(bag: Bag): boolean {
  return Object.keys(bag).length === 0;
}
