// Which threats a change brought and took away, as lines for people.
import type { ComeAndGone } from "@parapet/team";
import { hanging } from "./style.ts";

/** How many ids a line names. */
const named = 5;

/** The two lists for people; none where nothing came or went. */
export function comeAndGoneLines({ come, gone }: ComeAndGone): readonly string[] {
  return [idLine("New", come), idLine("Gone", gone)].flat();
}

function idLine(word: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const more = ids.length > named ? ` and ${ids.length - named} more` : "";
  return [hanging("", 2, `${word}: ${ids.slice(0, named).join(", ")}${more}.`)];
}
