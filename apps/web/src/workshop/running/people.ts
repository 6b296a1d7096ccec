// Who is in the room: those that are written down, those that joined and are not, and who has not spoken yet. Pure.
import { type Attendee, attendeeKey, type Document, nameOfPerson, type Workshop } from "@parapet/core";
import type { Entry } from "@parapet/live";
import type { Live } from "../live.ts";

/** Somebody in the room. */
export interface Present extends Attendee {
  readonly key: string;
  readonly name: string;
  /** What they count as in what they say: a key, a name, or a name that is a claim. */
  readonly speaks: string;
  readonly spoke: boolean;
}

/** A name that a guest gives, as it stands in what they say: never the name of somebody who is known. */
export function guestName(name: string): string {
  return `${name} (guest)`;
}

/** Those who are written down, in the order of their names; those who left last. */
export function presentIn(document: Document, workshop: Workshop, spoke: ReadonlySet<string>): readonly Present[] {
  return Object.entries(workshop.attended ?? {})
    .map(([key, attendee]) => {
      const known = attendee.guest ? undefined : nameOf(document, key);
      const name = attendee.name ?? known ?? key;
      const speaks = attendee.guest ? guestName(name) : known === undefined ? name : key;
      return { ...attendee, key, name, speaks, spoke: spoke.has(speaks) || spoke.has(key) };
    })
    .sort((a, b) => Number(a.left !== undefined) - Number(b.left !== undefined) || (a.name < b.name ? -1 : 1));
}

function nameOf(document: Document, key: string): string | undefined {
  const { model, people } = document;
  const known = people?.people?.[key] ?? model.participants?.[key];
  return known && nameOfPerson(document, key);
}

/** Somebody who joined with a device. */
export interface Joined {
  readonly name: string;
  readonly guest: boolean;
  readonly as?: string | undefined;
}

/** Those who are here with a device, by the names that they gave. */
export function joinedOf({ attending }: Pick<Live, "attending">): readonly Joined[] {
  return attending.flatMap(({ name, guest, as, here }) =>
    here ? [{ name: guest ? name.replace(/ \(guest\)$/, "") : name, guest, as }] : [],
  );
}

/** Those who joined and are not written down. */
export function notWritten(document: Document, workshop: Workshop, joined: readonly Joined[]): readonly Joined[] {
  const there = workshop.attended ?? {};
  const seen = new Set<string>();
  return joined.filter(({ name, guest }) => {
    const key = attendeeKey(document, name, guest);
    if (Object.hasOwn(there, key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The input that writes somebody down who joined. */
export function attendance(workshop: string, { name, guest, as }: Joined): object {
  return { workshop, person: name, ...(as !== undefined && as !== "" && { as }), ...(guest && { guest: true }) };
}

/** The people who could be there: those that the model knows and that are not written down. */
export function expected(document: Document, workshop: Workshop): readonly (readonly [string, string])[] {
  const { model, people } = document;
  const there = workshop.attended ?? {};
  return Object.keys({ ...people?.people, ...model.participants }).flatMap((key) =>
    Object.hasOwn(there, key) ? [] : [[key, nameOfPerson(document, key)] as const],
  );
}

/** Who has said something: in what is written down of the workshop, in what was done since it began, or as the facilitator marked it. */
export function whoSpoke(
  workshop: Workshop,
  entries: readonly Entry[],
  marked: readonly string[],
): ReadonlySet<string> {
  const spoke = new Set(marked);
  for (const said of [workshop.notes, workshop.parked, workshop.answered, workshop.decided].flatMap((map) =>
    Object.values(map ?? {}),
  ))
    spoke.add(said.by);
  for (const { calls, by } of entries)
    for (const { name, input } of calls) {
      const speaker = (input as { readonly "said-by"?: unknown } | null)?.["said-by"];
      if (typeof speaker === "string") spoke.add(speaker);
      else if (said.has(name)) spoke.add(by);
    }
  return spoke;
}

/** What was done since a workshop began. */
export function sinceBegun(id: string, entries: readonly Entry[]): readonly Entry[] {
  const begins = ({ calls }: Entry) =>
    calls.some(({ name, input }) => name === "start-workshop" && (input as { workshop?: unknown }).workshop === id);
  const began = Math.max(0, ...entries.filter(begins).map(({ seq }) => seq));
  return entries.filter(({ seq }) => seq > began);
}

/** Commands by which somebody says what they think, and not only runs the workshop. */
const said: ReadonlySet<string> = new Set(["answer-question", "add-note", "park-item", "record-threat", "add-comment"]);
