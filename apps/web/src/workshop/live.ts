// What lives in memory only while a workshop runs, as the server says it: the running part, votes until they are turned over, who is here.
import type { Problem } from "@parapet/core";
import type { Board, NoteView, OwnState, WorkshopAct, WorkshopState } from "@parapet/live";
import { useMemo } from "react";
import { act as actOn, useWorkbench } from "../data/workbench.ts";

export interface Live extends Omit<WorkshopState, "step"> {
  /** False while the server has said nothing of this workshop. */
  readonly heard: boolean;
  /** The number of the running part. */
  readonly part: number;
  /** Notes of one's own that nobody else sees yet. */
  readonly own: readonly NoteView[];
  /** Why the last thing that was asked for was not done. */
  readonly problems: readonly Problem[];
}

/** What a page has heard of a workshop. */
export interface HeardOf {
  readonly state: WorkshopState;
  readonly own?: OwnState & { readonly problems?: readonly Problem[] };
}

const nothing: WorkshopState = { now: 0, attending: [], passed: [], unsure: [] };

/** What the server keeps of a workshop in memory, as this page may see it. */
export function useLive(workshop: string): Live {
  const heard = useWorkbench(({ workshops }) => workshops[workshop] as HeardOf | undefined);
  return useMemo(() => liveOf(heard), [heard]);
}

export function liveOf(heard: HeardOf | undefined): Live {
  const { step = 0, ...state } = heard?.state ?? nothing;
  return {
    ...state,
    heard: heard !== undefined,
    part: step,
    own: heard?.own?.notes ?? [],
    problems: heard?.own?.problems ?? [],
  };
}

/** What can be asked for: what the server reads, and to come in. */
export type Act = WorkshopAct | { readonly kind: "join" };

/** Does something in that part of a workshop. */
export function act(workshop: string, what: Act): void {
  actOn(workshop, what);
}

/** A board as it may travel: what is too long ends in dots. */
export function clipped(board: Board): Board {
  const line = (text: string) => cut(text, 600);
  const title = (text: string) => cut(text, 4_000);
  if (board.kind === "talk") return { ...board, title: title(board.title), lines: board.lines.slice(0, 60).map(line) };
  if (board.kind === "notes")
    return {
      ...board,
      title: title(board.title),
      things: board.things.slice(0, 300).map((thing) => ({ ...thing, title: line(thing.title) })),
    };
  if (board.kind === "vote") return { ...board, title: title(board.title) };
  return {
    ...board,
    text: title(board.text),
    ...(board.why !== undefined && { why: title(board.why) }),
    choices: board.choices
      .slice(0, 60)
      .map(({ value, say }) => ({ value, ...(say !== undefined && { say: line(say) }) })),
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
