// What an edit would break: the problems that the document has after it and not before.
import { apply } from "./apply.ts";
import type { Change } from "./changes.ts";
import { checkDocument } from "./check-document.ts";
import type { Document } from "./document.ts";
import { edit } from "./edits.ts";
import type { Problem } from "./problem.ts";
import { isStillSound } from "./still-sound.ts";

/** The problems that these operations bring into the document: dangling references, flows to themselves, zones in circles. */
export function breaks(document: Document, operations: readonly Change[]): readonly Problem[] {
  const edited = apply(document, edit(document, operations));
  if (isStillSound(document, edited)) return [];
  const after = checkDocument(edited);
  if (after.length === 0) return [];
  const before = new Set(checkDocument(document).map(keyOf));
  return after.filter((found) => !before.has(keyOf(found)));
}

function keyOf({ code, where, say }: Problem): string {
  return JSON.stringify([code, where?.file, where?.path, say]);
}
