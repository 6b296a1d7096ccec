// The wire: every message between a workbench and its server (docs/decisions/0011-live.md). What a client says is read by a schema (reading.ts).
import type { Change, CommandCall, Document, Permission, Problem } from "@parapet/core";
import * as z from "zod";

/** Raised when a message changes its meaning; a client of another protocol is told to reload. */
export const protocol = 1;

/** The longest frame that either side reads, in bytes. A document travels once, at the beginning, over HTTP. */
export const maxFrame = 1_000_000;

/** The most that one message may hold of these; see limits.ts. */
export const most = { title: 400, calls: 1_000, selected: 200, dragged: 500 } as const;

/** One accepted command, batch, undo or edit on disk: the room's order is the order of `seq`. */
export interface Entry {
  /** Counts from 1 without gaps. */
  readonly seq: number;
  /** Made by the client that asked; the same id is never accepted twice, so a send can be repeated after a lost answer. */
  readonly id: string;
  /** Who it counts for: a key of people or participants, or a name. */
  readonly by: string;
  /** The session that sent it; `disk` for edits of files. */
  readonly session: string;
  /** Of a guest: names who joined. Their name is a claim, and what they do counts for nobody else of that name. */
  readonly joined?: string;
  readonly title: string;
  /** The day, as 2026-11-24. */
  readonly at: string;
  readonly calls: readonly CommandCall[];
  readonly changes: readonly Change[];
  /** The id of the entry that this one takes back. */
  readonly undoes?: string;
  /** Undo does not go back beyond such an entry: a branch was switched underneath. */
  readonly barrier?: true;
}

/** Why something was not accepted. */
export const refusals = [
  /** The command itself says no. */
  "refused",
  /** Somebody else set the same value, or removed what it edits. */
  "conflict",
  /** The threat, facts or score that a decision rests on changed meanwhile. */
  "changed-meanwhile",
  /** The session may not do this. */
  "not-permitted",
  /** The base is too old to compare with; read again and repeat. */
  "too-old",
  /** The server could not write it down. */
  "not-stored",
] as const;
export type Refusal = (typeof refusals)[number];

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const call = z.strictObject({
  name: z.string().max(80),
  input: z.unknown().refine((input) => !isDeep(input), "nests too deep"),
});
const seq = z.int().min(0);

/** No command takes an input so deep; what nests further could exhaust the stack of who walks it. */
const deepest = 40;

function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** Where somebody is: the room and what is selected (as kind:id), the pointer and the part of the diagram that is seen, a running drag. Never stored. */
export const presence = z.strictObject({
  room: z.string().max(60).optional(),
  selected: z.array(z.string().max(300)).max(most.selected).optional(),
  pointer: z.strictObject({ x: z.number(), y: z.number() }).optional(),
  /** The middle of what is seen of the diagram, and how large it is seen. */
  view: z.strictObject({ x: z.number(), y: z.number(), zoom: z.number().positive() }).optional(),
  /** Things that are being dragged, where they are now. */
  drag: z
    .record(z.string().max(300), z.strictObject({ x: z.number(), y: z.number() }))
    .refine((map) => Object.keys(map).length <= most.dragged)
    .optional(),
  /** The facilitator brings everyone to a place. */
  bring: z.string().max(300).optional(),
  typing: z.string().max(300).optional(),
});
export type Presence = z.infer<typeof presence>;

/** What a client says. */
export const fromClient = z.discriminatedUnion("kind", [
  /** First message: which entries the client knows of which life of the room. */
  z.strictObject({ kind: z.literal("hello"), protocol: z.int(), room: id.optional(), seen: seq }),
  /** Commands made on top of what stood at `base`. */
  z.strictObject({
    kind: z.literal("send"),
    id,
    base: seq,
    title: z.string().max(most.title),
    calls: z.array(call).min(1).max(most.calls),
    /** The client's own sends that this one rests on: when one of them is not accepted, this one is not either. */
    needs: z.array(id).max(1_000).optional(),
    /** The day on which it was made, when the person's screen showed another one than the server has. */
    day: z.iso.date().optional(),
  }),
  /** Takes back the entry that the person meant; without `of`, the last one of theirs that the room knows. */
  z.strictObject({ kind: z.literal("undo"), id, base: seq, of: id.optional() }),
  z.strictObject({ kind: z.literal("presence"), presence }),
  /** What a workshop keeps in memory alone: votes before they are revealed, the timer, who is writing. */
  z.strictObject({ kind: z.literal("workshop"), workshop: z.string().max(80), act: z.unknown() }),
  z.strictObject({ kind: z.literal("ping") }),
]);
export type FromClient = z.infer<typeof fromClient>;

/** Somebody who is connected. */
export interface Peer {
  readonly session: string;
  readonly name: string;
  /** A guest's name is a claim. */
  readonly guest: boolean;
  readonly presence: Presence;
}

/** Who the client is, for the server. */
export interface You {
  readonly session: string;
  readonly name: string;
  /** Who commands count for, when that is not the name: a key of people or participants. */
  readonly by?: string;
  /** Of a guest: what entries of theirs say under the same key. */
  readonly joined?: string;
  readonly guest: boolean;
  readonly may: readonly Permission[];
}

/** What a server says. */
export type FromServer =
  | {
      readonly kind: "welcome";
      readonly protocol: number;
      /** Names this life of the room: sequence numbers of another one mean nothing here. */
      readonly room: string;
      readonly you: You;
      readonly now: string;
      readonly head: number;
      /** The whole document at `head`, for a client that knows none of this life. */
      readonly document?: Document;
      /** Else what it missed since `seen`. */
      readonly entries?: readonly Entry[];
      readonly peers: readonly Peer[];
    }
  | { readonly kind: "entry"; readonly entry: Entry }
  /** The commands were right and changed nothing: it is so already. */
  | { readonly kind: "unchanged"; readonly id: string }
  | {
      readonly kind: "refused";
      readonly id: string;
      readonly why: Refusal;
      readonly problems: readonly Problem[];
      /** The entries of others that stand against it. */
      readonly missed: readonly Entry[];
    }
  | { readonly kind: "peer"; readonly peer: Peer }
  | { readonly kind: "left"; readonly session: string }
  /** The state of the files: a broken file, conflict markers, another branch; none means that all is written. `commit`: what is checked out. */
  | {
      readonly kind: "files";
      readonly problems: readonly Problem[];
      readonly written: number;
      readonly commit?: string;
    }
  /** How many things wait in proposals for somebody who takes or leaves them. */
  | { readonly kind: "proposals"; readonly count: number }
  /** What lives in memory of a workshop: for everybody (`WorkshopState`), and what is the session's own (`OwnState`), when it changed. */
  | { readonly kind: "workshop"; readonly workshop: string; readonly state: unknown; readonly own?: unknown }
  | { readonly kind: "removed"; readonly say: string }
  | { readonly kind: "pong" };
