// Changes of observed.yaml as a proposal brings them: that they touch nothing else, still fit, and leave a valid file.
import { type Change, canonicalText, type Json, pathOf } from "../model/changes.ts";
import { at } from "../model/checks.ts";
import { type Document, observed } from "../model/document.ts";
import { without } from "../model/edits.ts";
import { type Problem, problem } from "../model/problem.ts";

/** A change as it came in, without keys that say nothing. */
export function exact(change: {
  readonly collection: string;
  readonly id: string;
  readonly field?: readonly string[] | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
}): Change {
  return without(change) as Change;
}

/** True for the observed layer and its collections. */
export function isObserved(collection: string): boolean {
  const [layer, key] = collection.split(".");
  return (
    layer === "observed" && (key === undefined || Object.hasOwn(observed.shape, key)) && !/\..*\./.test(collection)
  );
}

/** The problem of a change elsewhere. */
export function notObserved({ collection, id }: Change): Problem {
  const say = `${collection} ${id} is no part of what sources show.`;
  return problem("not-possible", say, "Change it with the command that writes it.", at("changes"));
}

/** True when what a change saw is what is there. */
export function sees(document: Document, change: Change): boolean {
  let there: unknown = document;
  for (const key of pathOf(change)) {
    if (Array.isArray(there)) there = there.includes(key) ? true : undefined;
    else there = isBag(there) && Object.hasOwn(there, key) ? there[key] : undefined;
  }
  const seen: Json | undefined = change.before;
  if (there === undefined || seen === undefined) return there === seen;
  return canonicalText({ [last(change)]: there }) === canonicalText({ [last(change)]: seen });
}

/** The problem of a change that saw something else. */
export function isStale(change: Change): Problem {
  const say = `${pathOf(change).join(".")} changed since this was proposed.`;
  return problem("stale-revision", say, "Run discover again.", at("changes"));
}

/** The problems of observed.yaml after the changes. */
export function shapeProblems(document: Document): readonly Problem[] {
  if (document.observed === undefined) return [];
  const parsed = observed.safeParse(document.observed);
  if (parsed.success) return [];
  return parsed.error.issues.slice(0, 20).map(({ path, message }) => {
    const say = `observed.yaml would not be valid at ${path.join(".") || "its top"}: ${message.replace(/[.\s]+$/, "")}.`;
    return problem("wrong-type", say, "Propose values of the form that the schema describes.", at("changes"));
  });
}

function last(change: Change): string {
  return change.field?.[change.field.length - 1] ?? "";
}

function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
