// Where a document lives. One interface for files, an embedded database and a server; docs/decisions/0009-store.md.
import type { Change } from "./changes.ts";
import type { CommandCall } from "./command.ts";
import type { Document } from "./document.ts";
import type { Result } from "./problem.ts";

/** A document as it was read, and the revision that names exactly this state. */
export interface Snapshot {
  readonly document: Document;
  readonly revision: string;
}

/** One accepted command (or batch): what was asked, and the changes it made. State is rebuilt from changes; a command is never run again. */
export interface LogEntry {
  readonly at: string;
  readonly by: string;
  readonly title: string;
  readonly calls: readonly CommandCall[];
  readonly changes: readonly Change[];
  /** The revision that it came from, and the one that it made. */
  readonly from: string;
  readonly to: string;
  /** The entry that this one takes back. */
  readonly undoes?: string;
  /** Undo does not go back beyond such an entry: a branch was switched underneath. */
  readonly barrier?: true;
}

/** A list of commands or changes that nobody has accepted yet; its id is a fingerprint of what it proposes. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly changes: readonly Change[];
  readonly base: string;
}

export interface Store {
  /** The document as it is now. */
  read(): Promise<Result<Snapshot>>;
  /** Makes the changes, all or none, when `base` still is the revision; else fails with stale-revision. */
  commit(base: string, entry: Omit<LogEntry, "from" | "to">): Promise<Result<Snapshot>>;
  /** Accepted entries, oldest first. */
  log(): Promise<Result<readonly LogEntry[]>>;
  propose(proposal: Proposal): Promise<Result<void>>;
  proposals(): Promise<Result<readonly Proposal[]>>;
  /** Takes a proposal away, accepted or refused. */
  settle(id: string): Promise<Result<void>>;
}
