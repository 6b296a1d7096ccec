// What threats that people wrote down rest on: the assumptions that name them, and whether these still hold.
import type { Columns } from "../decomposition/index.ts";
import { currentKey } from "../enumeration/threat-keys.ts";
import { type Assumption, type Doubt, doubtOf } from "../model/assumption.ts";
import type { Document } from "../model/document.ts";
import type { Because } from "./result.ts";

/** The assumptions that a threat rests on. */
export interface Resting {
  /** Each with its state, as reasons of the threat. */
  readonly because: readonly Because[];
  /** The first that is in doubt; undefined while all of them hold. */
  readonly doubt: Doubt | undefined;
}

const nothing: Resting = { because: [], doubt: undefined };

/** Finds the assumptions of a threat by the id that it has now. */
export class RestingThreats {
  readonly #byThreat = new Map<string, (readonly [string, Assumption])[]>();
  readonly #document: Document;
  readonly #now: string;

  constructor({ graph: { document, effective } }: Columns, aliases: ReadonlyMap<string, string>, now: string) {
    this.#document = document;
    this.#now = now;
    for (const [id, assumption] of Object.entries(document.model.assumptions ?? {}))
      for (const threat of assumption.threats ?? []) {
        const key = currentKey(threat, effective, aliases);
        this.#byThreat.set(key, [...(this.#byThreat.get(key) ?? []), [id, assumption]]);
      }
  }

  of(threat: string): Resting {
    const on = this.#byThreat.get(threat);
    if (!on) return nothing;
    const doubts = on.flatMap(([id, one]): readonly Doubt[] => {
      const doubt = doubtOf(this.#document, one, this.#now);
      return doubt === undefined
        ? []
        : [{ assumption: id, say: `it rests on the assumption “${one.text}”, which is ${doubt}` }];
    });
    return { because: on.map(([id, one]) => this.#reason(id, one)), doubt: doubts[0] };
  }

  /** As facts that rest on an assumption: yes while it holds, unknown from then on. */
  #reason(fact: string, assumption: Assumption): Because {
    const doubt = doubtOf(this.#document, assumption, this.#now);
    return doubt === undefined
      ? { fact, value: "yes", from: `assumed: ${assumption.text}` }
      : { fact, value: "unknown", from: `unknown: ${assumption.text} (${doubt})` };
  }
}
