// The assumptions behind a threat: those that name it, and those whose facts are among its reasons.
import { type Document, threatMeant } from "@parapet/core";
import type { CardThreat } from "./card-threat.ts";

type Assumption = NonNullable<Document["model"]["assumptions"]>[string];

export interface RestsOn {
  readonly id: string;
  readonly assumption: Assumption;
  /** Through a fact: it rests on that, and cannot be taken off by itself. */
  readonly fact: boolean;
}

/** The assumptions that a threat rests on, as they were written down. */
export function restsOn(document: Document, { id, subject, because }: CardThreat): readonly RestsOn[] {
  const reasons = because.map(({ fact, of }) => [of ?? subject, fact.split(".").at(-1) ?? fact] as const);
  return Object.entries(document.model.assumptions ?? {}).flatMap(([name, assumption]): readonly RestsOn[] => {
    if (assumption.threats?.some((threat) => threatMeant(document, threat) === id))
      return [{ id: name, assumption, fact: false }];
    const stated = reasons.some(([thing, fact]) => assumption.facts?.[thing]?.[fact] !== undefined);
    return stated ? [{ id: name, assumption, fact: true }] : [];
  });
}
