// For tests: a room on the shop, with a journal in memory that can be told to fail.
import { type CommandCall, type Document, fail, ok, type Permission, permissions, problem } from "@parapet/core";
import type { Outcome, Sender } from "../ports.ts";
import { Room } from "../room.ts";
import type { Entry } from "../wire.ts";
import { roomEngine, shop, today } from "./engine.ts";

/** A member of the team in a session of their own. */
export function member(by: string, session = `s-${by}`, may: readonly Permission[] = permissions): Sender {
  return { session, by, may };
}

/** Somebody who joined by a link, under any name. */
export function guest(by: string, joined: string): Sender {
  return { session: `s-${joined}`, by, joined, may: ["read", "propose", "edit"] };
}

export function call(name: string, input: unknown): CommandCall {
  return { name, input };
}

export interface Opened {
  readonly room: Room;
  /** What is on the disk. */
  readonly written: Entry[];
  /** Makes the journal fail, or throw, until it is mended. */
  readonly journal: { state: "well" | "full" | "thrown"; day: string };
  /** Sends commands from a client at a base (the head when absent). */
  readonly send: (
    sender: Sender,
    id: string,
    calls: CommandCall | readonly CommandCall[],
    more?: More,
  ) => Promise<Outcome>;
}

export interface More {
  readonly base?: number;
  readonly needs?: string[];
  readonly day?: string;
}

/** A room on a document; with entries, as it is after a restart. */
export function openRoom(start: Document = shop, entries: readonly Entry[] = []): Opened {
  const written = [...entries];
  const journal: Opened["journal"] = { state: "well", day: today };
  const append = async (entry: Entry) => {
    if (journal.state === "thrown") throw new Error("EIO");
    if (journal.state === "full") return fail(problem("file-unwritable", "The disk is full.", "Make room."));
    written.push(structuredClone(entry));
    return ok(undefined);
  };
  const room = new Room({
    engine: roomEngine,
    journal: { append },
    now: () => journal.day,
    start,
    startSeq: 0,
    entries,
  });
  const send: Opened["send"] = (sender, id, calls, { base = room.head, ...more } = {}) => {
    const list = (Array.isArray(calls) ? calls : [calls]) as CommandCall[];
    return room.send(sender, { id, base, title: list.map(({ name }) => name).join(", "), calls: list, ...more });
  };
  return { room, written, journal, send };
}

/** What became of a send, in a word: `accepted`, `unchanged`, or why it was refused. */
export function wordOf(outcome: Outcome): string {
  return outcome.kind === "refused" ? outcome.why : outcome.kind;
}
