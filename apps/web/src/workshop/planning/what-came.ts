// What came of a workshop, counted from what is written down of it. Pure.
import { byCodeUnit, type Document, type Workshop, workshopState } from "@parapet/core";

/** What is said of a workshop in one line, in this order; what is none is left out. */
export const outcomes = ["notes", "recorded", "linked", "votes", "answered", "decided", "tickets", "parked"] as const;
export type OutcomeKind = (typeof outcomes)[number];

export function whatCame(workshop: Workshop): Readonly<Record<OutcomeKind, number>> {
  const { notes = {}, votes = {}, answered = {}, decided = {}, tickets = [], parked = {} } = workshop;
  const of = (outcome: string) =>
    new Set(Object.values(notes).flatMap((note) => (note.outcome === outcome ? [note.threat] : []))).size;
  return {
    notes: Object.keys(notes).length,
    recorded: of("recorded"),
    linked: of("linked"),
    votes: Object.values(votes).reduce((sum, factors) => sum + Object.keys(factors).length, 0),
    answered: Object.keys(answered).length,
    decided: Object.keys(decided).length,
    tickets: tickets.length,
    parked: Object.values(parked).filter(({ settled }) => settled === undefined).length,
  };
}

export type Named = readonly [id: string, workshop: Workshop];

/** The workshops of a model as they are listed. */
export interface Listed {
  readonly running: readonly Named[];
  /** By day, without a day last. */
  readonly toCome: readonly Named[];
  /** Newest first. */
  readonly held: readonly Named[];
}

/** The workshops of a model: those that run, those to come, those that were held. */
export function inOrder(document: Document): Listed {
  const all: readonly Named[] = Object.entries(document.register?.workshops ?? {});
  const isOver = ([, workshop]: Named) => workshop.ended !== undefined;
  const runs = ([, workshop]: Named) => workshopState(workshop) === "running";
  const key = ([id, workshop]: Named) => `${workshop.planned ?? "9999"} ${id}`;
  const ahead = all.filter((one) => !isOver(one)).sort((a, b) => byCodeUnit(key(a), key(b)));
  return {
    running: ahead.filter(runs),
    toCome: ahead.filter((one) => !runs(one)),
    held: all.filter(isOver).sort((a, b) => byCodeUnit(b[1].ended ?? "", a[1].ended ?? "")),
  };
}

/** The minutes of an agenda, and those of its closing parts. */
export function minutesOf({ agenda = [] }: Pick<Workshop, "agenda">, closing?: ReadonlySet<string>): number {
  return agenda.reduce((sum, { minutes, step }) => sum + (!closing || closing.has(step) ? minutes : 0), 0);
}
