// What lives in memory only while a workshop runs: the running part, votes until they are turned over, who is here.
import type { Attendee } from "@parapet/core";
import { create } from "zustand";
import { acted } from "./acted.ts";

/** Somebody who joined with a device. */
export interface Joined {
  readonly session: string;
  readonly name: string;
  readonly guest: boolean;
  readonly as?: string;
  readonly job?: Attendee["job"];
}

/** What everyone looks at, in words: phones show it without knowing the model. */
export type Board =
  | { readonly kind: "talk"; readonly title: string; readonly lines: readonly string[] }
  | {
      readonly kind: "question";
      readonly question: string;
      readonly text: string;
      readonly why?: string;
      readonly form: "one" | "several" | "open";
      readonly choices: readonly { readonly value: string; readonly say?: string }[];
    }
  | { readonly kind: "notes"; readonly things: readonly { readonly id: string; readonly title: string }[] }
  | {
      readonly kind: "vote";
      readonly threat: string;
      readonly factor: string;
      readonly title: string;
      readonly name: string;
      readonly min: number;
      readonly max: number;
      readonly anchors: readonly { readonly at: number; readonly say: string }[];
    };

/** An answer that somebody gave on their device; it counts once it is written down. */
export interface Offer {
  readonly question: string;
  readonly session: string;
  readonly name: string;
  readonly guest: boolean;
  readonly value: string;
}

/** A vote on one factor of one threat. Values are there once it is turned over. */
export interface Vote {
  readonly threat: string;
  readonly factor: string;
  /** How many voted, and which sessions did. */
  readonly count: number;
  readonly voted: readonly string[];
  readonly turned?: { readonly votes: readonly number[]; readonly at: number };
}

export interface Live {
  /** The server's clock, in milliseconds, when it said this. */
  readonly now: number;
  readonly part: number;
  readonly since: number;
  readonly here: readonly Joined[];
  readonly spoke: readonly string[];
  readonly writing: readonly string[];
  readonly open: boolean;
  readonly board?: Board;
  readonly passed: readonly string[];
  readonly offers: readonly Offer[];
  readonly vote?: Vote;
  readonly bring?: { readonly to: string; readonly turn: number; readonly by: string };
}

/** What can be done to it. Who leads the workshop does the first ones, everybody the last. */
export type Act =
  | { readonly kind: "part"; readonly to: number }
  | { readonly kind: "board"; readonly board: Board | null }
  | { readonly kind: "open"; readonly open: boolean }
  | { readonly kind: "pass"; readonly question: string }
  | { readonly kind: "settle"; readonly question: string }
  | { readonly kind: "spoke"; readonly who: string }
  | { readonly kind: "call-vote"; readonly threat: string; readonly factor: string }
  | { readonly kind: "card"; readonly value: number }
  | { readonly kind: "turn" }
  | { readonly kind: "clear-vote" }
  | { readonly kind: "bring"; readonly to: string }
  | { readonly kind: "join"; readonly as?: string; readonly job?: string }
  | { readonly kind: "offer"; readonly question: string; readonly value: string }
  | { readonly kind: "vote"; readonly value: number | null }
  | { readonly kind: "writing"; readonly on: boolean };

const nothing: Live = {
  now: 0,
  part: 0,
  since: 0,
  here: [],
  spoke: [],
  writing: [],
  open: false,
  passed: [],
  offers: [],
};

/** By workshop. What the server keeps for several devices has other words, and is not read here yet. */
const useMemory = create<Readonly<Record<string, Live>>>(() => ({}));

/** What lives in memory of a workshop. It is this page's own: a facilitator runs it for everyone on the shared screen. */
export function useLive(workshop: string): Live {
  return useMemory((memory) => memory[workshop] ?? nothing);
}

/** Does something in that part of a workshop. */
export function act(workshop: string, what: Act): void {
  useMemory.setState((memory) => ({ [workshop]: acted(memory[workshop] ?? nothing, what, Date.now()) }));
}

/** The answer of who does not know. */
export const unknownAnswer = "dont-know";
