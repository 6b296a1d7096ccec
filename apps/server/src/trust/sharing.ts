// Who else may come in: rooms of workshops with their codes, and a lock that the host turns.
import { fail, ok, type Problem, problem, type Result } from "@parapet/core";
import { meantCode, newLinkCode, newSpokenCode } from "./codes.ts";
import type { Sessions } from "./sessions.ts";
import { Tries } from "./tries.ts";

/** How the workbench is shared. */
export interface Share {
  /** True when guests have the whole workbench also where others can read what is sent, and may edit. */
  readonly edit: boolean;
  /** The addresses at which others reach it. */
  readonly origins: readonly string[];
  /** Who can read what is sent; undefined when it is encrypted. */
  readonly readable: string | undefined;
}

/** A workshop that people may join. */
export interface SharedRoom {
  readonly model: string;
  readonly workshop: string;
  /** What a link carries. */
  readonly code: string;
  /** What is said aloud. */
  readonly spoken: string;
}

/** Somebody who wants to come in. */
export interface Joining {
  readonly code: string;
  readonly name: string;
  readonly address: string;
}

export class Sharing {
  readonly share: Share | undefined;
  locked = false;
  readonly #sessions: Sessions;
  readonly #rooms = new Map<string, SharedRoom>();
  readonly #tries = new Tries();

  constructor(share: Share | undefined, sessions: Sessions) {
    this.share = share;
    this.#sessions = sessions;
  }

  get rooms(): readonly SharedRoom[] {
    return [...this.#rooms.values()];
  }

  /** Opens a workshop for others; it keeps its codes when it is open. */
  open(model: string, workshop: string): Result<SharedRoom> {
    if (!this.share) return fail(notShared);
    const key = JSON.stringify([model, workshop]);
    const room = this.#rooms.get(key) ?? { model, workshop, code: newLinkCode(), spoken: newSpokenCode() };
    this.#rooms.set(key, room);
    return ok(room);
  }

  /** Nobody joins a workshop any more, and who has joined goes. */
  close(model: string, workshop: string): void {
    this.#rooms.delete(JSON.stringify([model, workshop]));
    for (const session of this.#sessions.guests)
      if (session.model === model && session.workshop === workshop) this.#sessions.end(session.id);
  }

  /** Lets somebody in: gives the secret of their session and where they are. */
  join({ code, name, address }: Joining, now: number): Result<{ readonly secret: string; readonly room: SharedRoom }> {
    if (!this.share || this.locked) return fail(this.share ? isLocked : notShared);
    if (!this.#tries.mayTry(address, now)) return fail(tooOften);
    const meant = meantCode(code);
    const room = this.rooms.find((one) => [one.code, meantCode(one.spoken)].includes(meant));
    if (!room) {
      if (this.#tries.wrong(address, now)) this.#renewSpoken();
      return fail(wrongCode);
    }
    const { model, workshop } = room;
    const secret = this.#sessions.join({ name: plain(name), model, workshop, edit: this.share.edit });
    return ok({ secret, room });
  }

  #renewSpoken(): void {
    for (const [key, room] of this.#rooms) this.#rooms.set(key, { ...room, spoken: newSpokenCode() });
  }
}

/** A name on one line, without what no name has. */
function plain(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 60) || "Guest"
  );
}

const notShared: Problem = problem(
  "not-possible",
  "This workbench answers to this machine alone.",
  "Start it with parapet up --share to let others in.",
);

const isLocked: Problem = problem(
  "not-permitted",
  "The host lets nobody in at the moment.",
  "Ask the host to unlock the room.",
);

const tooOften: Problem = problem(
  "not-permitted",
  "Too many wrong codes came from here.",
  "Wait ten minutes, or use the link of the invitation.",
);

const wrongCode: Problem = problem(
  "not-permitted",
  "No room here has that code.",
  "Look at the code on the shared screen again, or use the link of the invitation.",
);
