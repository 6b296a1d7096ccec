// Problems, the same words everywhere: what, where, what to do.
import type { Problem } from "@parapet/core";
import { hanging, paint, printable } from "./style.ts";

/** `file:line:column`, as far as it is known. */
export function placeOf(problem: Problem): string | undefined {
  const { file, line, column } = problem.where ?? {};
  if (file === undefined) return undefined;
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** True when the sentence begins with the whole place: before it in one line the path would stand twice. */
function saysItself({ say, where }: Problem): boolean {
  return where?.file !== undefined && where.line === undefined && say.startsWith(`${where.file} `);
}

/** Prints problems to a stream, one after the other. */
export function printProblems(problems: readonly Problem[], stream: NodeJS.WritableStream): void {
  for (const problem of problems) {
    const place = placeOf(problem);
    const told = `${hanging(paint("red", "✗ "), 2, problem.say)}\n${hanging("  ", 2, problem.fix)}\n`;
    stream.write(printable(place ? `${place}\n${told}` : told));
  }
}

/** Prints notes: things that a source dropped or guessed. */
export function printNotes(notes: readonly Problem[], stream: NodeJS.WritableStream, most = 20): void {
  for (const note of notes.slice(0, most)) {
    const place = saysItself(note) ? undefined : placeOf(note);
    stream.write(printable(`${hanging("· ", 2, `${place ? `${place} ` : ""}${note.say}`)}\n`));
  }
  if (notes.length > most) stream.write(`· and ${notes.length - most} more (--json lists all)\n`);
}
