// The one result: `parapet/analysis/1` (docs/decisions/0005-analysis.md). Plain data; texts stand once, in the knowledge.
import type {
  Capability,
  ControlLevel,
  DecisionKind,
  EntryPointKind,
  Exposure,
  Finding,
  Job,
  MemberId,
  StageId,
  Status,
  Strength,
  StrideCategory,
  SubjectKind,
  Tier,
} from "../model/vocabulary.ts";

/** Why a rule came to its finding: one fact it read, its value, and where that comes from. */
export interface Because {
  /** As the rule names it, with its relation: `to.encrypted-at-rest`. */
  readonly fact: string;
  /** The thing it was read of, when that is one thing. */
  readonly of?: string;
  readonly value: "yes" | "no" | "unknown" | "not-applicable";
  /** verified · observed · declared · assumed · derived · title · unknown · contradicted, then who or where. */
  readonly from: string;
}

export interface Score {
  readonly method: string;
  readonly factors: Readonly<Record<string, number>>;
  /** Short phrases from facts; the method's table has the sentences (scoring/explain.ts). */
  readonly reasons: Readonly<Record<string, string>>;
  /** True until a person confirmed or changed it. */
  readonly proposed: boolean;
  /** True when the proposal that a person confirmed is no longer what would be proposed. */
  readonly rescore?: boolean;
  /** What would be proposed now, when the score is to be looked at again. */
  readonly proposal?: Readonly<Record<string, number>>;
  readonly vector?: string;
}

/** What a proposed or given score says, and what follows from it. Threats with the same basis share one. */
export interface ScoreRecord extends Score {
  readonly exposure: Exposure;
  /** Before any control: 0–10 each to one decimal, and their product 0–100. */
  readonly likelihood: number;
  readonly impact: number;
  readonly inherent: number;
}

/** What all threats of a rule share. */
export interface RuleRecord {
  readonly title: string;
  readonly categories: readonly StrideCategory[];
  readonly cwe: readonly number[];
  readonly capec: readonly number[];
  readonly attack?: readonly string[];
  readonly regulations?: readonly string[];
  /** Structural first. */
  readonly controls: readonly string[];
}

/** A threat as the analysis stores it: what it shares with others stands once, in `rules`, `scores` and `reasons`. */
export interface ThreatRecord {
  readonly id: string;
  readonly rule: string;
  /** The thing that it is raised on; `model` for the system as a whole. */
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly title: string;
  readonly finding: Finding;
  readonly strength?: Strength;
  readonly decision?: DecisionKind;
  readonly status: Status;
  readonly stale?: boolean;
  /** Indices into `reasons`. */
  readonly because: readonly number[];
  /** Indices into `questions`: those that would settle it. */
  readonly asks?: readonly number[];
  /** Index into `scores`. */
  readonly score: number;
  /** Risk 0–100 with the controls that are verified or observed. */
  readonly current: number;
  /** With the chosen ones too; absent when it is the current one. */
  readonly target?: number;
  /** The tier of the current risk by the method of record. */
  readonly tier: Tier;
  readonly quickWin?: boolean;
  readonly owner?: string;
  readonly due?: string;
  readonly mitigations?: readonly string[];
  readonly feature?: string;
  /** Where it differs from its rule: a hand-written one, or what the platform offers first. */
  readonly categories?: readonly StrideCategory[];
  readonly refs?: Threat["refs"];
  readonly controls?: readonly string[];
}

/** What the record of a threat says without looking at its subject. */
export type SharedRecord = Omit<ThreatRecord, "id" | "subject" | "title" | "because" | "asks" | "feature">;

/** A threat with everything that is known of it: see threatsOf in expand.ts. */
export interface Threat
  extends Omit<ThreatRecord, "because" | "asks" | "score" | "target" | "categories" | "refs" | "controls"> {
  readonly target: number;
  readonly ruleTitle: string;
  /** The zone (or model) whose one answer decides it: threats of a rule with the same one are a group. */
  readonly group?: string;
  readonly categories: readonly StrideCategory[];
  /** The zones whose borders a flow crosses. */
  readonly crossing?: readonly string[];
  readonly because: readonly Because[];
  /** Ids of the questions that would settle it. */
  readonly asks?: readonly string[];
  readonly refs: {
    readonly cwe: readonly number[];
    readonly capec: readonly number[];
    readonly attack?: readonly string[];
  };
  readonly score: Score;
  readonly exposure: Exposure;
  readonly likelihood: number;
  readonly impact: number;
  readonly inherent: number;
  readonly regulations?: readonly string[];
  readonly controls: readonly string[];
}

