// Keeps the journal short: begun anew with the last entries when it has grown.
import type { JournalLine } from "@parapet/adapters";
import { apply, type Document, difference, inverseOf } from "@parapet/core";
import type { Entry } from "@parapet/live";
import type { Synced } from "../files/keeper.ts";

/** So many entries stay: undo and clients that were away go back as far. */
const kept = 1_000;
/** Below these a journal is short enough. */
const smallest = { bytes: 16 * 1024 * 1024, entries: 4 * kept } as const;

/** True when a journal of this size and so many entries is begun anew. */
export function isLong(bytes: number, entries: number): boolean {
  return entries > kept && (bytes > smallest.bytes || entries > smallest.entries);
}

/** The lines of the journal that is begun: the document before the last entries, these, and what the files hold. */
export function shortened(
  room: string,
  entries: readonly Entry[],
  document: Document,
  { seq, document: files, digests }: Synced,
): readonly JournalLine[] {
  const last = entries.slice(-kept);
  const start = apply(document, inverseOf(last.flatMap(({ changes }) => changes)));
  const first = last[0]?.seq ?? seq + 1;
  const head = last.at(-1)?.seq ?? seq;
  const lacks = difference(document, files);
  const mark = lacks.length === 0 ? { seq: head, digests } : { seq: head, digests, lacks };
  return [{ start: { room, seq: first - 1, document: start } }, ...last.map((entry) => ({ entry })), { files: mark }];
}
