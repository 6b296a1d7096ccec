// Undo in a room: per person, over what others did since.
import { type Change, type Document, type LogEntry, ok, type Result, undoOf } from "@parapet/core";
import type { Entry } from "./wire.ts";

/** The last entry of a person that is not taken back yet, and what takes it back; refused, naming who and what, when others built on it. */
export function undoIn(
  entries: readonly Entry[],
  by: string,
  document: Document,
): Result<{ readonly entry: Entry; readonly changes: readonly Change[] }> {
  const places = new Map(entries.map(({ id }, i) => [id, i]));
  const undo = undoOf(
    entries.map((entry) => asLogEntry(entry, places)),
    by,
    document,
  );
  if (!undo.ok) return undo;
  const entry = entries[Number(undo.value.key.split(":")[0])] as Entry;
  return ok({ entry, changes: undo.value.changes });
}

function asLogEntry({ undoes, ...entry }: Entry, places: ReadonlyMap<string, number>): LogEntry {
  const { at, by, title, calls, changes, seq, id } = entry;
  const place = undoes === undefined ? undefined : (places.get(undoes) ?? -1);
  return {
    ...{ at, by, title, calls, changes, from: String(seq - 1), to: id },
    ...(place !== undefined && { undoes: `${place}:${undoes}` }),
  };
}
