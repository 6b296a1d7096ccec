// Which threats a change brought and took away, as lines for people.

import type { Analysis } from "@parapet/core";
import { type Effect, namedThreats } from "@parapet/team";
import { hanging } from "./style.ts";

/** How many threats a list names. */
const named = 5;

/** Where the titles of threats are: in the analysis after the change, and in that before it, which is made only where something went. */
export interface Titles {
  readonly after: Analysis;
  readonly before: () => Analysis;
}

/** The two lists for people, each threat by its title and the id that commands take; none where nothing came or went. */
export function comeAndGoneLines(
  { come, gone }: Pick<Effect, "come" | "gone">,
  { after, before }: Titles,
): readonly string[] {
  return [...lines("New", come, () => after), ...lines("Gone", gone, before)];
}

function lines(word: string, ids: readonly string[], analysis: () => Analysis): readonly string[] {
  if (ids.length === 0) return [];
  const more = ids.length > named ? [`  · and ${ids.length - named} more`] : [];
  const first = namedThreats(ids, named, analysis());
  return [`${word}:`, ...first.map(({ id, title }) => hanging("  · ", 4, `${title} (${id})`)), ...more];
}
