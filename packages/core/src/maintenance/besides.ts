// What a diff leaves out since it is no finding, and what a commit holds all the same: comments, workshops, views, drawing positions.
import { canonicalText } from "../model/changes.ts";
import type { Document } from "../model/document.ts";

type Entries = Readonly<Record<string, unknown>>;

const parts: readonly (readonly [string, (document: Document) => Entries | undefined])[] = [
  ["comment", ({ register }) => register?.comments],
  ["workshop", ({ register }) => register?.workshops],
  ["saved view of the threats", ({ register }) => register?.views],
  ["refused proposal", ({ register }) => register?.refused],
  ["gate with recorded debt", ({ debt }) => debt?.gates],
  ["view of the diagram", ({ diagram }) => diagram?.views],
  ["place on the diagram", ({ diagram }) => diagram?.positions],
  ["size on the diagram", ({ diagram }) => diagram?.sizes],
];

/** One sentence per such part that differs, with how many of its entries do. */
export function besidesOf(before: Document, after: Document): readonly string[] {
  return parts.flatMap(([name, of]) => {
    const [from, to] = [of(before) ?? {}, of(after) ?? {}];
    const ids = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    const count = (is: (id: string) => boolean): number => ids.filter(is).length;
    const had = (id: string): boolean => Object.hasOwn(from, id);
    const has = (id: string): boolean => Object.hasOwn(to, id);
    const counts = [
      [count((id) => !had(id)), "added"],
      [count((id) => had(id) && has(id) && canonicalText(from[id]) !== canonicalText(to[id])), "changed"],
      [count((id) => !has(id)), "removed"],
    ] as const;
    const told = counts.flatMap(([some, what]) => (some === 0 ? [] : [`${some} ${what}`]));
    return told.length === 0 ? [] : [`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${told.join(", ")}.`];
  });
}
