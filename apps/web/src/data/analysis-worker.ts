// The engine's worker: analyses the newest document only, says what the last change did, and what would follow if something were otherwise.
import "../zod-setup.ts";
import {
  type Analysis,
  analyse,
  apply,
  type Change,
  type Document,
  effective,
  type Knowledge,
  threatMeant,
} from "@parapet/core";
import {
  type AnalysisStanding,
  comeAndGone,
  effectSentence,
  type NamedThreat,
  namedThreats,
  standingOf,
} from "@parapet/team";
import { type Consequence, consequenceOf } from "./consequence.ts";
import { type Turned, turnedBetween } from "./turned.ts";

/** How the model would be otherwise: after changes that nobody made, or with a planned feature. */
export interface Supposition {
  readonly changes?: readonly Change[];
  readonly feature?: string;
}

export type ToWorker =
  | { readonly kind: "knowledge"; readonly knowledge: Knowledge }
  | {
      readonly kind: "analyse";
      readonly document: Document;
      readonly now: string;
      readonly feature?: string;
      /** What the analysis before changed was not told to anybody: a newer document was there already. It is told with this one. */
      readonly onward: boolean;
    }
  /** Asks for the whole of the analysis that was told last. */
  | { readonly kind: "read" }
  | { readonly kind: "suppose"; readonly supposed: Supposition };

/** What changed between the last analysis and this one. */
export interface Effect {
  readonly sentence: string;
  readonly come: Moved;
  readonly gone: Moved;
  readonly turned: Turned;
}

/** Threats that came or went: how many, and the first of them by name. */
export interface Moved {
  readonly count: number;
  readonly first: readonly NamedThreat[];
}

/** So many are named. */
const named = 3;

/** Of an analysis it says what changed; the whole, with its thousands of threats, it writes down when it is asked for it. */
export type FromWorker =
  | { readonly kind: "told"; readonly effect: Effect | undefined }
  | { readonly kind: "analysed"; readonly analysis: Analysis }
  /** What follows from a supposition about the document that was analysed last. */
  | { readonly kind: "supposed"; readonly consequence: Consequence | undefined };

let knowledge: Knowledge | undefined;
let last: Analysed | undefined;
/** What the next effect is told against. */
let base: Analysed | undefined;

interface Analysed {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly standing: AnalysisStanding;
  readonly feature: string;
  readonly now: string;
  /** Without a feature; made when a supposition first asks for it. */
  plain?: Analysis;
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "knowledge") knowledge = data.knowledge;
  else if (data.kind === "suppose") say({ kind: "supposed", consequence: suppose(data.supposed) });
  else if (data.kind === "read") last && say({ kind: "analysed", analysis: last.analysis });
  else if (knowledge) answer(data, knowledge);
};

function answer({ document, now, feature, onward }: Extract<ToWorker, { kind: "analyse" }>, known: Knowledge): void {
  const analysis = analyse(document, known, { now, ...(feature !== undefined && { feature }) });
  const effect = effectOf(document, analysis, { feature: feature ?? "", now, onward });
  say({ kind: "told", effect });
}

function say(message: FromWorker): void {
  self.postMessage(message);
}

function suppose({ changes = [], feature }: Supposition): Consequence | undefined {
  if (!last || !knowledge) return undefined;
  const { document, now } = last;
  last.plain ??= analyse(document, knowledge, { now });
  const otherwise = changes.length === 0 ? document : apply(document, changes);
  const analysis = analyse(otherwise, knowledge, { now, ...(feature !== undefined && { feature }) });
  return consequenceOf(last.plain, analysis);
}

function effectOf(
  document: Document,
  analysis: Analysis,
  { feature, now, onward }: { readonly feature: string; readonly now: string; readonly onward: boolean },
): Effect | undefined {
  const before = onward ? base : last;
  base = before;
  const renamed = before && (effective(before.document).aliases.size > 0 || effective(document).aliases.size > 0);
  const standing = standingOf(
    analysis,
    renamed ? (id) => threatMeant(before.document, threatMeant(document, id)) : undefined,
  );
  last = { document, analysis, standing, feature, now, ...(feature === "" && { plain: analysis }) };
  if (!before || before.feature !== feature) return undefined;
  const was = before.standing;
  const { come, gone } = comeAndGone(was, standing);
  const moved = (ids: readonly string[], of: Analysis | undefined): Moved => ({
    count: ids.length,
    first: namedThreats(ids, named, of),
  });
  return {
    sentence: effectSentence(was, standing),
    come: moved(come, analysis),
    gone: moved(gone, before.plain),
    turned: turnedBetween(before, last),
  };
}
