// What a semantic diff says: plain data, made by diff.ts, told by diff-sentences.ts and diff-markdown.ts.
import type { Exposure, Finding, Status, Tier } from "../model/vocabulary.ts";

/**
 * Why something differs; each difference names one. Where several are at work the first of this order is named: the system was
 * changed, a fact was answered, people decided, evidence came in, another knowledge version was used, a feed brought news, time passed.
 */
export const causes = ["system", "fact", "decision", "evidence", "knowledge", "feed", "time"] as const;
export type Cause = (typeof causes)[number];

/** One value before and after. */
export interface Delta {
  readonly before: number;
  readonly after: number;
}

/** One field of a thing or record, as people read it; absent is nothing said. */
export interface FieldChange {
  /** `zone`, `facts.encrypted-at-rest`, `access.customer`. */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
  readonly say: string;
}

const thingKinds = [
  "model",
  "zone",
  "element",
  "flow",
  "entry-point",
  "data",
  "dependency",
  "role",
  "assumption",
  "feature",
  "participant",
  "attacker",
] as const;
export type ThingKind = (typeof thingKinds)[number];

/** A thing that is new, gone, different, or has another id. */
export interface ThingChange {
  readonly kind: ThingKind;
  readonly id: string;
  readonly title: string;
  readonly change: "added" | "removed" | "changed" | "renamed";
  /** The id before, of a renamed one; it may have changed fields too. */
  readonly was?: string;
  readonly fields: readonly FieldChange[];
  readonly cause: Cause;
}

/** Where a threat stands. */
export interface ThreatState {
  readonly status: Status;
  readonly finding: Finding;
  readonly tier: Tier;
  readonly current: number;
}

/**
 * introduced: not raised before · gone: not raised any more · closed: nothing is left to do about it · reopened: there is again ·
 * changed: another tier, status, risk or strength, or its score is to be looked at again.
 */
export type ThreatChangeKind = "introduced" | "reopened" | "changed" | "closed" | "gone";

export interface ThreatChange {
  readonly id: string;
  /** Its id before, when its subject or rule was renamed. */
  readonly was?: string;
  readonly title: string;
  readonly subject: string;
  readonly change: ThreatChangeKind;
  readonly before?: ThreatState;
  readonly after?: ThreatState;
  /** The proposal behind its confirmed score is no longer what would be proposed: score it again. */
  readonly rescore?: true;
  readonly cause: Cause;
}

/** A question that is new, no longer asked, or asks something else: a contradiction, a date that passed, another tier behind it. */
export interface QuestionChange {
  readonly id: string;
  readonly text: string;
  readonly change: "new" | "settled" | "changed";
  readonly fields: readonly FieldChange[];
  readonly cause: Cause;
}

export interface SurfaceEntryChange {
  readonly id: string;
  readonly title: string;
  readonly change: "added" | "removed" | "changed";
  readonly exposure: Exposure;
  readonly weight: Delta;
  readonly fields: readonly FieldChange[];
  readonly cause: Cause;
}

export interface SurfaceDelta {
  readonly score: Delta;
  /** Entry points and their summed weight per exposure. */
  readonly byExposure: Readonly<Record<Exposure, { readonly count: Delta; readonly weight: Delta }>>;
  readonly entryPoints: readonly SurfaceEntryChange[];
}

/** The kinds of records of people's work that a diff tells; comments, refused proposals, debt and drawing positions are left out. */
export type RecordKind =
  | "decision"
  | "acceptance"
  | "mitigation"
  | "evidence"
  | "score"
  | "assignment"
  | "hand-written threat"
  | "owned question"
  | "review"
  | "sign-off"
  | "policy"
  | "person"
  | "platform control";

export interface RecordChange {
  readonly kind: RecordKind;
  readonly id: string;
  /** What it is about, as people call it; absent where there is only the id. */
  readonly title?: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields: readonly FieldChange[];
  readonly cause: Cause;
}

/** What one cause did to the sums: exact, they add up to the whole difference. */
export interface Share {
  readonly open: number;
  readonly hidden: number;
  readonly addressed: number;
  readonly surface: number;
}

export interface RiskDelta {
  readonly open: Delta;
  readonly hidden: Delta;
  readonly addressed: Delta;
  /** How many threats. */
  readonly counts: Readonly<Record<"open" | "asked" | "addressed" | "claimed" | "accepted", Delta>>;
  readonly byTier: Readonly<Record<Tier, Readonly<Record<"open" | "asked" | "addressed", Delta>>>>;
  readonly byCause: Readonly<Partial<Record<Cause, Share>>>;
}

export interface ModelDiff {
  readonly things: readonly ThingChange[];
  readonly surface: SurfaceDelta;
  readonly threats: readonly ThreatChange[];
  readonly questions: readonly QuestionChange[];
  readonly records: readonly RecordChange[];
  readonly risk: RiskDelta;
}

/** True when two models or revisions say the same. */
export function isEmptyDiff({ things, surface, threats, questions, records, risk }: ModelDiff): boolean {
  const lists = [things, surface.entryPoints, threats, questions, records];
  return lists.every((list) => list.length === 0) && Object.keys(risk.byCause).length === 0;
}
