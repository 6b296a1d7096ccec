// What several selected things have in common, and what can be said of all of them at once. Pure.
import { type Document, effective, elementKinds, type Knowledge, type Question, zoneKinds } from "@parapet/core";
import type { Selectable, Selection } from "../../data/selection.ts";
import type { Views } from "../../data/views.ts";
import { thingOf } from "./subject.ts";

/** A value that some or all of the things have; undefined where nothing is said. */
export interface Shared {
  /** What all have; undefined when they differ or none says it. */
  readonly value: string | undefined;
  readonly differ: boolean;
}

export interface FieldRow extends Shared {
  readonly field: "kind" | "zone" | "state" | "in" | "protocol";
  /** What it may be, with how that is called; none: any text. */
  readonly choices: readonly (readonly [value: string, title: string])[];
}

export interface FactRow extends Shared {
  readonly fact: string;
  readonly choices: readonly string[];
  /** The facts of the things on which it is said or asked, as one answers them. */
  readonly asked: readonly string[];
}

/** Questions about several things that one answer settles. */
export interface SharedQuestion {
  readonly first: Question;
  readonly others: readonly string[];
}

/** The kind of all things; undefined when they are of several. */
export function kindOf(selections: readonly Selection[]): Selectable | undefined {
  const kinds = new Set(selections.map(({ kind }) => kind));
  return kinds.size === 1 ? selections[0]?.kind : undefined;
}

export function sharedOf(values: readonly unknown[]): Shared {
  const texts = values.map((value) => (value === undefined ? undefined : String(value)));
  const different = new Set(texts);
  return { value: different.size === 1 ? texts[0] : undefined, differ: different.size > 1 };
}

/** The fields that all of the things have. */
export function fieldRows(selections: readonly Selection[], document: Document, views: Views): readonly FieldRow[] {
  const kind = kindOf(selections);
  const zones = [...effective(document).zones.keys()].map((id) => [id, views.title(id)] as const);
  const plain = (values: readonly string[]) => values.map((one) => [one, one.replaceAll("-", " ")] as const);
  const fields: readonly (readonly [FieldRow["field"], FieldRow["choices"]])[] =
    kind === "element"
      ? [
          ["kind", plain(elementKinds)],
          ["zone", zones],
          ["state", plain(["built", "planned"])],
        ]
      : kind === "zone"
        ? [
            ["kind", plain(zoneKinds)],
            ["in", zones.filter(([id]) => !selections.some((one) => one.id === id))],
          ]
        : kind === "flow"
          ? [["protocol", []]]
          : [];
  const things = selections.map(({ id }) => thingOf(document, id)?.value ?? {});
  return fields.map(([field, choices]) => ({ field, choices, ...sharedOf(things.map((thing) => thing[field])) }));
}

type Facts = Readonly<Record<string, string | { readonly value: string }>>;

/** The facts that are said of any of the things, by name. */
export function factRows(
  selections: readonly Selection[],
  document: Document,
  questions: readonly Pick<Question, "id">[],
  knowledge: Pick<Knowledge, "pools">,
): readonly FactRow[] {
  const facts = selections.map(({ id }) => (thingOf(document, id)?.value.facts ?? {}) as Facts);
  const open = new Set(questions.map(({ id }) => id));
  const names = [...new Set(facts.flatMap((one) => Object.keys(one)))].sort();
  return names.map((fact) => {
    const values = facts.map((one) => {
      const given = one[fact];
      return typeof given === "object" ? given.value : given;
    });
    const pool = knowledge.pools.find(({ id }) => id === fact)?.values;
    const choices = pool ? Object.keys(pool) : ["yes", "no"];
    const asked = selections.flatMap(({ id }, i) => {
      const key = `${fact}@${id}`;
      return values[i] !== undefined || open.has(key) ? [key] : [];
    });
    return { fact, choices, asked, ...sharedOf(values) };
  });
}

/** What is asked about the things: one line for each fact, those about most of them first. */
export function sharedQuestions(
  selections: readonly Selection[],
  questions: readonly Question[],
): readonly SharedQuestion[] {
  const ids = new Set(selections.map(({ id }) => id));
  const byFact = new Map<string, Question[]>();
  for (const question of questions)
    if (ids.has(question.about)) byFact.set(question.fact, [...(byFact.get(question.fact) ?? []), question]);
  return [...byFact.values()]
    .sort((a, b) => b.length - a.length)
    .map(([first, ...others]) => ({ first: first as Question, others: others.map(({ id }) => id) }));
}
