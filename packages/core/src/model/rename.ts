// Renaming: the thing moves to its new id, keeps the old one under `was`, and what the model says of it follows.
import type { Change, Json } from "./changes.ts";
import { renamedOnDiagram } from "./diagram-edits.ts";
import type { Document } from "./document.ts";
import { edit, put, remove, set } from "./edits.ts";
import { thingCollections } from "./effective.ts";
import { redirectReferences } from "./references.ts";
import type { Target } from "./targets.ts";

type Bag = Readonly<Record<string, unknown>>;
type Things = Readonly<Record<string, Bag>>;

/** The changes that give the target its new id. What the register and sources name by the old id still means it. */
export function renamed(document: Document, target: Target, to: string): readonly Change[] {
  const collection = `model.${target.collection}`;
  const own = (document.model[target.collection] as Things | undefined)?.[target.id] ?? {};
  const was = [...target.was.filter((old) => old !== to), target.id];
  const redirects = new Map([[target.id, to]]);
  const moved = { ...redirectReferences(own, redirects), was };
  return edit(document, [
    ...followers(document, target.id, to),
    ...(target.declared.includes(target.id) ? [remove(collection, target.id)] : []),
    put(collection, to, moved),
    ...renamedOnDiagram(document, target.id, to),
  ]);
}

/** What else the model says by the old id, said by the new one. */
function followers({ model }: Document, from: string, to: string): readonly Change[] {
  const redirects = new Map([[from, to]]);
  const operations: Change[] = [];
  for (const key of thingCollections) {
    for (const [id, thing] of Object.entries((model[key] ?? {}) as Things)) {
      const next = redirectReferences(thing, redirects);
      if (id !== from && next !== thing) operations.push(put(`model.${key}`, id, next));
    }
  }
  for (const [id, feature] of Object.entries(model.features ?? {})) {
    for (const field of ["adds", "changes"] as const) {
      if (!feature[field]?.includes(from)) continue;
      const next = feature[field].map((other) => (other === from ? to : other));
      operations.push(set("model.features", id, [field], next));
    }
  }
  for (const [id, { facts }] of Object.entries(model.assumptions ?? {})) {
    if (!facts || !Object.hasOwn(facts, from)) continue;
    const { [from]: stated, ...rest } = facts;
    operations.push(set("model.assumptions", id, ["facts"], { ...rest, [to]: stated as Json }));
  }
  for (const [id, { starts }] of Object.entries(model.attackers ?? {})) {
    if (starts === from) operations.push(set("model.attackers", id, ["starts"], to));
  }
  return operations;
}
