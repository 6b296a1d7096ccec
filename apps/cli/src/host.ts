// The person whose machine runs the workbench: git's user, as the model knows them. Asked seldom, since asking starts processes.
import type { Document } from "@parapet/core";

/** So many milliseconds it is taken that they are who they were: a pointer that moves asks for its name with every frame. */
const askedAgainAfter = 10_000;

/** Who the host is by a document: asked anew when that names other people, or when the answer is old. `now`: milliseconds of a clock that only rises. */
export function hostOf(ask: (document: Document) => string, now: () => number): (document: Document) => string {
  let known: { readonly of: Document; readonly name: string; readonly until: number } | undefined;
  return (document) => {
    if (known && now() < known.until && namesSame(known.of, document)) return known.name;
    known = { of: document, name: ask(document), until: now() + askedAgainAfter };
    return known.name;
  };
}

function namesSame(a: Document, b: Document): boolean {
  return a.people === b.people && a.model.participants === b.model.participants;
}
