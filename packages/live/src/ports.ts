// What the room and the replica are given from outside and what they answer: engine, journal, senders, outcomes. They look nothing up.
import type { Analysis, Change, CommandCall, Document, Permission, Problem, Ran, Result } from "@parapet/core";
import type { Bounds } from "./history.ts";
import type { Entry, Refusal } from "./wire.ts";

/** Runs commands on a document; the same code in the browser and on the server. */
export interface Engine {
  readonly run: (
    calls: readonly CommandCall[],
    on: { readonly document: Document; readonly by: string; readonly now: string },
  ) => Promise<Result<Ran>>;
  /** The analysis of a document, kept by whoever gives it. */
  readonly analysis: (document: Document, now: string) => Analysis;
  /** What a command needs; undefined when there is no such command. */
  readonly permission: (command: string) => Permission | undefined;
  /** False for commands that a client leaves to the server, since they read the analysis. Absent: all run. */
  readonly runsHere?: (command: string) => boolean;
}

/** Where accepted entries are written down. An entry is accepted once `append` has said yes: it is on the disk. */
export interface Journal {
  readonly append: (entry: Entry) => Promise<Result<void>>;
}

/** Who sends: the session, the person it counts for, and what they may do. */
export interface Sender {
  readonly session: string;
  readonly by: string;
  /** Of a guest: names who joined, whatever the connection. The name of a guest is a claim, and nobody else's work is theirs. */
  readonly joined?: string | undefined;
  readonly may: readonly Permission[];
}

/** What became of something that was sent. */
export type Outcome =
  | { readonly kind: "accepted"; readonly entry: Entry }
  | { readonly kind: "unchanged"; readonly id: string }
  | {
      readonly kind: "refused";
      readonly id: string;
      readonly why: Refusal;
      readonly problems: readonly Problem[];
      readonly missed: readonly Entry[];
    };

export interface RoomParts {
  readonly engine: Engine;
  readonly journal: Journal;
  /** The day, as 2026-11-24; asked anew for every entry. */
  readonly now: () => string;
  /** What stands on the disk, and the entries (oldest first) that led from `start` to it. */
  readonly start: Document;
  readonly startSeq: number;
  readonly entries: readonly Entry[];
  /** How much is remembered to compare with; what is older is too old. */
  readonly bounds?: Bounds;
}

/** Changes that happened already: an edit of the files, another branch. */
export interface Happened {
  readonly id: string;
  readonly title: string;
  readonly by?: string;
  readonly changes: readonly Change[];
  /** The number of the entry that the files were at when they were edited; the head when absent. */
  readonly base?: number;
  readonly barrier?: true;
}

/** What a client that knows the entries up to some number needs to know the rest. */
export type CatchUp = { readonly head: number } & (
  | { readonly document: Document; readonly entries?: undefined }
  | { readonly entries: readonly Entry[]; readonly document?: undefined }
);
