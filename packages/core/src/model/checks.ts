// What commands check of their input, each check once: ids, references, dates, people. Messages say what, where, what to do.
import type { Document } from "./document.ts";
import { type Effective, type ThingCollection, thingCollections } from "./effective.ts";
import { nearest } from "./files/nearest.ts";
import { chooseId, isId } from "./ids.ts";
import { fail, ok, type Problem, problem, type Result } from "./problem.ts";

/** How people call a thing of each collection. */
export const nounOf: Readonly<Record<ThingCollection, string>> = {
  zones: "zone",
  elements: "element",
  flows: "flow",
  "entry-points": "entry point",
  data: "data asset",
  dependencies: "dependency",
};

/** The noun with its article. */
function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** True when an id is in use, or was the id of something whose references it still takes. */
export function isTaken(document: Document, laid: Effective, id: string): boolean {
  return (
    laid.collectionOf.has(id) ||
    laid.resolve(id) !== id ||
    laid.ignored.has(id) ||
    Object.hasOwn(document.model.features ?? {}, id)
  );
}

/** The id of a new thing: the one asked for, else one from its title, qualified by zone, then kind; refused when taken. */
export function newId(
  input: { readonly id?: string | undefined; readonly title?: string | undefined },
  qualifiers: { readonly zone?: string | undefined; readonly kind: string },
  taken: (id: string) => boolean,
): Result<string> {
  const { id, title } = input;
  if (id !== undefined) {
    if (!isId(id)) return fail(badId(id));
    return taken(id) ? fail(takenId(id)) : ok(id);
  }
  if (title === undefined) {
    return fail(problem("missing-key", "Neither an id nor a title is given.", "Give a title, or an id.", at("title")));
  }
  const chosen = chooseId(title, { zone: qualifiers.zone, kind: qualifiers.kind }, taken);
  if (chosen !== undefined) return ok(chosen);
  const say = `No free id can be made from the title "${title}".`;
  return fail(problem("duplicate-id", say, "Give an id yourself, or another title.", at("id")));
}

function badId(id: string): Problem {
  const say = `"${id}" cannot be an id.`;
  return problem("bad-id", say, "Use a lower-case letter, then lower-case letters, digits and dashes.", at("id"));
}

function takenId(id: string): Problem {
  return problem(
    "duplicate-id",
    `The id ${id} is taken.`,
    "Choose another id, or change the thing that has it.",
    at("id"),
  );
}

/** The place of an input field. */
export function at(...path: readonly (string | number)[]): { readonly path: readonly (string | number)[] } {
  return { path };
}

/** A problem for each id that is no thing of these collections; of many, the first. */
export function missingThings(
  laid: Effective,
  field: string,
  ids: string | readonly string[] | undefined,
  collections: readonly ThingCollection[] = thingCollections,
): readonly Problem[] {
  const list = ids === undefined ? [] : typeof ids === "string" ? [ids] : ids;
  const missing = list.filter((id) => {
    const collection = laid.collectionOf.get(laid.resolve(id));
    return collection === undefined || !collections.includes(collection);
  });
  return missing.slice(0, told).map((id, i) => noSuchThing(laid, field, id, collections, i < compared));
}

/** How many problems of one kind are told, and for how many of them the nearest id is looked for. */
const told = 20;
const compared = 3;

function noSuchThing(
  laid: Effective,
  field: string,
  id: string,
  wanted: readonly ThingCollection[],
  compare: boolean,
): Problem {
  const found = laid.collectionOf.get(laid.resolve(id));
  const noun = wanted.length === 1 ? nounOf[wanted[0] as ThingCollection] : "thing";
  const candidates = [...laid.collectionOf].flatMap(([other, kind]) => (wanted.includes(kind) ? [other] : []));
  const near = compare ? nearest(id, candidates) : undefined;
  const say = found
    ? `${id} is ${withArticle(nounOf[found])}, not ${withArticle(noun)}.`
    : `There is no ${noun} ${id}.`;
  return problem(
    "dangling-reference",
    say,
    near ? `Did you mean ${near}?` : `Add ${id} first, or name another ${noun}.`,
    at(field),
  );
}

/** A problem when the map has no entry of this id. */
export function missingEntry(
  noun: string,
  map: Readonly<Record<string, unknown>> | undefined,
  id: string,
  field = "id",
): readonly Problem[] {
  if (map && Object.hasOwn(map, id)) return [];
  const near = nearest(id, Object.keys(map ?? {}));
  const fix = near ? `Did you mean ${near}?` : `Name ${withArticle(noun)} that the model has.`;
  return [problem("dangling-reference", `There is no ${noun} ${id}.`, fix, at(field))];
}

/** A problem unless the review date is there and after today. */
export function needsFuture(review: string | undefined, now: string): readonly Problem[] {
  if (review !== undefined && review > now) return [];
  const say = review === undefined ? "No review date is given." : `The review date ${review} is not after ${now}.`;
  return [
    problem("needs-review-date", say, "Give the day on which this is looked at again, after today.", at("review")),
  ];
}

/** A problem when a due date lies in the past. */
export function notPast(due: string | undefined, now: string): readonly Problem[] {
  if (due === undefined || due >= now) return [];
  return [problem("bad-argument", `The due date ${due} is before ${now}.`, "Give today or a later day.", at("due"))];
}

/** A problem unless an owner is named. */
export function needsOwner(owner: string | undefined): readonly Problem[] {
  if (owner !== undefined && owner.trim() !== "") return [];
  return [problem("needs-owner", "No owner is named.", "Name the person who answers for it.", at("owner"))];
}

/** A problem unless a reason is given. */
export function needsReason(why: string | undefined, of: string): readonly Problem[] {
  if (why !== undefined && why.trim() !== "") return [];
  return [problem("needs-rationale", `No reason is given for ${of}.`, "Say why, in one sentence.", at("why"))];
}

/** A problem when nothing of the input but its subject is given. */
export function needsSome(input: object, fields: readonly string[]): readonly Problem[] {
  const bag = input as Readonly<Record<string, unknown>>;
  if (fields.some((field) => bag[field] !== undefined)) return [];
  return [problem("bad-argument", "Nothing to set is given.", `Give at least one of ${fields.join(", ")}.`)];
}