export interface Question {
  /** `fact@about` or `pool@about`. */
  readonly id: string;
  readonly about: string;
  readonly fact: string;
  readonly text: string;
  readonly for: Job;
  /** Σ over the asked threats that wait for it of their risk / number of questions they wait for; latent ones times their prior. */
  readonly riskHeld: number;
  /** How many asked threats it may settle, and latent ones beside. */
  readonly settles: number;
  readonly latent: number;
  /** The highest tier among the threats that hang on it. */
  readonly hides: Tier;
  readonly contradiction?: { readonly declared: string; readonly observed: string; readonly where: string };
  readonly owner?: string;
  readonly due?: string;
  readonly overdue?: boolean;
}

/** One row per element, flow or crossing: per category the least settled status of what was raised there. */
export interface CoverageRow {
  readonly subject: string;
  readonly kind: SubjectKind;
  /** Per category, in the order S T R I D E. */
  readonly cells: readonly CoverageCell[];
  /** Why a cell is not applicable although the table of categories has it: the recorded facts that exclude every rule. */
  readonly why?: Readonly<Partial<Record<StrideCategory, string>>>;
}
/** A status, `not-applicable`, or `not-examined` (no rule speaks to it). */
export type CoverageCell = Status | "not-examined";

export interface SurfaceEntry {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly kind: EntryPointKind | "unknown";
  readonly at?: string;
  readonly exposure: Exposure;
  readonly authentication: string;
  readonly privileged: boolean;
  readonly weight: number;
  readonly declared: boolean;
}

export interface AccessCell {
  readonly role: string;
  readonly entryPoint: string;
  /** yes · no · when · unknown. */
  readonly access: "yes" | "no" | "when" | "unknown";
  readonly condition?: string;
  readonly question?: string;
}

export interface Reduction {
  readonly id: string;
  readonly say: string;
  readonly removes: number;
  readonly entryPoints: readonly string[];
  readonly loses: readonly string[];
}

/** An attacker: named in the model, or a default of the knowledge; what one that is named does not say, the default of its id does. */
export interface AttackerView {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** A zone, a kind of zone or an element; absent when nobody says. */
  readonly starts?: string;
  readonly capability?: Capability;
  readonly motive?: string;
  readonly from: "model" | "knowledge";
  /** The entry points that flows from where it starts arrive at: what it meets first. */
  readonly meets: readonly string[];
}

export interface Surface {
  readonly attackers: readonly AttackerView[];
  readonly entryPoints: readonly SurfaceEntry[];
  readonly access: readonly AccessCell[];
  readonly dependencies: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly usedBy: readonly string[];
    readonly carries: readonly string[];
  }[];
  readonly privileged: readonly string[];
  readonly segments: readonly {
    readonly zone: string;
    readonly allows: readonly string[];
    readonly crossedBy: readonly string[];
    readonly notAllowed: readonly string[];
  }[];
  readonly reductions: readonly Reduction[];
  readonly score: number;
}

export interface ElementView {
  readonly id: string;
  readonly title: string;
  readonly kind: "external-entity" | "process" | "data-store";
  readonly zone?: string;
  readonly technologies: readonly string[];
  readonly exposure: Exposure;
}
export interface FlowView {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  /** Data that goes with the connection and that comes back: absent is unknown, [] is none. The diagram's arrowheads. */
  readonly carries?: readonly string[];
  readonly returns?: readonly string[];
  readonly opens?: "unknown";
  /** Absent when the flow crosses nothing. */
  readonly crossing?: readonly string[];
}
export interface ZoneView {
  readonly id: string;
  readonly title: string;
  readonly kind?: string;
  readonly in?: string;
}

