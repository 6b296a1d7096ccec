// The commands that write shown notes down. Pure.
import { type Analysis, type CommandCall, type Document, effective, type Note, splitKey } from "@parapet/core";
import { keepNotes, type NoteView, type SilenceView } from "@parapet/live";

/** One for each note that is not written down yet; what a note is about is left out when there is nothing of that id any more. */
export function keeping(
  workshop: string,
  notes: readonly NoteView[],
  kept: Readonly<Record<string, Note>>,
  document: Document,
  analysis: Pick<Analysis, "questions"> | undefined,
): readonly CommandCall[] {
  const key = ({ text, by, about }: Pick<NoteView, "text" | "by"> & { readonly about?: string | undefined }) =>
    JSON.stringify([text, by, about]);
  const there = new Set(Object.values(kept).map(key));
  const laid = effective(document);
  const isThere = (about: string): boolean => {
    const subject = splitKey(about)?.subject ?? about;
    if (!laid.collectionOf.has(laid.resolve(subject))) return false;
    return subject === about || analysis?.questions.some(({ id }) => id === about) === true;
  };
  const fresh = notes
    .map(({ about, ...note }) => ({ ...note, ...(about !== undefined && isThere(about) && { about }) }))
    .filter((note) => {
      const isNew = !there.has(key(note));
      there.add(key(note));
      return isNew;
    });
  return keepNotes(workshop, fresh);
}

/** What is done with notes before another part begins: hidden ones are shown, which keeps them; shown ones that are not kept yet are. */
export function beforeLeaving(silence: SilenceView | undefined): "show" | "keep" | undefined {
  if (!silence || noteCount(silence) === 0) return undefined;
  return silence.phase === "silent" ? "show" : "keep";
}

/** How many notes lie there. */
export function noteCount(silence: Pick<SilenceView, "counts"> | undefined): number {
  return Object.values(silence?.counts ?? {}).reduce((sum, one) => sum + one, 0);
}
