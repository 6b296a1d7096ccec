// Notes that a phone keeps until they are shown: they outlive a reload, a sleep and a server that begins anew.

export interface OwnNote {
  readonly id: string;
  readonly text: string;
  readonly about: string;
}

const keyOf = (workshop: string): string => `parapet.notes.${workshop}`;

export function keptNotes(workshop: string): readonly OwnNote[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(workshop)) ?? "[]") as OwnNote[];
  } catch {
    return [];
  }
}

/** Keeps a note, and names it. */
export function keep(workshop: string, text: string, about: string): OwnNote {
  const id = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => (byte % 36).toString(36)).join("");
  const note = { id, text, about };
  save(workshop, [...keptNotes(workshop), note]);
  return note;
}

export function forget(workshop: string, id: string): void {
  save(
    workshop,
    keptNotes(workshop).filter((note) => note.id !== id),
  );
}

function save(workshop: string, notes: readonly OwnNote[]): void {
  try {
    sessionStorage.setItem(keyOf(workshop), JSON.stringify(notes));
  } catch {
    // A phone without room keeps them on the server alone.
  }
}
