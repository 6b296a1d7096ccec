// Undo in a room: per person, over what others did since.
import {
  type Change,
  type Document,
  fail,
  type KnowsPeople,
  type LogEntry,
  nameOfPerson,
  ok,
  type Problem,
  problem,
  type Result,
  undoOf,
} from "@parapet/core";
import { keyOf, type Made, personOf } from "./who.ts";
import type { Entry } from "./wire.ts";

/** What taking something back comes to. */
export interface Taken {
  readonly entry: Entry;
  readonly changes: readonly Change[];
}

/** The last entry of a person that may be taken back: after the last barrier, and not taken back yet. */
export function lastOf(entries: readonly Entry[], who: Made): Entry | undefined {
  const undone = undoneIn(entries);
  const person = personOf(who);
  const open = entries.slice(afterBarrier(entries));
  return open.findLast(
    (entry) => personOf(entry) === person && entry.undoes === undefined && !undone.has(keyOf(entry, entry.id)),
  );
}

/** The changes that take one entry back, over all that was done since; refused, naming who and what, when others built on it. */
export function undoIn(entries: readonly Entry[], entry: Entry, document: Document): Result<Taken> {
  const at = entries.indexOf(entry);
  if (at < afterBarrier(entries)) return fail(beyondBarrier(entry));
  // Only what came since counts, and the entry is the only one of its author there: undoOf takes back an author's last one.
  const [first, ...later] = entries.slice(at);
  const log = [asLogEntry(first as Entry, target), ...later.map((one) => asLogEntry(one, one.by))];
  const undo = undoOf(log, target, document);
  return undo.ok ? ok({ entry, changes: undo.value.changes }) : undo;
}

/** True when an entry is taken back already. */
export function isUndone(entries: readonly Entry[], entry: Entry): boolean {
  return undoneIn(entries).has(keyOf(entry, entry.id));
}

export function nothingToUndo({ by }: Made, people: KnowsPeople): Problem {
  const fix = "Undo takes back what the same person did, as far as the journal goes back.";
  return problem("nothing-to-undo", `There is nothing of ${nameOfPerson(people, by)} to undo.`, fix);
}

/** An author whom no entry has. */
const target = "\u0000";

/** What is taken back, by person and id: everyone takes back their own. */
function undoneIn(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => (entry.undoes === undefined ? [] : [keyOf(entry, entry.undoes)])));
}

/** Where what may be taken back begins: a branch was switched underneath, and what was before does not fit any more. */
function afterBarrier(entries: readonly Entry[]): number {
  return entries.findLastIndex(({ barrier }) => barrier === true) + 1;
}

function beyondBarrier({ title }: Entry): Problem {
  const say = `“${title}” cannot be undone: the files were replaced since, by another branch or a pull.`;
  return problem("nothing-to-undo", say, "Change the values by hand, or switch back in git.");
}

function asLogEntry({ at, title, calls, changes, seq, id, undoes }: Entry, by: string): LogEntry {
  return { at, by, title, calls, changes, from: String(seq - 1), to: id, ...(undoes !== undefined && { undoes }) };
}
