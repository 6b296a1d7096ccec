// What an operation is as an entry point: kind, name, place, and whether something goes in or comes out at all.
import { isId, type Observed, slug } from "@parapet/core";
import { placeOf } from "../positioned.ts";
import type { Operation } from "./operations.ts";
import { wordsOf } from "./words.ts";

type EntryPoint = NonNullable<Observed["entry-points"]>[string];

/** The entry point of an operation, without what security and schemas add. */
export function entryPointOf(operation: Operation): EntryPoint {
  const title = oneLine(operation.summary ?? "");
  const tags = [
    ...new Set([...operation.tags.map((tag) => slug(tag)), ...(operation.deprecated ? ["deprecated"] : [])]),
  ].filter((tag) => isId(tag));
  return {
    kind: operation.origin !== "path" ? "webhook" : adminWord(operation) ? "admin" : "api",
    ...(title ? { title } : {}),
    at: nameOf(operation).slice(0, 300),
    ...(tags.length > 0 ? { tags } : {}),
    seen: placeOf(operation.at).slice(-400),
  };
}

/** What people call an operation: its method and path. */
export function nameOf(operation: Operation): string {
  return `${operation.method.toUpperCase()} ${operation.path}`.replace(/\s+/g, " ").slice(0, 200);
}

/** A text as one line of at most 200 characters; undefined when nothing is left. */
export function oneLine(text: string): string | undefined {
  const line = text.replace(/\s+/g, " ").trim().slice(0, 200);
  return line === "" ? undefined : line;
}

/** True when a fixed path segment or a tag says so: "admin" anywhere in it, the vaguer words alone. */
export function adminWord(operation: Operation): boolean {
  const segments = operation.path.split("/").filter((segment) => !segment.includes("{"));
  return [...segments, ...operation.tags].some((part) => {
    const words = wordsOf(part);
    return (
      words.some((word) => /^(admins?|administration|backoffice)$/.test(word)) ||
      /^(internal|management|actuator|back office)$/.test(words.join(" "))
    );
  });
}

/** No body and no parameter is described: nothing goes in beside who calls. */
export function takesNothing(operation: Operation): boolean {
  return operation.origin === "path"
    ? operation.requests.length === 0 && operation.parameters === 0 && !operation.path.includes("{")
    : givesNothingBack(operation);
}

/** Every response of success is described without content: nothing comes back. */
export function givesNothing(operation: Operation): boolean {
  return operation.origin === "path" ? givesNothingBack(operation) : false;
}

function givesNothingBack(operation: Operation): boolean {
  return operation.describesResponse && operation.responses.length === 0;
}

/** A list that is known: what was found, or nothing when the file says so; else absent, which is unknown. */
export function listOf<K extends "carries" | "returns">(
  key: K,
  ids: readonly string[],
  nothing: boolean,
): { [P in K]?: string[] } {
  return ids.length > 0 || nothing ? ({ [key]: [...ids] } as { [P in K]?: string[] }) : {};
}
