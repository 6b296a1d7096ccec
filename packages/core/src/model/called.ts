// What people call a thing, where a sentence speaks of it: its title, never its id if it has one.
import type { Document } from "./document.ts";
import { effective } from "./effective.ts";
import { modelSubject, splitKey } from "./ids.ts";
import type { Knowledge } from "./knowledge.ts";
import { thingOf } from "./statements.ts";

/** How many things a sentence names. */
const named = 5;

/** The title of a thing of the model, or its id where it has none or is gone. */
export function titleOfThing(document: Document, id: string): string {
  if (id === modelSubject) return document.model.system;
  const title = (thingOf(effective(document), id) as { readonly title?: string } | undefined)?.title;
  return title ?? id;
}

/** "Orders database, Checkout API and 3 more". */
export function several(ids: readonly string[], title: (id: string) => string): string {
  const more = ids.length > named ? ` and ${ids.length - named} more` : "";
  return `${ids.slice(0, named).map(title).join(", ")}${more}`;
}

/** A criterion as people call it: `guessing-stops@sign-in-brake` → "guessing stops". */
export function nameOfCriterion(key: string): string {
  return (splitKey(key)?.left ?? key).replaceAll("-", " ");
}

/** A value of a pool as the knowledge says it: `oidc` → "sign-in at an identity provider"; one that it does not know reads without dashes. */
export function nameOfValue({ pools }: Pick<Knowledge, "pools">, pool: string, value: string): string {
  const values = pools.find(({ id }) => id === pool)?.values ?? {};
  const said = Object.hasOwn(values, value) ? (values[value] as { readonly say?: string }).say : undefined;
  return said ?? value.replaceAll("-", " ");
}

/** What is known of people: a document, or its parts that tell of them. */
export interface KnowsPeople {
  readonly model: { readonly participants?: Document["model"]["participants"] | undefined };
  readonly people?: Document["people"] | undefined;
}

/** A person as the model, else people.yaml, names them; the key itself where neither does. */
export function nameOfPerson({ model, people }: KnowsPeople, key: string): string {
  const known = (named: Readonly<Record<string, { readonly name?: string | undefined }>> | undefined) =>
    named && Object.hasOwn(named, key) ? named[key]?.name : undefined;
  return known(model.participants) ?? known(people?.people) ?? key;
}
