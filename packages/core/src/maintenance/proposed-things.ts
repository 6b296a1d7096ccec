// A proposal thing by thing, so that each is accepted or refused by itself.
import { type Change, isBag, type Json } from "../model/changes.ts";
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

/** True when a proposal brings a thing that is not there. */
export function isNewThing({ changes }: Pick<ProposedThing, "changes">): boolean {
  return changes.some(({ field, before, after }) => field === undefined && before === undefined && after !== undefined);
}

/**
 * The changes that are left when some new things are not taken: neither they nor what names them. A new flow from such an element is
 * not taken either; a list only loses it.
 */
export function changesWithout(changes: readonly Change[], left: ReadonlySet<string>): readonly Change[] {
  const gone = new Set(left);
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const { id, field, after } of changes)
      if (field === undefined && isBag(after) && restsOn(after, gone)) gone.add(id);
  }
  return changes.flatMap((change): readonly Change[] => {
    const { id, field, after } = change;
    if (field === undefined) return gone.has(id) && after !== undefined ? [] : [withoutMembers(change, gone)];
    if (gone.has(id) || gone.has(field.at(-1) as string)) return [];
    return typeof after === "string" && gone.has(after) ? [] : [withoutMembers(change, gone)];
  });
}

/** What a thing is called is no reference, whatever it says. */
const words: ReadonlySet<string> = new Set(["title", "description", "seen", "at"]);

function restsOn(thing: Readonly<Record<string, Json>>, gone: ReadonlySet<string>): boolean {
  return Object.entries(thing).some(([key, value]) => typeof value === "string" && !words.has(key) && gone.has(value));
}

function withoutMembers(change: Change, gone: ReadonlySet<string>): Change {
  const { after } = change;
  const kept = (value: Json): Json =>
    Array.isArray(value) ? value.filter((one) => typeof one !== "string" || !gone.has(one)) : value;
  if (Array.isArray(after)) return { ...change, after: kept(after) };
  if (change.field !== undefined || !isBag(after)) return change;
  return { ...change, after: Object.fromEntries(Object.entries(after).map(([key, value]) => [key, kept(value)])) };
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

/** True for what only stands on other lines than before. */
export function isMoved({ changes }: Pick<ProposedThing, "changes">): boolean {
  return changes.every(({ field }) => field?.includes("seen") ?? false);
}

/** True for what is noted of the files that were read, and for what only stands on other lines: nobody decides about that. */
export function goesAlong(thing: Pick<ProposedThing, "collection" | "changes">): boolean {
  return thing.collection === "sources" || isMoved(thing);
}

/** How many things a proposal is said to be of: those that a person decides on; where there are none, those that go along. */
export function proposedCount(changes: readonly Change[]): number {
  const things = proposedThings(changes);
  return things.filter((thing) => !goesAlong(thing)).length || things.length;
}
