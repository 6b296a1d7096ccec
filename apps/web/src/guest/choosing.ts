// Which one thing a phone shows: a vote goes before everything, then writing in silence, then what is on the board. Pure.
import type { Board, WorkshopState } from "@parapet/live";

export type Shown =
  | { readonly kind: "vote"; readonly board: Extract<Board, { kind: "vote" }> }
  | { readonly kind: "notes"; readonly board: Extract<Board, { kind: "notes" }> | undefined }
  | { readonly kind: "question"; readonly board: Extract<Board, { kind: "question" }> }
  | { readonly kind: "talk"; readonly board: Extract<Board, { kind: "talk" }> | undefined };

export function shownOf({ board, vote, silence }: WorkshopState): Shown {
  if (vote && board?.kind === "vote" && board.threat === vote.threat) return { kind: "vote", board };
  if (silence || board?.kind === "notes") return { kind: "notes", board: board?.kind === "notes" ? board : undefined };
  if (board?.kind === "question") return { kind: "question", board };
  return { kind: "talk", board: board?.kind === "talk" ? board : undefined };
}

/** Two pictures of one thing have the same key: what is typed into it stays while others do something. */
export function keyOf(shown: Shown): string {
  if (shown.kind === "question") return `question ${JSON.stringify(shown.board)}`;
  if (shown.kind === "vote") return `vote ${JSON.stringify(shown.board)}`;
  if (shown.kind === "notes") return `notes ${JSON.stringify(shown.board)}`;
  return `talk ${JSON.stringify(shown.board)}`;
}
