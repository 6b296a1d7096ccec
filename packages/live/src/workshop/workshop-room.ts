// The part of a workshop that lives in memory: who is here, votes and notes before anybody may see them, the timer, turns. Nothing of it is stored.
import { fail, ok, type Problem, type Result } from "@parapet/core";
import type { Sender } from "../ports.ts";
import { personOf } from "../who.ts";
import { isLeading, readAct, type WorkshopAct } from "./acts.ts";
import { Ballot, type VoteView } from "./ballot.ts";
import { type Board, Showing } from "./board.ts";
import { type NoteView, Silence, type SilenceView } from "./silence.ts";
import { paused, resumed, started, type Timer } from "./timer.ts";
import { mayNot, notNow, unfit } from "./workshop-problems.ts";

/** Somebody who takes or took part. */
export interface Attending {
  /** Names the person in votes, counts and turns. */
  readonly key: string;
  readonly name: string;
  readonly guest: boolean;
  /** What they say they are here as. */
  readonly as?: string;
  readonly here: boolean;
  /** How often they had the word. */
  readonly turns: number;
}

/** What everybody hears. */
export interface WorkshopState {
  /** The instant of the server, so that a page can tell its own clock from it. */
  readonly now: number;
  readonly attending: readonly Attending[];
  readonly step?: number;
  readonly timer?: Timer;
  readonly board?: Board;
  /** Questions that were gone through today, and keys of those who do not know the one on the board. */
  readonly passed: readonly string[];
  readonly unsure: readonly string[];
  readonly vote?: VoteView;
  readonly silence?: SilenceView;
  /** The key of who has the word. */
  readonly turn?: string;
  /** Where the facilitator brings everyone; counts up, so that the same place is a call again. */
  readonly bring?: { readonly place: string; readonly count: number };
}

/** What one session hears beside: what only they may see. */
export interface OwnState {
  readonly notes: readonly NoteView[];
}

/** What an act comes to. */
export interface Acted {
  /** For everybody. */
  readonly everyone: WorkshopState;
  /** For single sessions: what is their own and has changed. */
  readonly own: ReadonlyMap<string, OwnState>;
}

export interface WorkshopRoomParts {
  /** True for who leads: the facilitator of the workshop, or the host. */
  readonly leads: (sender: Sender) => boolean;
}

interface Person {
  readonly name: string;
  readonly guest: boolean;
  readonly sessions: Set<string>;
  as: string | undefined;
  turns: number;
}

/** More people than these do not come to a workshop. */
const mostPeople = 400;

export class WorkshopRoom {
  readonly #parts: WorkshopRoomParts;
  readonly #people = new Map<string, Person>();
  readonly #showing = new Showing();
  #vote: Ballot | undefined;
  #silence: Silence | undefined;
  #timer: Timer | undefined;
  #step: number | undefined;
  #turn: string | undefined;
  #bring: WorkshopState["bring"];

  constructor(parts: WorkshopRoomParts) {
    this.#parts = parts;
  }

