// Silent brainstorm: everybody writes, and sees their own notes alone, until all are shown. Shown notes stay until they are in the model.
import type { CommandCall } from "@parapet/core";

export interface NoteView {
  readonly id: string;
  readonly text: string;
  readonly about?: string;
  /** Who wrote it, as entries name them; with `recorded` somebody else wrote it down. */
  readonly by: string;
  readonly recorded?: true;
}

export interface SilenceView {
  readonly about?: string;
  readonly phase: "silent" | "shown";
  /** Key → how many notes are somebody's, whoever wrote them down. */
  readonly counts: Readonly<Record<string, number>>;
  /** All notes, once they are shown. */
  readonly notes?: readonly NoteView[];
}

interface Held extends NoteView {
  /** Who wrote it down: it is theirs to change and to take back. */
  readonly who: string;
  /** Whose it is: who said it. */
  readonly of: string;
}

const mostOfOne = 100;
const most = 1_000;

export class Silence {
  readonly #about: string | undefined;
  /** By author and id: nobody's id is another's. */
  #notes = new Map<string, Held>();
  #shown = false;

  constructor(about: string | undefined) {
    this.#about = about;
  }

  get isShown(): boolean {
    return this.#shown;
  }

  get isEmpty(): boolean {
    return this.#notes.size === 0;
  }

  /** Writes a note, or writes it anew, as somebody's; false when there are too many. */
  write(who: string, note: NoteView, of = who): boolean {
    const key = `${who}\n${note.id}`;
    const own = this.#of(who).length;
    if (!this.#notes.has(key) && (own >= mostOfOne || this.#notes.size >= most)) return false;
    this.#notes.set(key, { ...note, who, of });
    return true;
  }

  drop(who: string, id: string): boolean {
    return this.#notes.delete(`${who}\n${id}`);
  }

  /** Somebody was removed: what nobody has seen goes with them. */
  withdraw(who: string): void {
    if (!this.#shown) for (const { id } of this.#of(who)) this.drop(who, id);
  }

  /** Shows all notes to all. Ids are made anew, in the order of writing: what is equal by accident stays apart. */
  show(): void {
    this.#shown = true;
    const numbered = [...this.#notes.values()].map((note, i) => ({ ...note, id: `note-${i + 1}` }));
    this.#notes = new Map(numbered.map((note) => [note.id, note]));
  }

  /** These are in the model now. */
  kept(ids: readonly string[]): void {
    for (const id of ids) this.#notes.delete(id);
  }

  view(): SilenceView {
    const counts: Record<string, number> = {};
    for (const note of this.#notes.values()) counts[note.of] = (counts[note.of] ?? 0) + 1;
    return {
      ...(this.#about !== undefined && { about: this.#about }),
      phase: this.#shown ? "shown" : "silent",
      counts,
      ...(this.#shown && { notes: [...this.#notes.values()].map(asView) }),
    };
  }

  /** What somebody has written, for themselves; nothing once all is shown. */
  own(who: string): readonly NoteView[] {
    return this.#shown ? [] : this.#of(who).map(asView);
  }

  #of(who: string): readonly Held[] {
    return [...this.#notes.values()].filter((note) => note.who === who);
  }
}

function asView({ who: _, of: __, ...note }: Held): NoteView {
  return note;
}

/** The commands that keep shown notes, each with the ids that `notes-kept` then names. */
export function keepNotes(workshop: string, notes: readonly NoteView[]): readonly CommandCall[] {
  return notes.map(({ text, about, by }) => ({
    name: "add-note",
    input: { workshop, text, ...(about !== undefined && { about }), "said-by": by },
  }));
}
