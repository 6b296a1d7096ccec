// The assumptions board: how each stands, what rests on it, and what it would take to know.

import type { Document, Knowledge } from "@parapet/core";
import type { Supposition } from "../../data/analysis-worker.ts";
import type { Certainty } from "../../kit/certainty.tsx";

export type Assumption = NonNullable<Document["model"]["assumptions"]>[string];

/** past: nobody looked at it again on its day, so that nothing rests on it. */
export type AssumptionState = "holds" | "past" | "challenged" | "refuted";

/** The mark of an assumption: somebody's word while it holds. */
export const certaintyOfAssumption: Readonly<Record<AssumptionState, Certainty>> = {
  holds: "hollow",
  past: "hatched",
  challenged: "hatched",
  refuted: "struck",
};

/** How an assumption stands today. */
export function stateOfAssumption({ state = "holds", review }: Assumption, now: string): AssumptionState {
  if (state !== "holds") return state;
  return review !== undefined && review < now ? "past" : "holds";
}

/** Something that an assumption states of a thing. */
export interface Resting {
  readonly about: string;
  /** A sentence of the knowledge with the thing's name, else the fact and its value. */
  readonly say: string;
}

/** What rests on an assumption, in words. */
export function restingOn(
  { facts = {} }: Assumption,
  knowledge: Knowledge,
  title: (id: string) => string,
): readonly Resting[] {
  return Object.entries(facts).flatMap(([about, stated]) =>
    Object.entries(stated).map(([fact, given]) => {
      const value = typeof given === "string" ? given : given.value;
      return { about, say: sentence(fact, value, title(about), knowledge) };
    }),
  );
}

function sentence(fact: string, value: string, name: string, { facts, pools }: Knowledge): string {
  const pool = pools.find(({ id }) => id === fact)?.values[value]?.say;
  const said = pool ?? (value === "yes" ? facts.find(({ id }) => id === fact)?.say : undefined);
  // A sentence that speaks of more than its subject cannot be filled in here.
  if (said && !/\{(?!subject\})/.test(said))
    return said.replaceAll("{subject}", name).replace(/^./u, (first) => first.toUpperCase());
  return `${name}: ${fact.replaceAll("-", " ")} ${value.replaceAll("-", " ")}`;
}

/** What to suppose of each assumption: that it is refuted when it holds, that it holds when it does not. */
export function suppositionsOf(
  assumptions: Readonly<Record<string, Assumption>>,
  now: string,
): Readonly<Record<string, Supposition>> {
  return Object.fromEntries(
    Object.entries(assumptions).map(([id, assumption]) => {
      const set = (field: string, after?: string) => ({
        collection: "model.assumptions",
        id,
        field: [field],
        ...(after !== undefined && { after }),
      });
      if (stateOfAssumption(assumption, now) === "holds") return [id, { changes: [set("state", "refuted")] }];
      return [id, { changes: [set("state", "holds"), set("review")] }];
    }),
  );
}

/** In doubt first, then by what rests on them, then as they were written down. */
export function boardOrder(
  assumptions: Readonly<Record<string, Assumption>>,
  now: string,
  rests: (id: string) => number,
): readonly string[] {
  const doubt = (id: string) => ["challenged", "past", "holds", "refuted"].indexOf(stateOf(id));
  const stateOf = (id: string) => stateOfAssumption(assumptions[id] as Assumption, now);
  return Object.keys(assumptions).sort((a, b) => doubt(a) - doubt(b) || rests(b) - rests(a));
}
