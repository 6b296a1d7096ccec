// What a client has sent and nobody has answered yet, with what it does to the document that the room has confirmed.
import { type Change, type CommandCall, type Document, ok, type Result } from "@parapet/core";
import type { Engine } from "./ports.ts";

/** One thing that waits for an answer: commands, or an undo. */
export interface Waiting {
  readonly kind: "send" | "undo";
  readonly id: string;
  /** The life of the room that `base` counts in; absent before the first welcome. */
  readonly room: string | undefined;
  readonly base: number;
  readonly title: string;
  readonly calls: readonly CommandCall[];
}

/** What commands would do here; no changes when only the server can tell. */
export interface Effect {
  readonly changes: readonly Change[] | undefined;
  readonly document?: Document;
}

interface Made {
  readonly by: string;
  readonly now: string;
}

export class Pending {
  readonly #engine: Engine;
  #all: readonly Waiting[];
  /** The confirmed document with all that waits; undefined while that is the same. */
  #document: Document | undefined;
  #confirmed: Document | undefined;

  constructor(engine: Engine, kept: readonly Waiting[]) {
    this.#engine = engine;
    this.#all = kept;
  }

  get all(): readonly Waiting[] {
    return this.#all;
  }

  /** The document as the person sees it. */
  document(confirmed: Document): Document {
    return this.#document ?? this.#confirmed ?? confirmed;
  }

  /** What commands would do on top of all that waits. */
  async try(calls: readonly CommandCall[], made: Made): Promise<Result<Effect>> {
    if (!this.#confirmed || !this.#runsHere(calls)) return ok({ changes: undefined });
    return this.#engine.run(calls, { document: this.document(this.#confirmed), ...made });
  }

  add(waiting: Waiting, { document }: Effect): void {
    this.#all = [...this.#all, waiting];
    if (document) this.#document = document;
  }

  remove(id: string): Waiting | undefined {
    const found = this.#all.find((one) => one.id === id);
    if (found) this.#all = this.#all.filter((one) => one !== found);
    return found;
  }

  /** Makes all that waits again over what is confirmed now. What does not go any more has no effect until the room has spoken. */
  async over(confirmed: Document, made: Made): Promise<void> {
    let document = confirmed;
    for (const { kind, calls } of this.#all) {
      if (kind === "undo" || !this.#runsHere(calls)) continue;
      const ran = await this.#engine.run(calls, { document, ...made });
      if (ran.ok) document = ran.value.document;
    }
    this.#confirmed = confirmed;
    this.#document = document;
  }

  /** Commands that read the analysis run on the server alone: here it may be of another revision. */
  #runsHere(calls: readonly CommandCall[]): boolean {
    return calls.every(({ name }) => this.#engine.runsHere?.(name) ?? true);
  }
}
