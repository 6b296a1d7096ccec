// How somebody who attends a workshop is written down: participants as the model knows them that day, guests by the name they give.
import { samePerson } from "../model/authority.ts";
import type { Document } from "../model/document.ts";
import { without } from "../model/edits.ts";
import type { Attendee } from "../model/workshop.ts";
import { attendeeKey } from "../model/workshops.ts";

/** What is said of somebody who comes in. */
export interface Attending {
  readonly person: string;
  readonly as?: string | undefined;
  readonly job?: Attendee["job"];
  readonly team?: string | undefined;
  readonly senior?: Attendee["senior"];
  readonly guest?: boolean | undefined;
}

/** The key and the entry of an attendee. What the model or people.yaml says of a person goes before what is said at the door. */
export function attending(
  document: Document,
  { person, as, job, team, senior, guest = false }: Attending,
): { readonly key: string; readonly value: Attendee } {
  const key = attendeeKey(document, person, guest);
  if (guest) return { key, value: without({ name: person, as, guest: "yes" as const }) };
  const entries = [document.people?.people, document.model.participants]
    .flatMap((people) => Object.entries(people ?? {}))
    .filter(([id]) => id === key || samePerson(document, id, person));
  const known: Attendee = Object.assign(
    {},
    ...entries.map(([, { job, team, senior }]) => without({ job, team, senior })),
  );
  const name = person === key || entries.length > 0 ? undefined : person;
  return { key, value: without({ name, as, job, team, senior, ...known }) };
}
