// A proposal thing by thing, so that each is accepted or refused by itself.
import type { Change } from "../model/changes.ts";
import { shortDigest } from "../model/digest.ts";

/** All that a proposal changes of one thing, under a fingerprint of what it would make of it. */
export interface ProposedThing {
  /** Its collection and id: `elements redis`. */
  readonly title: string;
  readonly collection: string;
  readonly id: string;
  readonly fingerprint: string;
  readonly changes: readonly Change[];
}

/** The changes by thing: refusing a proposal leaves one fingerprint per thing, so that none of them comes back in another. */
export function proposedThings(changes: readonly Change[]): readonly ProposedThing[] {
  const things = new Map<string, { collection: string; id: string; changes: Change[] }>();
  for (const change of changes) {
    const collection = change.collection.replace(/^observed\.?/, "");
    const key = `${collection || "everything that files show"} ${change.id}`;
    const there = things.get(key);
    if (there) there.changes.push(change);
    else things.set(key, { collection, id: change.id, changes: [change] });
  }
  return [...things].map(([title, thing]) => ({
    title,
    ...thing,
    fingerprint: `seen-${shortDigest([title, thing.changes.map(({ field, after }) => [field ?? null, after ?? null])])}`,
  }));
}
