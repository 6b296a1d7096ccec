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
import { type AnalysisStanding, effectOf, type NamedThreat, namedThreats, standingOf } from "@parapet/team";
import { type Consequence, consequenceOf } from "./consequence.ts";
import { type Turned, turnedBetween } from "./turned.ts";

/** How the model would be otherwise: after changes that nobody made, or with a planned feature. */
export interface Supposition {
  readonly changes?: readonly Change[];
  readonly feature?: string;
}

export type ToWorker =
  | { readonly kind: "knowledge"; readonly knowledge: Knowledge }
  /** A first document, then what became of it: of thousands of things an edit sends one, and the others stay the objects that they are. */
  | {
      readonly kind: "analyse";
      readonly document: Document | readonly Change[];
      readonly now: string;
      readonly feature?: string;
    }
  /** Asks for the whole of the analysis that was told last. */
  | { readonly kind: "read" }
  | { readonly kind: "suppose"; readonly supposed: Supposition }
  /** Nothing is asked for: an analysis whose result nobody sees makes the next one fast, since a browser compiles well only what ran often. */
  | { readonly kind: "warm" };

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
  /** The analysis as JSON: a browser copies thousands of small objects several times slower than it writes and reads their text. */
  | { readonly kind: "analysed"; readonly analysis: string }
  /** What follows from a supposition about the document that was analysed last. */
  | { readonly kind: "supposed"; readonly consequence: Consequence | undefined }
  | { readonly kind: "warmed" };

type Asked = Extract<ToWorker, { kind: "analyse" }>;
type Given = Omit<Asked, "kind" | "document"> & { readonly document: Document };

let knowledge: Knowledge | undefined;
let last: Analysed | undefined;

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
  else if (data.kind === "warm") warm();
  else if (data.kind === "read") last && say({ kind: "analysed", analysis: JSON.stringify(last.analysis) });
  else if (knowledge) answer(data, knowledge);
};

function answer(asked: Asked, known: Knowledge): void {
  const before = last;
  last = analysed({ ...asked, document: documentOf(asked.document, before) }, known, before);
  say({ kind: "told", effect: effectBetween(before, last) });
}

function documentOf(given: Asked["document"], before: Analysed | undefined): Document {
  if (!Array.isArray(given)) return given as Document;
  if (!before) throw new Error("changes came before the document that they change");
  return apply(before.document, given);
}

/** As with an edit, the document is another object and most of its parts are the same. */
function warm(): void {
  if (last && knowledge) {
    const { document, now, feature } = last;
    effectBetween(last, analysed({ document: { ...document }, now, feature }, knowledge, last));
  }
  say({ kind: "warmed" });
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

function analysed({ document, now, feature = "" }: Given, known: Knowledge, before: Analysed | undefined): Analysed {
  const analysis = analyse(document, known, { now, ...(feature !== "" && { feature }) });
  const renamed = before && (effective(before.document).aliases.size > 0 || effective(document).aliases.size > 0);
  const standing = standingOf(
    analysis,
    renamed ? (id) => threatMeant(before.document, threatMeant(document, id)) : undefined,
  );
  return { document, analysis, standing, feature, now, ...(feature === "" && { plain: analysis }) };
}

function effectBetween(before: Analysed | undefined, after: Analysed): Effect | undefined {
  if (!before || before.feature !== after.feature) return undefined;
  const { sentence, come, gone } = effectOf(before.standing, after.standing);
  const moved = (ids: readonly string[], of: Analysis | undefined): Moved => ({
    count: ids.length,
    first: namedThreats(ids, named, of),
  });
  return {
    sentence,
    come: moved(come, after.analysis),
    gone: moved(gone, before.plain),
    turned: turnedBetween(before, after),
  };
}
