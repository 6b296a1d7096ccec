// What is handed over, worked out once per analysis: specifications, and the tickets that they make.
import {
  type Analysis,
  type HandoffInput,
  type Specification,
  specificationsOf,
  type Ticket,
  ticketsOf,
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
