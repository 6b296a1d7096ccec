// What is kept of what people did when the files, edited meanwhile, contradict it.
import { apply, type Change, checkDocument, type Document, difference, rebase } from "@parapet/core";

/** A document that the files and as much as possible of the rest agree on, and what had to be left out. */
export interface Rescued {
  readonly document: Document;
  /** Ids of things whose changes were left out. */
  readonly leftOut: readonly string[];
}

/** Above this many things they are not tried one by one. */
const most = 200;

/**
 * The files' document with what was made beside it since `base`, thing by thing, as far as the whole stays valid. The values that the
 * files name count as they stand there.
 */
export function rescue(base: Document, files: Document, present: Document): Rescued {
  const { changes, conflicts } = rebase(difference(base, present), difference(base, files));
  const out = new Set(conflicts.map(({ mine }) => mine.id));
  const whole = apply(files, changes);
  if (isValid(whole)) return { document: whole, leftOut: [...out] };
  let waiting = byThing(changes);
  let document = files;
  if (waiting.length > most) return { document, leftOut: [...out, ...waiting.map(([id]) => id)] };
  // What names another thing fits only once that is there: another round, as long as one more fits.
  for (let fitted = true; fitted; ) {
    const before = waiting.length;
    waiting = waiting.filter(([, own]) => {
      const tried = apply(document, own);
      if (!isValid(tried)) return true;
      document = tried;
      return false;
    });
    fitted = waiting.length < before;
  }
  return { document, leftOut: [...new Set([...out, ...waiting.map(([id]) => id)])] };
}

function isValid(document: Document): boolean {
  return checkDocument(document).length === 0;
}

function byThing(changes: readonly Change[]): readonly (readonly [string, readonly Change[]])[] {
  const things = new Map<string, { id: string; own: Change[] }>();
  for (const change of changes) {
    const key = `${change.collection}\n${change.id}`;
    const there = things.get(key);
    if (there) there.own.push(change);
    else things.set(key, { id: change.id, own: [change] });
  }
  return [...things.values()].map(({ id, own }) => [id, own] as const);
}
