// What is handed over, worked out once per analysis: specifications, and the tickets that they make.
import {
  type Analysis,
  type HandoffInput,
  type Specification,
  specificationsOf,
  type Ticket,
  ticketsOf,
  tierRank,
} from "@parapet/core";

export interface HandedOver {
  readonly specifications: readonly Specification[];
  /** By the id of the mitigation or proposal. */
  readonly specification: ReadonlyMap<string, Specification>;
  readonly tickets: readonly Ticket[];
}

const kept = new WeakMap<Analysis, HandedOver & { readonly of: HandoffInput["document"] }>();

export function handedOver(input: HandoffInput): HandedOver {
  const known = kept.get(input.analysis);
  if (known?.of === input.document) return known;
  const specifications = specificationsOf(input);
  const made = {
    of: input.document,
    specifications,
    specification: new Map(specifications.map((one) => [one.id, one])),
    tickets: ticketsOf(specifications),
  };
  kept.set(input.analysis, made);
  return made;
}

/** By tier, then by the risk that they are against; drafts among the others, since they wait for somebody too. */
export function worstFirst(tickets: readonly Ticket[]): readonly Ticket[] {
  const rank = ({ tier }: Ticket) => (tier === undefined ? 4 : tierRank(tier));
  return [...tickets].sort((a, b) => rank(a) - rank(b) || b.risk.current - a.risk.current || (a.id < b.id ? -1 : 1));
}
