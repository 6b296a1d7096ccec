// The command by which a group becomes what it probably is. Pure.
import type { NoteGroup } from "../note-groups.ts";

/** The input of place-note as the proposal says it: the same → linked, new → recorded by hand, unclear → parked. */
export function placingOf(
  workshop: string,
  { notes, verdict, candidates, name }: NoteGroup,
): Readonly<Record<string, unknown>> | undefined {
  const ids = notes.map(([id]) => id);
  if (ids.length === 0) return undefined;
  if (verdict === "same" && candidates[0]) return linked(workshop, ids, candidates[0].threat);
  if (verdict === "new") return recorded(workshop, ids, name);
  return parked(workshop, ids);
}

/** They are a threat that is known. */
export function linked(workshop: string, notes: readonly string[], threat: string) {
  return { workshop, notes, outcome: "linked", threat };
}

/** They are a new threat: in the words of the group when it has a name, else of the first note. */
export function recorded(workshop: string, notes: readonly string[], say: string | undefined) {
  return { workshop, notes, outcome: "recorded", ...(say !== undefined && notes.length > 1 && { say }) };
}

/** Nobody can tell yet. */
export function parked(workshop: string, notes: readonly string[]) {
  return { workshop, notes, outcome: "parked" };
}
