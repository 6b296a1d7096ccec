// What the commands that add a thing to the diagram share: its id, where it is put, and what that would break.
import type * as z from "zod";
import { breaks } from "../model/breaks.ts";
import type { Change } from "../model/changes.ts";
import { isTaken, newId } from "../model/checks.ts";
import { body, type CommandBody, type CommandContext } from "../model/command.ts";
import type { Document } from "../model/document.ts";
import { edit, put } from "../model/edits.ts";
import { effective } from "../model/effective.ts";
import { type Problem, problemsOf, type Result, valueOf } from "../model/problem.ts";

/** What a thing is called when no id is given: its title, and what tells it from another of the same title. */
export interface Naming {
  readonly title: string | undefined;
  readonly zone?: string | undefined;
  readonly kind: string;
}

type Given = { readonly id?: string | undefined };

/**
 * The body of a command that adds one thing to a collection of the document ("model.zones").
 * `naming` says how an id is made; `check` gives further problems once the id is free.
 */
export function adding<S extends z.ZodType<Given>>(
  input: S,
  collection: string,
  naming: (given: z.infer<S>) => Naming,
  check: (given: z.infer<S>, context: CommandContext) => readonly Problem[] = () => [],
): CommandBody<z.infer<S>> {
  const idOf = (given: z.infer<S>, document: Document): Result<string> => {
    const laid = effective(document);
    const { title, zone, kind } = naming(given);
    return newId({ id: given.id, title }, { zone, kind }, (other) => isTaken(document, laid, other));
  };
  const operations = (given: z.infer<S>, document: Document) => {
    const { id: _, ...rest } = given;
    return [put(collection, valueOf(idOf(given, document)), rest)];
  };
  return body(
    input,
    (given, context) => {
      const refused = problemsOf(idOf(given, context.document));
      return refused.length > 0
        ? refused
        : [...breaks(context.document, operations(given, context.document)), ...check(given, context)];
    },
    (given, { document }): readonly Change[] => edit(document, operations(given, document)),
  );
}
