// What the room and the replica are given from outside: the engine, the journal, the day, the wire. They look nothing up.
import type { Analysis, CommandCall, Document, Permission, Ran, Result } from "@parapet/core";
import type { Entry } from "./wire.ts";

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