  /** Somebody came, or came back. */
  join(sender: Sender, now: number): Acted {
    const key = personOf(sender);
    const known = this.#people.get(key);
    if (known) known.sessions.add(sender.session);
    else if (this.#people.size < mostPeople)
      this.#people.set(key, {
        name: sender.by,
        guest: sender.joined !== undefined,
        sessions: new Set([sender.session]),
        as: undefined,
        turns: 0,
      });
    return this.#acted(now, key);
  }

  /** A connection ended: its person may come back, and what they voted and wrote stays. */
  leave(session: string, now: number): Acted {
    for (const { sessions } of this.#people.values()) sessions.delete(session);
    return this.#acted(now);
  }

  /** The host removed somebody: their name, their open vote and the notes that nobody has seen go with them. */
  remove(sender: Pick<Sender, "by" | "joined">, now: number): Acted {
    const key = personOf(sender);
    this.#people.delete(key);
    this.#vote?.withdraw(key);
    this.#silence?.withdraw(key);
    this.#showing.withdraw(key);
    if (this.#turn === key) this.#turn = undefined;
    return this.#acted(now);
  }

  /** Does what somebody asks for at an instant; a problem when it is not theirs to do, or not possible now. */
  act(sender: Sender, what: unknown, now: number): Result<Acted> {
    const read = readAct(what);
    if (!read.ok) return read;
    if (isLeading(read.value) && !this.#parts.leads(sender)) return fail(mayNot(sender.by));
    const key = personOf(sender);
    const problem = this.#does(read.value, { ...sender, key }, now);
    if (problem) return fail(problem);
    // What was somebody's own is everybody's from then on.
    const isShown = read.value.kind === "show-notes";
    return ok(this.#acted(now, ...(isShown ? this.#people.keys() : [key])));
  }

  /** What somebody who comes or asks hears. */
  state(now: number): WorkshopState {
    return {
      now,
      attending: [...this.#people].map(([key, { name, guest, as, sessions, turns }]) => ({
        ...{ key, name, guest, ...(as !== undefined && { as }), here: sessions.size > 0, turns },
      })),
      ...(this.#step !== undefined && { step: this.#step }),
      ...(this.#timer && { timer: this.#timer }),
      ...(this.#showing.board && { board: this.#showing.board }),
      ...{ passed: this.#showing.passed, unsure: this.#showing.unsure },
      ...(this.#vote && { vote: this.#vote.view() }),
      ...(this.#silence && { silence: this.#silence.view() }),
      ...(this.#turn !== undefined && { turn: this.#turn }),
      ...(this.#bring && { bring: this.#bring }),
    };
  }

  /** What only this sender may see. */
  own(sender: Pick<Sender, "by" | "joined">): OwnState {
    return { notes: this.#silence?.own(personOf(sender)) ?? [] };
  }

  /** What everybody hears, and the people of these keys beside. */
  #acted(now: number, ...keys: readonly string[]): Acted {
    const own = new Map<string, OwnState>();
    for (const key of keys) {
      const notes = this.#silence?.own(key) ?? [];
      for (const session of this.#people.get(key)?.sessions ?? []) own.set(session, { notes });
    }
    return { everyone: this.state(now), own };
  }

  #does(act: WorkshopAct, who: Sender & { readonly key: string }, now: number): Problem | undefined {
    switch (act.kind) {
      case "cast":
      case "open-vote":
      case "reveal":
      case "close-vote":
      case "drop-vote":
      case "vote-kept":
        return this.#votes(act, act.kind === "cast" ? spokenFor(act.for, who.key) : "");
      case "note":
      case "drop-note":
      case "open-silence":
      case "show-notes":
      case "notes-kept":
        return this.#writes(act, who);
      case "introduce":
      case "unsure":
      case "show":
      case "pass":
        return this.#shows(act, who.key);
      case "turn":
        return this.#gives(act.who);
      case "step":
        this.#step = act.step;
        return undefined;
      case "bring":
        this.#bring = { place: act.place, count: (this.#bring?.count ?? 0) + 1 };
        return undefined;
      default:
        return this.#times(act, now);
    }
  }

  #votes(
    act: Extract<WorkshopAct, { kind: "cast" | `${string}vote${string}` | "reveal" }>,
    who: string,
  ): Problem | undefined {
    const phase = this.#vote?.phase;
    if (act.kind === "open-vote") {
      if (phase !== undefined) return notNow("A vote is on. End it first.");
      this.#vote = new Ballot(act.threat, act.factors);
    } else if (!this.#vote) return notNow("There is no vote.");
    else if (act.kind === "cast") {
      if (phase !== "open") return notNow("The votes are turned over.");
      if (!this.#vote.cast(who, act.values)) return unfit("A vote has a value for every factor that is asked for.");
    } else if (act.kind === "reveal") {
      if (phase !== "open") return notNow("The votes are turned over already.");
      if (!this.#vote.reveal()) return notNow("Nobody has voted yet.");
    } else if (act.kind === "close-vote") {
      if (phase !== "revealed") return notNow("The votes are not turned over yet.");
      if (!this.#vote.close(act.results, act.rationale))
        return unfit("There is a result for every factor that was voted on.");
    } else this.#vote = undefined;
    return undefined;
  }

  #writes(
    act: Extract<WorkshopAct, { kind: `${string}note${string}` | "open-silence" }>,
    { key, by }: Sender & { readonly key: string },
  ): Problem | undefined {
    if (act.kind === "open-silence") {
      if (this.#silence && !this.#silence.isEmpty) return notNow("There are notes that are not in the model yet.");
      this.#silence = new Silence(act.about);
    } else if (!this.#silence) return notNow("Nobody is writing notes now.");
    else if (act.kind === "show-notes") this.#silence.show();
    else if (act.kind === "notes-kept") {
      this.#silence.kept(act.ids);
      if (this.#silence.isShown && this.#silence.isEmpty) this.#silence = undefined;
    } else if (this.#silence.isShown) return notNow("The notes are shown already.");
    else if (act.kind === "drop-note") {
      if (!this.#silence.drop(key, act.id)) return notNow("There is no such note of yours.");
    } else {
      const { id, text, about, for: spoken } = act;
      const note = {
        id,
        text,
        ...(about !== undefined && { about }),
        by: spoken ?? by,
        ...(spoken !== undefined && { recorded: true as const }),
      };
      if (!this.#silence.write(key, note, this.#keyOf(spoken, key))) return unfit("There are too many notes.");
    }
    return undefined;
  }

  /** The key of who said something: the sender's, or of the one whom the sender writes down, with a device or without. */
  #keyOf(spoken: string | undefined, key: string): string {
    const there = [...this.#people].find(([, { name }]) => name === spoken);
    return there ? there[0] : spokenFor(spoken, key);
  }

  #shows(
    act: Extract<WorkshopAct, { kind: "introduce" | "unsure" | "show" | "pass" }>,
    key: string,
  ): Problem | undefined {
    const person = this.#people.get(key);
    if (act.kind === "introduce") {
      if (person && act.as !== undefined) person.as = act.as === "" ? undefined : act.as;
    } else if (act.kind === "show") this.#showing.show(act.board);
    else if (act.kind === "pass") this.#showing.pass(act.question);
    else if (!this.#showing.isUnsure(key, act.question)) return notNow("Another question is asked now.");
    return undefined;
  }

  #gives(key: string): Problem | undefined {
    const person = this.#people.get(key);
    if (!person) return unfit("Nobody of that key is here.");
    person.turns += 1;
    this.#turn = key;
    return undefined;
  }

  #times(act: Extract<WorkshopAct, { kind: `${string}-timer` }>, now: number): Problem | undefined {
    if (act.kind === "start-timer") this.#timer = started(act.seconds, act.label, now);
    else if (!this.#timer) return notNow("No timer is set.");
    else if (act.kind === "pause-timer") this.#timer = paused(this.#timer, now);
    else if (act.kind === "resume-timer") this.#timer = resumed(this.#timer, now);
    else this.#timer = undefined;
    return undefined;
  }
}

/** The key of whose vote it is: the sender's, or of somebody without a device whom the facilitator writes down. */
function spokenFor(name: string | undefined, key: string): string {
  return name === undefined ? key : `said:${name}`;
}
