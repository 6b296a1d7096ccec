// One side of a comparison, and the ids that mean the same on both.
import type { Analysis } from "../analysis/result.ts";
import { nameOfPerson } from "../model/called.ts";
import type { Document } from "../model/document.ts";
import { type Effective, effective } from "../model/effective.ts";
import { splitKey } from "../model/ids.ts";

/** A model as it was or is: its document, and what the analysis says of it. */
export interface Revision {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** What people call the person of a key: by the name of the later side, else of the earlier one. */
export function calledIn(before: Revision, after: Revision): (key: string) => string {
  return (key) => {
    const name = nameOfPerson(after.document, key);
    return name === key ? nameOfPerson(before.document, key) : name;
  };
}

/** Old id → the id of the same thing on the other side, and keys (`rule@subject`) with both parts led over. */
export interface Renames {
  readonly things: ReadonlyMap<string, string>;
  readonly thing: (id: string) => string;
  readonly key: (key: string) => string;
}

/** Which things of `before` have another id in `after`, whichever side says so by `was` or `same-as`. */
export function renamesOf(before: Document, after: Document, rules: ReadonlyMap<string, string> = new Map()): Renames {
  const from = effective(before);
  const to = effective(after);
  const things = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, collection] of from.collectionOf) {
    const other = to.collectionOf.has(id) ? undefined : counterpart(id, from, to);
    if (other === undefined || taken.has(other) || to.collectionOf.get(other) !== collection) continue;
    taken.add(other);
    things.set(id, other);
  }
  const thing = (id: string): string => things.get(id) ?? id;
  const key = (text: string): string => {
    const parts = things.size === 0 && rules.size === 0 ? undefined : splitKey(text);
    return parts ? `${rules.get(parts.left) ?? parts.left}@${thing(parts.subject)}` : text;
  };
  return { things, thing, key };
}

function counterpart(id: string, from: Effective, to: Effective): string | undefined {
  const candidates = [to.resolve(id), ...(from.aliases.get(id) ?? [])];
  return candidates.find((other) => other !== id && to.collectionOf.has(other) && !from.collectionOf.has(other));
}
