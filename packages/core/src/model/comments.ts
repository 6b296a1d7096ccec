// Comments in the order in which they were said, by what they are about.
import { meantBy } from "./abouts.ts";
import { byCodeUnit } from "./changes.ts";
import type { Document } from "./document.ts";
import type { Comment } from "./register.ts";

/** A comment with its id, about what is called today. */
export type NamedComment = Comment & { readonly id: string };

/** All comments, or those about one thing, threat or question: in the order of their moments, then of their ids. */
export function commentsOn(document: Document, about?: string): readonly NamedComment[] {
  const wanted = about === undefined ? undefined : meantBy(document, about);
  return Object.entries(document.register?.comments ?? {})
    .map(([id, comment]) => ({ id, ...comment, on: meantBy(document, comment.on) }))
    .filter(({ on }) => wanted === undefined || on === wanted)
    .sort((a, b) => byCodeUnit(instantOf(a.at), instantOf(b.at)) || byCodeUnit(a.id, b.id));
}

/** A moment that sorts: instants of different offsets by when they are, a day before the instants on it. */
export function instantOf(moment: string): string {
  if (!moment.includes("T")) return moment;
  // biome-ignore lint/style/noRestrictedGlobals: arithmetic on a given instant; no clock is read
  return new Date(moment).toISOString();
}
