// Notes of a brainstorm in their groups, each with what it probably is. Pure.
import { byCodeUnit, type MatchCandidate, type Note, type NoteMatch } from "@parapet/core";

export type NamedNote = readonly [id: string, note: Note];

/** Notes that mean the same, with the proposal of what they are. */
export interface NoteGroup {
  /** The name of the group; undefined for a note by itself. */
  readonly name: string | undefined;
  readonly notes: readonly NamedNote[];
  readonly verdict: NoteMatch["verdict"];
  readonly candidates: readonly MatchCandidate[];
  readonly say: string;
}

/** The groups of notes that are not placed: named ones by name, then each note that stands by itself. */
export function groupsOf(notes: Readonly<Record<string, Note>>, matches: readonly NoteMatch[]): readonly NoteGroup[] {
  const open = Object.entries(notes)
    .filter(([, { outcome }]) => outcome === undefined)
    .sort(([a], [b]) => byCodeUnit(a, b));
  const of = new Map(matches.map((match) => [match.note, match]));
  const named = new Map<string, NamedNote[]>();
  for (const entry of open) {
    const { group } = entry[1];
    if (group === undefined) continue;
    const list = named.get(group);
    if (list) list.push(entry);
    else named.set(group, [entry]);
  }
  const groups = [...named]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([name, list]) => ({ name, notes: list, ...together(list, of) }));
  const alone = open
    .filter(([, { group }]) => group === undefined)
    .map((entry) => ({ name: undefined, notes: [entry], ...together([entry], of) }));
  return [...groups, ...alone];
}

/** Of notes that mean the same, the surest says what they are: one that is a known threat, else all new, else nobody can tell. */
function together(
  notes: readonly NamedNote[],
  of: ReadonlyMap<string, NoteMatch>,
): Pick<NoteGroup, "verdict" | "candidates" | "say"> {
  const matches = notes.flatMap(([id]) => of.get(id) ?? []);
  const best = (list: readonly NoteMatch[]) =>
    [...list].sort((a, b) => (b.candidates[0]?.overlap ?? 0) - (a.candidates[0]?.overlap ?? 0))[0];
  const same = best(matches.filter(({ verdict }) => verdict === "same"));
  const unclear = best(matches.filter(({ verdict }) => verdict === "unclear"));
  const chosen = same ?? unclear ?? matches[0];
  if (!chosen) return { verdict: "unclear", candidates: [], say: "" };
  return { verdict: chosen.verdict, candidates: chosen.candidates, say: chosen.say };
}

/** A short name for notes that are put together: the beginning of what the first says. */
export function groupName(text: string): string {
  const words = text.replaceAll(/\s+/g, " ").trim();
  return words.length <= 48 ? words : `${words.slice(0, 47).trimEnd()}…`;
}
