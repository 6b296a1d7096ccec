// Who refers to a thing: what has to change before it can go.
import { byCodeUnit } from "./changes.ts";
import type { Document } from "./document.ts";
import { type Effective, thingCollections } from "./effective.ts";
import { asLong, type Facts } from "./fact.ts";
import { referenceFields, referenceSets } from "./references.ts";
import { mapOf } from "./statements.ts";

type Bag = Readonly<Record<string, unknown>>;

/** Which of the things count: all, or those that people declared (what only sources show goes with what it hangs on). */
export type Side = "value" | "declared";

/** The places that name the thing, as `save-order (to)`, in code-unit order. */
export function referrersOf(document: Document, laid: Effective, id: string, side: Side): readonly string[] {
  const found: string[] = [];
  for (const collection of thingCollections) {
    for (const [other, entry] of mapOf(laid, collection)) {
      const thing = entry[side] as Bag | undefined;
      if (thing && other !== id) for (const field of fieldsNaming(thing, id)) found.push(`${other} (${field})`);
    }
  }
  found.push(...referrersOfModel(document, laid, id));
  return found.sort(byCodeUnit);
}

/** The entry points that grant or refuse access to a role. */
export function referrersOfRole(laid: Effective, role: string): readonly string[] {
  return [...laid.entryPoints].flatMap(([id, { value }]) =>
    Object.hasOwn(value.access ?? {}, role) ? [`${id} (access)`] : [],
  );
}

function fieldsNaming(thing: Bag, id: string): readonly string[] {
  const found: string[] = referenceFields.filter((field) => thing[field] === id);
  for (const field of referenceSets)
    if ((thing[field] as readonly string[] | undefined)?.includes(id)) found.push(field);
  for (const [fact, stated] of Object.entries((thing.facts ?? {}) as Facts)) {
    if (asLong(stated).partly?.includes(id)) found.push(`facts.${fact}`);
  }
  return found;
}

function referrersOfModel({ model }: Document, laid: Effective, id: string): readonly string[] {
  const found: string[] = [];
  for (const [name, feature] of Object.entries(model.features ?? {})) {
    for (const field of ["adds", "changes"] as const) {
      if (feature[field]?.some((other) => laid.resolve(other) === id)) found.push(`${name} (${field})`);
    }
  }
  for (const [name, { facts }] of Object.entries(model.assumptions ?? {})) {
    if (Object.keys(facts ?? {}).some((other) => laid.resolve(other) === id)) found.push(`${name} (facts)`);
  }
  for (const [name, { starts }] of Object.entries(model.attackers ?? {})) {
    if (starts !== undefined && laid.resolve(starts) === id) found.push(`${name} (starts)`);
  }
  return found;
}
