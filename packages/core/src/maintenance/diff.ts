// The semantic diff of two models or revisions: what is different, and one cause for each difference.
import type { Analysis, Question, SurfaceEntry, ThreatRecord } from "../analysis/result.ts";
import { byCodeUnit } from "../model/changes.ts";
import { exposures, tiers } from "../model/vocabulary.ts";
import { closedStatuses } from "../validation/index.ts";
import { type Analyse, differencesOf, type Step, stepsBetween } from "./causes.ts";
import { type Called, fieldChanges } from "./field-changes.ts";
import type {
  Cause,
  Delta,
  ModelDiff,
  QuestionChange,
  RiskDelta,
  Share,
  SurfaceDelta,
  SurfaceEntryChange,
  ThreatChange,
  ThreatChangeKind,
  ThreatState,
} from "./model-diff.ts";
import { recordChanges } from "./record-changes.ts";
import { calledIn, type Renames, type Revision, renamesOf } from "./side.ts";
import { thingChanges } from "./thing-changes.ts";

/** What a comparison needs beside the two revisions. */
export interface DiffOptions {
  /** Analyses with the knowledge of the later revision; called at most four times, to tell the causes apart. */
  readonly analyse: Analyse;
  /** Old rule id → the rule that it became, where the knowledge renamed rules. */
  readonly renamedRules?: ReadonlyMap<string, string>;
}

/** What is different between two revisions. Pure; linear in both, beside the analyses on the way. */
export function diffOf(before: Revision, after: Revision, { analyse, renamedRules }: DiffOptions): ModelDiff {
  const renames = renamesOf(before.document, after.document, renamedRules);
  const steps = stepsBetween(before, after, renames, analyse);
  return {
    things: thingChanges(before, after, renames),
    surface: surfaceDelta(before.analysis, after.analysis, renames, steps),
    threats: threatChanges(renames, steps),
    questions: questionChanges(renames, steps, calledIn(before, after)),
    records: recordChanges(before, after, renames, steps),
    risk: riskDelta(before.analysis, after.analysis, steps),
  };
}

const kindOrder: readonly ThreatChangeKind[] = ["introduced", "reopened", "changed", "closed", "gone"];

/** Introduced first, each kind in reading order. */
function threatChanges({ key }: Renames, steps: readonly Step[]): readonly ThreatChange[] {
  const scoresBefore = (steps[0] as Step).from.analysis.scores;
  const scoresAfter = (steps.at(-1) as Step).to.analysis.scores;
  const changes = differencesOf<ThreatRecord>(steps, key, {
    list: ({ threats }) => threats,
    key: ({ id }, rename) => rename(id),
    same: ({ status, tier, finding, strength, current, decision, stale, score }, _, { scores }) => [
      `${status} ${tier}`,
      [finding, strength, current, decision, stale, scores[score]?.rescore].join(" "),
    ],
  }).map(({ before, after, cause }): ThreatChange => {
    const wasMarked = before !== undefined && scoresBefore[before.score]?.rescore === true;
    const isMarked = after !== undefined && scoresAfter[after.score]?.rescore === true;
    const change = threatChange(before, after, cause);
    return isMarked && !wasMarked ? { ...change, rescore: true } : change;
  });
  return kindOrder.flatMap((kind) => changes.filter(({ change }) => change === kind));
}

function threatChange(before: ThreatRecord | undefined, after: ThreatRecord | undefined, cause: Cause): ThreatChange {
  const { id, title, subject } = (after ?? before) as ThreatRecord;
  return {
    id,
    ...(before && after && before.id !== id ? { was: before.id } : {}),
    title,
    subject,
    change: kindOf(before, after),
    ...(before ? { before: stateOf(before) } : {}),
    ...(after ? { after: stateOf(after) } : {}),
    cause,
  };
}

function kindOf(before: ThreatRecord | undefined, after: ThreatRecord | undefined): ThreatChangeKind {
  if (!before) return "introduced";
  if (!after) return "gone";
  const closed = closedStatuses.has(before.status);
  if (closed === closedStatuses.has(after.status)) return "changed";
  return closed ? "reopened" : "closed";
}

function stateOf({ status, finding, tier, current }: ThreatRecord): ThreatState {
  return { status, finding, tier, current };
}

