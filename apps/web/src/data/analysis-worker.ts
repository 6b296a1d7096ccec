// The engine's worker: analyses the newest document only, and says what the last change did.
import "../zod-setup.ts";
import { type Analysis, analyse, type Document, effective, type Knowledge, threatMeant } from "@parapet/core";
import { type AnalysisStanding, type ComeAndGone, comeAndGone, effectSentence, standingOf } from "@parapet/team";

export type ToWorker =
  | { readonly kind: "knowledge"; readonly knowledge: Knowledge }
  | {
      readonly kind: "analyse";
      readonly turn: number;
      readonly document: Document;
      readonly now: string;
      readonly feature?: string;
    };

/** What changed between the last analysis and this one. */
export interface Effect extends ComeAndGone {
  readonly sentence: string;
}

export interface FromWorker {
  readonly turn: number;
  readonly analysis: Analysis;
  readonly effect: Effect | undefined;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

let knowledge: Knowledge | undefined;
let last: { readonly document: Document; readonly standing: AnalysisStanding; readonly feature: string } | undefined;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "knowledge") knowledge = data.knowledge;
  else if (knowledge) answer(data, knowledge);
};

function answer({ turn, document, now, feature }: Extract<ToWorker, { kind: "analyse" }>, known: Knowledge): void {
  const started = performance.now();
  const analysis = analyse(document, known, { now, ...(feature !== undefined && { feature }) });
  const effect = effectOf(document, analysis, feature ?? "");
  const took = performance.now() - started;
  self.postMessage({ turn, analysis, effect, took } satisfies FromWorker);
}

function effectOf(document: Document, analysis: Analysis, feature: string): Effect | undefined {
  const before = last;
  const renamed = before && (effective(before.document).aliases.size > 0 || effective(document).aliases.size > 0);
  const standing = standingOf(
    analysis,
    renamed ? (id) => threatMeant(before.document, threatMeant(document, id)) : undefined,
  );
  last = { document, standing, feature };
  if (!before || before.feature !== feature) return undefined;
  const was = before.standing;
  return { sentence: effectSentence(was, standing), ...comeAndGone(was, standing) };
}