export interface Criterion {
  readonly id: string;
  readonly mitigation: string;
  readonly required: boolean;
  /** passed · failed · stale (passed, too old) · missing. */
  readonly verdict: "passed" | "failed" | "stale" | "missing";
  readonly evidence?: string;
}
export interface MitigationView {
  readonly id: string;
  readonly title: string;
  readonly control?: string;
  readonly level?: ControlLevel;
  readonly on: readonly string[];
  readonly threats: readonly string[];
  readonly owner?: string;
  readonly due?: string;
  readonly ticket?: string;
  readonly stack?: string;
  readonly platform?: string;
  /** chosen · implemented · verified · failed · stale. */
  readonly state: "chosen" | "implemented" | "verified" | "failed" | "stale";
  readonly criteria: readonly string[];
}
export interface AcceptanceView {
  readonly threat: string;
  readonly owner: string;
  readonly why: string;
  readonly review: string;
  readonly on: string;
  readonly approvedBy?: string;
  /** Who only said that they approve: it counts once they do. */
  readonly saidBy?: string;
  /** The assumption that the threat rests on and that is in doubt: until that is settled the acceptance closes nothing. */
  readonly assumption?: string;
  readonly tier: Tier;
  /** in-force · proposed (waits for approval) · claimed (same author, no right, no history, an assumption in doubt) · expired. */
  readonly state: "in-force" | "proposed" | "claimed" | "expired";
  readonly because?: string;
}

export interface GateView {
  readonly id: string;
  readonly holds: boolean;
  readonly why: string;
  readonly failing: readonly string[];
  /** Failing item → the state in which it fails, where the gate knows several. */
  readonly states?: Readonly<Record<string, string>>;
  /** The entries of the recorded debt that still fail it and are not among the failing ones. */
  readonly debt?: readonly string[];
}

/** What a person has to do, and the command that does it. */
export interface Need {
  readonly id: string;
  readonly stage: StageId;
  readonly member: MemberId;
  readonly say: string;
  readonly from: string;
  readonly command: string;
  readonly risk: number;
}

export interface StageView {
  readonly id: StageId;
  readonly done: readonly string[];
  /** Criteria of which there is nothing yet that they could be met or missed by, while an earlier stage waits. */
  readonly notReached: readonly string[];
  readonly missing: readonly Need[];
  readonly more: number;
}

export interface Summary {
  readonly open: number;
  readonly asked: number;
  readonly addressed: number;
  readonly claimed: number;
  readonly accepted: number;
  readonly latent: number;
  readonly openRisk: number;
  readonly hiddenRisk: number;
  readonly addressedRisk: number;
  readonly byTier: Readonly<
    Record<Tier, { readonly open: number; readonly asked: number; readonly addressed: number }>
  >;
  /** Questions that asked threats wait for, and those that only tell whether something applies at all. */
  readonly questions: number;
  readonly latentQuestions: number;
  readonly surface: number;
  readonly notExamined: number;
}

export interface Analysis {
  readonly schema: "parapet/analysis/1";
  readonly model: { readonly system: string; readonly feature?: string; readonly method: string };
  readonly knowledge: { readonly version: string; readonly rules: number };
  readonly now: string;
  /** The first date on which the same input gives another result. */
  readonly validUntil?: string;
  /** Per stage the criteria that hold and those not reached, the first needs by risk, and how many more there are. */
  readonly stages: readonly StageView[];
  readonly elements: readonly ElementView[];
  readonly flows: readonly FlowView[];
  readonly zones: readonly ZoneView[];
  readonly surface: Surface;
  readonly rules: Readonly<Record<string, RuleRecord>>;
  readonly scores: readonly ScoreRecord[];
  readonly reasons: readonly Because[];
  readonly threats: readonly ThreatRecord[];
  /** What each question takes for an answer: yes and no, or the values of a pool; empty for ids or free text. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly questions: readonly Question[];
  readonly coverage: readonly CoverageRow[];
  readonly mitigations: readonly MitigationView[];
  readonly criteria: readonly Criterion[];
  readonly acceptances: readonly AcceptanceView[];
  readonly gates: readonly GateView[];
  readonly summary: Summary;
}