/** New ones first, by the risk behind them. */
function questionChanges({ key }: Renames, steps: readonly Step[], called: Called): readonly QuestionChange[] {
  const shown = ({ contradiction, hides, owner, due, overdue }: Question): object => ({
    contradiction: contradiction && `declared ${contradiction.declared}, observed ${contradiction.observed}`,
    hides,
    owner,
    due,
    overdue,
  });
  const changes = differencesOf<Question>(steps, key, {
    list: ({ questions }) => questions,
    key: ({ id }, rename) => rename(id),
    same: (question) => [JSON.stringify(shown(question))],
  }).map(({ before, after, cause }): QuestionChange => {
    const { id, text } = (after ?? before) as Question;
    if (!before || !after) return { id, text, change: after ? "new" : "settled", fields: [], cause };
    return { id, text, change: "changed", fields: fieldChanges(shown(before), shown(after), called), cause };
  });
  return (["new", "changed", "settled"] as const).flatMap((kind) => changes.filter(({ change }) => change === kind));
}

function surfaceDelta(before: Analysis, after: Analysis, { thing }: Renames, steps: readonly Step[]): SurfaceDelta {
  const shown = ({ exposure, authentication, privileged }: SurfaceEntry): object => ({
    exposure,
    authentication,
    privileged: privileged ? "yes" : "no",
  });
  const entryPoints = differencesOf<SurfaceEntry>(steps, thing, {
    list: ({ surface }) => surface.entryPoints,
    key: ({ id }, rename) => rename(id),
    same: (point) => [JSON.stringify([shown(point), point.weight])],
  }).map(({ before: x, after: y, cause }): SurfaceEntryChange => {
    const { id, title, exposure } = (y ?? x) as SurfaceEntry;
    const weight = { before: x?.weight ?? 0, after: y?.weight ?? 0 };
    const fields = x && y ? fieldChanges(shown(x), shown(y)) : [];
    return { id, title, change: x ? (y ? "changed" : "removed") : "added", exposure, weight, fields, cause };
  });
  const sums = (analysis: Analysis, exposure: string) => {
    const points = analysis.surface.entryPoints.filter((point) => point.exposure === exposure);
    return { count: points.length, weight: points.reduce((sum, { weight }) => sum + weight, 0) };
  };
  const byExposure = exposures.map((exposure) => {
    const [x, y] = [sums(before, exposure), sums(after, exposure)];
    return [exposure, { count: delta(x.count, y.count), weight: delta(x.weight, y.weight) }] as const;
  });
  return {
    score: delta(before.surface.score, after.surface.score),
    byExposure: Object.fromEntries(byExposure) as SurfaceDelta["byExposure"],
    entryPoints: [...entryPoints].sort((a, b) => byCodeUnit(a.id, b.id)),
  };
}

function riskDelta(before: Analysis, after: Analysis, steps: readonly Step[]): RiskDelta {
  const [x, y] = [before.summary, after.summary];
  const counts = (["open", "asked", "addressed", "claimed", "accepted"] as const).map((name) => [
    name,
    delta(x[name], y[name]),
  ]);
  const byTier = tiers.map((tier) => {
    const cells = (["open", "asked", "addressed"] as const).map((name) => [
      name,
      delta(x.byTier[tier][name], y.byTier[tier][name]),
    ]);
    return [tier, Object.fromEntries(cells)];
  });
  const shares = steps.flatMap(({ cause, from, to }) => {
    const share = shareOf(from.analysis, to.analysis);
    return Object.values(share).some((part) => part !== 0) ? [[cause, share] as const] : [];
  });
  return {
    open: delta(x.openRisk, y.openRisk),
    hidden: delta(x.hiddenRisk, y.hiddenRisk),
    addressed: delta(x.addressedRisk, y.addressedRisk),
    counts: Object.fromEntries(counts) as RiskDelta["counts"],
    byTier: Object.fromEntries(byTier) as RiskDelta["byTier"],
    byCause: Object.fromEntries(shares) as RiskDelta["byCause"],
  };
}

function shareOf({ summary: x }: Analysis, { summary: y }: Analysis): Share {
  return {
    open: tenth(y.openRisk - x.openRisk),
    hidden: tenth(y.hiddenRisk - x.hiddenRisk),
    addressed: tenth(y.addressedRisk - x.addressedRisk),
    surface: tenth(y.surface - x.surface),
  };
}

function delta(before: number, after: number): Delta {
  return { before, after };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
