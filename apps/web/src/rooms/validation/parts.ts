// The next steps in four parts: what a test closes, what another person closes, what stands on a word, and what other rooms do first.
import { byCodeUnit, type Document, type NextStep, type StepKind, type Threat } from "@parapet/core";
import { type SeenProtocol, seenProtocol } from "../../frame/inspector/subject.ts";

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

/** What a mitigation goes through, and a claim that is taken on as one. */
const ofMitigation = ["mend", "retest", "show", "define", "build"] as const satisfies readonly StepKind[];

/** True for a step of a mitigation. */
export function isOfMitigation(kind: StepKind): kind is (typeof ofMitigation)[number] {
  return (ofMitigation as readonly StepKind[]).includes(kind);
}

/** The step that stands open: the one that was opened, or what became of it once it was taken; nothing when that closed it. */
export function openNow(steps: readonly NextStep[], opened: NextStep | undefined): NextStep | undefined {
  if (!opened) return undefined;
  const same = steps.find(({ id }) => id === opened.id);
  if (same) return same;
  const about = opened.kind === "back" ? opened.control : opened.about;
  return steps.find((step) => isOfMitigation(step.kind) && step.about === about);
}

/** Whose words a claim rests on, each once: "ravi", "its technology or protocol". What a file shows is nobody's word. */
export function wordsOf(step: NextStep, document: Document): readonly string[] {
  const own = reasonsOf(step).filter(([threat, because]) => seenProtocol(threat, because, document) === undefined);
  return [...new Set(own.map(([, { from }]) => from.replace(/ on \d{4}-\d\d-\d\d$/, "")))].sort();
}

/** What files show of it, each once: a protocol, with its place. */
export function seenOf(step: NextStep, document: Document): readonly SeenProtocol[] {
  const seen = reasonsOf(step).flatMap(([threat, because]) => seenProtocol(threat, because, document) ?? []);
  const byPlace = new Map(seen.map((one) => [`${one.place} ${one.protocol}`, one]));
  return [...byPlace].sort(([a], [b]) => byCodeUnit(a, b)).map(([, one]) => one);
}

/** The reasons of the threats of a step that say yes to what it is about. */
function reasonsOf({ threats, about }: NextStep): readonly (readonly [Threat, Threat["because"][number]])[] {
  return threats.flatMap((threat) =>
    threat.because.flatMap((one) => (one.value === "yes" && one.fact.endsWith(about) ? [[threat, one] as const] : [])),
  );
}
