// People as a page shows them: by the names that the model and people.yaml know, while documents and commands hold keys.
import { type KnowsPeople, nameOfPerson } from "@parapet/core";
import { useMemo } from "react";
import { useWorkbench } from "./workbench.ts";

export interface PeopleKnown {
  /** What a sentence calls somebody: their name, or what is written where nobody is known by it. */
  readonly name: (key: string) => string;
  /** What a field holds for somebody: their name, or the key where two people have one name. */
  readonly shown: (key: string) => string;
  /** Who is meant by what a field holds: a key for the name of one person, else what is written. */
  readonly keyOf: (text: string) => string;
  /** Those who are known, with what a field holds for them. */
  readonly choices: readonly (readonly [key: string, shown: string])[];
}

/** The people of a document. */
export function peopleOf(known: KnowsPeople): PeopleKnown {
  const keys = Object.keys({ ...known.people?.people, ...known.model.participants });
  const name = (key: string) => nameOfPerson(known, key);
  const called = new Map<string, string[]>();
  for (const key of keys) called.set(name(key), [...(called.get(name(key)) ?? []), key]);
  const isAlone = (key: string) =>
    called.get(name(key))?.length === 1 && !(name(key) !== key && keys.includes(name(key)));
  const shown = (key: string) => (keys.includes(key) && isAlone(key) ? name(key) : key);
  const byShown = new Map(keys.map((key) => [shown(key), key]));
  return {
    name,
    shown,
    keyOf: (text) => byShown.get(text.trim()) ?? text,
    choices: keys.map((key) => [key, shown(key)]),
  };
}

/** The people of the open model; they stay the same while nothing of people changes. */
export function usePeople(): PeopleKnown {
  const people = useWorkbench((state) => state.document?.people);
  const participants = useWorkbench((state) => state.document?.model.participants);
  return useMemo(() => peopleOf({ people, model: { participants } }), [people, participants]);
}
