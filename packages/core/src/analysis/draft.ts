// A threat on its way: what was found of it, before score, decisions and mitigations are added.
import type { Columns, Space } from "../decomposition/index.ts";
import type { OpenQuestion } from "../enumeration/index.ts";
import type { MitigationVerdict } from "../model/verdicts.ts";
import type { Finding, Strength, SubjectKind } from "../model/vocabulary.ts";
import type { Scored } from "../scoring/index.ts";
import type { Threat } from "./result.ts";

/** The words for the engine's numbers of strength. */
export const strengthNames: readonly (Strength | undefined)[] = [
  undefined,
  "assumed",
  "assumed",
  "declared",
  "observed",
  "verified",
];

export const noOne: readonly never[] = [];

/** What is known of a threat before the register is asked. */
export interface Draft {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly categories: Threat["categories"];
  readonly subject: string;
  readonly space: Space;
  readonly index: number;
  readonly kind: SubjectKind;
  readonly finding: Finding;
  readonly strength: Strength | undefined;
  readonly because: readonly number[];
  readonly questions: readonly OpenQuestion[];
  readonly controls: readonly string[];
  /** The controls of its rule, which all threats of the rule share. */
  readonly ruleControls: readonly string[];
  readonly proposal: Scored;
  /** What a threat without a rule says of itself. */
  readonly own: Pick<Threat, "categories" | "refs"> | undefined;
}

/** What nobody did anything about yet. */
export const untouched = {
  decision: undefined,
  decisionInForce: false,
  accepted: false,
  mitigationsVerified: false,
  mitigationsImplemented: false,
  mitigating: false,
  scored: false,
};

/**
 * How far the mitigations of a threat have come. Noticing is not preventing: a mitigation by a detective or corrective control alone
 * closes nothing, except where denial is the threat.
 */
export function progressOf(
  verdicts: readonly MitigationVerdict[],
  categories: Threat["categories"],
): {
  mitigationsVerified: boolean;
  mitigationsImplemented: boolean;
  mitigating: boolean;
} {
  const states = verdicts.map((verdict) => verdict.state);
  const done = (state: string): boolean => state === "verified" || state === "stale";
  return {
    mitigationsVerified: states.every(done) && verdicts.some((verdict) => prevents(verdict, categories)),
    mitigationsImplemented: states.length > 0 && states.every((state) => done(state) || state === "implemented"),
    mitigating: states.some((state) => state !== "failed"),
  };
}

function prevents({ control }: MitigationVerdict, categories: Threat["categories"]): boolean {
  if (!control || control.level === "structural" || control.level === "preventive") return true;
  return categories.includes("repudiation");
}

/** The elements that a subject concerns: a flow counts for both its ends. */
export function elementsOf(graph: Columns["graph"], space: Space, i: number): readonly number[] {
  if (space === "element") return [i];
  if (space === "flow") return [graph.flowFrom[i] as number, graph.flowTo[i] as number];
  const on =
    space === "entry-point" ? graph.entryPointOn[i] : space === "dependency" ? graph.dependencyElement[i] : undefined;
  return on === undefined || on < 0 ? noOne : [on];
}
