// Whose a note is, until all are shown. Pure.
import type { Note } from "@parapet/core";
import type { You } from "@parapet/live";

/** True for what this person said, or wrote down for somebody else. */
export function isOwn(note: Pick<Note, "by" | "recorded-by">, you: You | undefined): boolean {
  if (!you) return false;
  const names = [you.by, you.name].filter((name) => name !== undefined);
  return names.includes(note["recorded-by"] ?? note.by);
}
