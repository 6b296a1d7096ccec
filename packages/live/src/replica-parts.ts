// What a replica is given from outside, and what it shows.
import type { Document, Problem } from "@parapet/core";
import type { Waiting } from "./pending.ts";
import type { Engine } from "./ports.ts";
import type { Entry, FromClient, Refusal, You } from "./wire.ts";

/** Something that was not accepted, kept until the person has dealt with it. */
export interface TrayItem extends Waiting {
  readonly why: Refusal;
  readonly problems: readonly Problem[];
  readonly missed: readonly Entry[];
}

/** What a client shows: changes with every step, and is never edited. */
export interface Shown {
  /** What the room has accepted, with what this client waits for an answer on. It never contradicts itself. */
  readonly document: Document;
  /** The last entry that the room has accepted and this client has heard of. */
  readonly head: number;
  readonly you: You | undefined;
  readonly connected: boolean;
  readonly waiting: readonly Waiting[];
  readonly tray: readonly TrayItem[];
  /** The last entries, newest last. */
  readonly recent: readonly Entry[];
}

/** Where commands wait while the server is away; outlives the page. */
export interface Shelf {
  readonly save: (waiting: readonly Waiting[], tray: readonly TrayItem[]) => void;
}

export interface ReplicaParts {
  readonly engine: Engine;
  /** Names this page, and no other one ever, a reloaded one neither: ids of what it sends begin with it. Letters and digits. */
  readonly client: string;
  readonly shelf: Shelf;
  /** What waited when a page was closed. */
  readonly kept?: { readonly waiting: readonly Waiting[]; readonly tray: readonly TrayItem[] };
  readonly changed: (shown: Shown) => void;
  /** Sends a message when there is a connection; what is not answered is sent again after a reconnect. */
  readonly post: (message: FromClient) => void;
}

/** What a send may say beside its commands. */
export interface SendOptions {
  /** The entry up to which the person's picture went, when it lags behind: that of an analysis. */
  readonly seen?: number;
}
