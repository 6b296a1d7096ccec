// What every room says at its head: a question, and its answer from document and analysis alone, so that a test can hold it to a model.
import type { Analysis, Document } from "@parapet/core";
import type { TFunction } from "i18next";

/** What an answer may read. */
export interface AnswerInput {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** A question of a room. */
export interface RoomAnswer {
  readonly id: string;
  readonly question: (t: TFunction) => string;
  /** One or two sentences; the same input gives the same words. */
  readonly answer: (input: AnswerInput, t: TFunction) => string;
}

/** A text as a sentence of its own: with a full stop, unless it ends itself. */
export function ended(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
