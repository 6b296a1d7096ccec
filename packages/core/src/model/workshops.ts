// What commands and needs ask of a workshop: how it stands, who was there, what is still open.
import { samePerson } from "./authority.ts";
import { byCodeUnit } from "./changes.ts";
import { at, missingEntry, missingThings } from "./checks.ts";
import { shortDigest } from "./digest.ts";
import type { Document } from "./document.ts";
import { effective } from "./effective.ts";
import { slug } from "./ids.ts";
import { type Problem, problem } from "./problem.ts";
import { isSpoken } from "./spoken.ts";
import type { Attendee, Focus, Note, Workshop } from "./workshop.ts";

/** planned · running · ended · signed-off (by an attendee themselves). */
export type WorkshopState = "planned" | "running" | "ended" | "signed-off";

/** How a workshop stands. */
export function workshopState(workshop: Workshop): WorkshopState {
  const signed = workshop["signed-off"];
  if (signed && !isSpoken(signed)) return "signed-off";
  if (workshop.ended !== undefined) return "ended";
  return workshop.started === undefined ? "planned" : "running";
}

/** The workshop of this id. */
export function workshopOf(document: Document, id: string): Workshop | undefined {
  const workshops = document.register?.workshops;
  return workshops && Object.hasOwn(workshops, id) ? workshops[id] : undefined;
}

/** A problem unless there is such a workshop and it is not over. */
export function notOver(document: Document, id: string): readonly Problem[] {
  const workshop = workshopOf(document, id);
  if (!workshop) return missingEntry("workshop", document.register?.workshops, id, "workshop");
  if (workshop.ended === undefined) return [];
  const say = `The workshop ${id} ended (${workshop.ended}).`;
  return [problem("not-possible", say, "Take its end back (undo), or plan another one.")];
}

/** The register's key of somebody who attends: participants under their own, guests apart, whatever name they give. */
export function attendeeKey(document: Document, person: string, guest: boolean): string {
  const own = slug(person) || `p-${shortDigest(person).slice(0, 8)}`;
  if (guest) return `guest-${own}`.slice(0, 80);
  for (const people of [document.model.participants, document.people?.people])
    for (const key of Object.keys(people ?? {})) if (samePerson(document, key, person)) return key;
  return own.startsWith("guest-") ? `p-${own}`.slice(0, 80) : own;
}

/** The attendees who are senior engineers of the owning team; guests never are. */
export function seniorsPresent(document: Document, { attended = {} }: Workshop): readonly string[] {
  const team = document.model.scope?.team;
  const counts = ({ guest, senior, job, team: theirs }: Attendee): boolean =>
    guest === undefined &&
    senior === "yes" &&
    (job === "engineer" || job === "architect") &&
    (team === undefined || theirs === team);
  return Object.entries(attended).flatMap(([key, attendee]) => (counts(attendee) ? [key] : []));
}

/** True when this person was there, and not as a guest. */
export function wasThere(document: Document, { attended = {} }: Workshop, person: string): boolean {
  return Object.entries(attended).some(
    ([key, { guest, name }]) =>
      guest === undefined &&
      (samePerson(document, key, person) || (name !== undefined && samePerson(document, name, person))),
  );
}

/** The notes that nobody placed yet, in code-unit order of their ids. */
export function unplacedNotes({ notes = {} }: Workshop): readonly (readonly [string, Note])[] {
  return Object.entries(notes)
    .filter(([, { outcome }]) => outcome === undefined)
    .sort(([a], [b]) => byCodeUnit(a, b));
}

/** The id of something that was said: the same said by the same person is one thing in every copy of the model. */
export function saidId(letter: string, parts: readonly unknown[]): string {
  return `${letter}-${shortDigest(parts)}`;
}

/** The problems of a focus: of nothing, of two things, or of what is not there. */
export function focusProblems(document: Document, focus: Focus | undefined): readonly Problem[] {
  if (!focus) return [];
  const named = Object.values(focus).filter((part) => part !== undefined);
  if (named.length !== 1)
    return [problem("bad-argument", "A focus is one feature, zone or view.", "Name one of them.", at("focus"))];
  return [
    ...(focus.feature === undefined ? [] : missingEntry("feature", document.model.features, focus.feature, "focus")),
    ...(focus.view === undefined ? [] : missingEntry("view", document.diagram?.views, focus.view, "focus")),
    ...missingThings(effective(document), "focus", focus.zone, ["zones"]),
  ];
}
