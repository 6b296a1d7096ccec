// Which thing of the model an id means, for commands that edit any of them.
import { at } from "./checks.ts";
import type { Document } from "./document.ts";
import { effective, type ThingCollection, thingCollections } from "./effective.ts";
import { nearest } from "./files/nearest.ts";
import { type Problem, problem } from "./problem.ts";

/** The collections whose things are edited field by field. */
export const editableCollections = [...thingCollections, "features", "roles", "participants", "attackers"] as const;
export type EditableCollection = (typeof editableCollections)[number];

const others = ["features", "roles", "participants", "attackers"] as const;

/** A thing of the model layer, the observed layer, or both. */
export interface Target {
  readonly collection: EditableCollection;
  /** The id that stands for it now. */
  readonly id: string;
  /** The keys that model.yaml and observed.yaml have it under; with `same-as` and `was` there may be several. */
  readonly declared: readonly string[];
  readonly observed: readonly string[];
  readonly was: readonly string[];
}

/** True for the collections of the diagram and the surface. */
export function isThing(collection: EditableCollection): collection is ThingCollection {
  return (thingCollections as readonly string[]).includes(collection);
}

/** The thing that an id means: a thing of the diagram or surface, else a feature, role, participant or attacker. */
export function locate(document: Document, id: string, of?: EditableCollection | undefined): Target | undefined {
  const laid = effective(document);
  const now = laid.resolve(id);
  const found = laid.collectionOf.get(now);
  const collections = found ? [found, ...others] : others;
  for (const collection of collections) {
    if (of !== undefined && of !== collection) continue;
    const meant = collection === found ? now : id;
    const names = collection === found ? [meant, ...(laid.aliases.get(meant) ?? [])] : [meant];
    const declared = document.model[collection] ?? {};
    const observed = (document.observed as Partial<Document["model"]> | undefined)?.[collection] ?? {};
    const keys = {
      declared: names.filter((key) => Object.hasOwn(declared, key)),
      observed: names.filter((key) => Object.hasOwn(observed, key)),
    };
    if (keys.declared.length + keys.observed.length === 0) continue;
    const was = (declared[meant] as { was?: readonly string[] } | undefined)?.was;
    return { collection, id: meant, ...keys, was: was ?? [] };
  }
  return undefined;
}

/** The problem of an id that means nothing. */
export function missingTarget(document: Document, id: string): readonly Problem[] {
  const names = [
    ...effective(document).collectionOf.keys(),
    ...others.flatMap((key) => Object.keys(document.model[key] ?? {})),
  ];
  const near = nearest(id, names);
  const fix = near ? `Did you mean ${near}?` : "Name a thing that the model has.";
  return [problem("dangling-reference", `There is nothing with the id ${id}.`, fix, at("id"))];
}
