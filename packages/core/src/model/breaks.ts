// What an edit would break: the problems that the document has after it and not before.
import { apply } from "./apply.ts";
import type { Change } from "./changes.ts";
import { checkDocument } from "./check-document.ts";
import type { Document } from "./document.ts";
import { edit } from "./edits.ts";
import type { Problem } from "./problem.ts";

/** The problems that these operations bring into the document: dangling references, flows to themselves, zones in circles. */
export function breaks(document: Document, operations: readonly Change[]): readonly Problem[] {
  const after = checkDocument(apply(document, edit(document, operations)));
  if (after.length === 0) return [];
  const before = new Set(checkDocument(document).map(keyOf));
  return after.filter((found) => !before.has(keyOf(found)));
}

function keyOf({ code, where, say }: Problem): string {
  return JSON.stringify([code, where?.file, where?.path, say]);
}
