// What the room answered to sends that made no entry: the same send gets the same answer, and what was built on it can be told.
import type { Outcome } from "./ports.ts";

/** So many are remembered; who comes back later is asked anew. */
const most = 2_000;

/** An answer without an entry, with the title of what was sent. */
export interface Answer {
  readonly outcome: Exclude<Outcome, { kind: "accepted" }>;
  readonly title: string;
  /** A digest of what was asked. */
  readonly asked: string;
}

export class Answers {
  readonly #byKey = new Map<string, Answer>();

  get(key: string): Answer | undefined {
    return this.#byKey.get(key);
  }

  add(key: string, answer: Answer): void {
    this.#byKey.set(key, answer);
    if (this.#byKey.size > most) for (const oldest of this.#byKey.keys()) return void this.#byKey.delete(oldest);
  }
}
