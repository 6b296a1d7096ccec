// The next steps in four parts: what a test closes, what another person closes, what stands on a word, and what other rooms do first.
import type { NextStep, StepKind } from "@parapet/core";

const partKinds = {
  tests: ["mend", "retest", "show"],
  people: ["approve", "renew"],
  words: ["back"],
  work: ["define", "build", "decide", "answer"],
} as const satisfies Readonly<Record<string, readonly StepKind[]>>;
export type PartId = keyof typeof partKinds;

/** The steps of a part, with how many threats wait for them and what risk they carry. */
export interface StepPart {
  readonly id: PartId;
  readonly steps: readonly NextStep[];
  readonly threats: number;
  readonly risk: number;
}

/** The parts that have steps, in the order in which they close most easily. */
export function partsOf(steps: readonly NextStep[]): readonly StepPart[] {
  return (Object.keys(partKinds) as PartId[]).flatMap((id): readonly StepPart[] => {
    const own = steps.filter(({ kind }) => (partKinds[id] as readonly StepKind[]).includes(kind));
    if (own.length === 0) return [];
    const threats = own.reduce((sum, step) => sum + step.threats.length, 0);
    return [{ id, steps: own, threats, risk: own.reduce((sum, step) => sum + step.risk, 0) }];
  });
}

/** Whose words a claim rests on, each once: "ravi", "its technology or protocol". */
export function wordsOf(step: NextStep): readonly string[] {
  const because = step.threats.flatMap((threat) => threat.because);
  const own = because.filter(({ fact, value }) => value === "yes" && fact.endsWith(step.about));
  return [...new Set(own.map(({ from }) => from.replace(/ on \d{4}-\d\d-\d\d$/, "")))].sort();
}
