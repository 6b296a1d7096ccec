// What everybody in a workshop looks at, in words: a phone shows it without knowing the model.
import * as z from "zod";

const id = z.string().min(1).max(300);
const line = z.string().max(600);
const say = z.string().max(4_000);

/** Something that a note or an answer may be about. */
const thing = z.strictObject({ id, title: line });

/** A scale that is voted on. */
const scale = z.strictObject({
  id: z.string().min(1).max(40),
  title: line,
  min: z.int().min(-1_000).max(1_000),
  max: z.int().min(-1_000).max(1_000),
  anchors: z.array(z.strictObject({ at: z.number(), say: line })).max(40),
});

/** What is shown. */
export const board = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("talk"), title: say, lines: z.array(line).max(60) }),
  z.strictObject({
    kind: z.literal("question"),
    question: id,
    text: say,
    why: say.optional(),
    form: z.enum(["one", "several", "open"]),
    choices: z.array(z.strictObject({ value: z.string().min(1).max(300), say: line.optional() })).max(60),
  }),
  z.strictObject({ kind: z.literal("notes"), title: say, things: z.array(thing).max(300) }),
  z.strictObject({ kind: z.literal("vote"), threat: id, title: say, factors: z.array(scale).min(1).max(20) }),
]);
export type Board = z.infer<typeof board>;

/** More questions than these are not gone through in a workshop. */
const mostPassed = 1_000;

/** What is on the board, which questions were gone through today, and who does not know the answer of the one on it. */
export class Showing {
  #board: Board | undefined;
  #passed = new Set<string>();
  #unsure = new Set<string>();

  get board(): Board | undefined {
    return this.#board;
  }

  get passed(): readonly string[] {
    return [...this.#passed];
  }

  /** Keys of people. */
  get unsure(): readonly string[] {
    return [...this.#unsure];
  }

  /** Puts something on the board, or nothing. Who did not know did not know the question before. */
  show(next: Board | undefined): void {
    if (questionOf(next) !== questionOf(this.#board)) this.#unsure = new Set();
    this.#board = next;
  }

  pass(question: string): void {
    if (this.#passed.size < mostPassed) this.#passed.add(question);
  }

  /** Somebody does not know; false when another question is on the board. */
  isUnsure(who: string, question: string): boolean {
    if (questionOf(this.#board) !== question) return false;
    this.#unsure.add(who);
    return true;
  }

  /** Somebody was removed. */
  withdraw(who: string): void {
    this.#unsure.delete(who);
  }
}

function questionOf(shown: Board | undefined): string | undefined {
  return shown?.kind === "question" ? shown.question : undefined;
}
