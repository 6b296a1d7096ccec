// A vote on a score. Until it is revealed, what somebody voted leaves this object in no way; after that only how far the votes lie apart does.
import type { CommandCall } from "@parapet/core";

/** What everybody may know of a vote. */
export interface VoteView {
  readonly threat: string;
  readonly factors: readonly string[];
  readonly phase: "open" | "revealed" | "closed";
  /** Keys of those who have voted. */
  readonly voted: readonly string[];
  /** Factor → the votes from low to high, without names; once they are revealed. */
  readonly spread?: Readonly<Record<string, readonly number[]>>;
  /** Factor → what was agreed; once it is closed. */
  readonly results?: Readonly<Record<string, number>>;
  readonly rationale?: string;
}

/** More people than these do not vote at once; the register keeps no more. */
const most = 200;

export class Ballot {
  readonly #threat: string;
  readonly #factors: readonly string[];
  #votes = new Map<string, Readonly<Record<string, number>>>();
  #voted: readonly string[] = [];
  #spread: Readonly<Record<string, readonly number[]>> | undefined;
  #closed: { readonly results: Readonly<Record<string, number>>; readonly rationale: string } | undefined;

  constructor(threat: string, factors: readonly string[]) {
    this.#threat = threat;
    this.#factors = [...new Set(factors)];
  }

  get phase(): VoteView["phase"] {
    if (this.#closed) return "closed";
    return this.#spread ? "revealed" : "open";
  }

  /** Takes somebody's vote on all factors; false when it does not fit. A later one takes the place of an earlier one. */
  cast(who: string, values: Readonly<Record<string, number>>): boolean {
    const fits = this.#factors.every((factor) => Object.hasOwn(values, factor));
    if (!fits || Object.keys(values).length !== this.#factors.length) return false;
    if (!this.#votes.has(who) && this.#votes.size >= most) return false;
    this.#votes.set(who, values);
    this.#voted = [...this.#votes.keys()];
    return true;
  }

  /** Somebody was removed: their vote goes with them while it is open. */
  withdraw(who: string): void {
    if (this.phase !== "open") return;
    this.#votes.delete(who);
    this.#voted = [...this.#votes.keys()];
  }

  /** Turns the votes over, all at once. Who voted what is gone from then on. False when nobody has voted. */
  reveal(): boolean {
    if (this.#votes.size === 0) return false;
    const all = [...this.#votes.values()];
    this.#spread = Object.fromEntries(
      this.#factors.map((factor) => [factor, all.map((values) => values[factor] as number).sort((a, b) => a - b)]),
    );
    this.#votes = new Map();
    return true;
  }

  /** Ends the talk with what was agreed on every factor; false when a factor is missing or is none of the vote. */
  close(results: Readonly<Record<string, number>>, rationale: string): boolean {
    const fits = this.#factors.every((factor) => Object.hasOwn(results, factor));
    if (!fits || Object.keys(results).length !== this.#factors.length) return false;
    this.#closed = { results, rationale };
    return true;
  }

  view(): VoteView {
    return {
      ...{ threat: this.#threat, factors: this.#factors, phase: this.phase, voted: this.#voted },
      ...(this.#spread && { spread: this.#spread }),
      ...this.#closed,
    };
  }
}

/** The command that keeps what a closed vote came to. */
export function keepVote(workshop: string, vote: VoteView): CommandCall | undefined {
  const { spread, results, rationale } = vote;
  if (!spread || !results || rationale === undefined) return undefined;
  const votes = vote.factors.map((factor) => [factor, { spread: spread[factor], result: results[factor], rationale }]);
  return { name: "keep-vote", input: { workshop, threat: vote.threat, votes: Object.fromEntries(votes) } };
}
