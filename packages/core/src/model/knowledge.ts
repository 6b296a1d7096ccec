// What the engine is told: the compiled knowledge. Authoring schemas live in packages/knowledge; this is what analysis reads.
import type {
  Capability,
  ControlLevel,
  Exposure,
  Job,
  StrideCategory,
  SubjectKind,
  Tier,
  ZoneKind,
} from "./vocabulary.ts";

/** A tree over named facts. Keys side by side are joined by *and*. A fact may carry one relation: `to.encrypted-at-rest`. */
export type Tree =
  | string
  | { readonly all?: readonly Tree[]; readonly any?: readonly Tree[]; readonly none?: readonly Tree[] };

/** The relations that a fact in a tree may carry. */
export const relations = [
  "from",
  "to",
  "zone",
  "on",
  "any-data",
  "all-data",
  "any-flow-in",
  "all-flow-in",
  "any-flow-out",
  "all-flow-out",
  "any-sender",
  "all-senders",
  "any-receiver",
  "all-receivers",
  "any-entry-point",
  "any-dependency",
  "any-member",
] as const;
export type Relation = (typeof relations)[number];

export type Sense = "countermeasure" | "weakness" | "nature";
export type AskLevel = "thing" | "zone" | "model";

export interface DeclaredFact {
  readonly id: string;
  readonly on: readonly SubjectKind[];
  readonly sense: Sense;
  /** "{subject} validates its input": what a yes says. */
  readonly say: string;
  /** The question that asks a person for it; placeholders as in say. Absent when a pool asks. */
  readonly ask?: string;
  readonly for: Job;
  readonly asked: AskLevel;
  readonly pool?: string;
  /** Words of a title that make a nature fact an assumed yes. */
  readonly titles?: readonly string[];
  /** Protocols of a flow that imply a value. */
  readonly protocols?: Readonly<Record<string, "yes" | "no">>;
  /** A derived fact that is read when nothing is stated. */
  readonly fallback?: string;
}

/** One question that settles several facts. */
export interface Pool {
  readonly id: string;
  readonly on: readonly SubjectKind[];
  readonly ask: string;
  readonly for: Job;
  readonly asked: AskLevel;
  readonly values: Readonly<
    Record<string, { readonly say: string; readonly facts: Readonly<Record<string, "yes" | "no">> }>
  >;
}

export interface Technology {
  readonly id: string;
  readonly title: string;
  /** Default facts by fact or pool. */
  readonly facts: Readonly<Record<string, string>>;
  /** The element kind that it makes a thing that says none. */
  readonly kind?: "process" | "data-store";
  /** Names under which it is seen: container images, packages, environment values. Lower case; the last path segment of an image. */
  readonly images?: readonly string[];
  readonly packages?: readonly string[];
  readonly schemes?: readonly string[];
  readonly ports?: readonly number[];
  readonly protocol?: string;
}

export interface Factors {
  readonly reproducibility: number;
  readonly exploitability: number;
}

export interface Rule {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly stride: readonly StrideCategory[];
  readonly on: readonly SubjectKind[];
  readonly applies: Tree;
  readonly except?: Tree;
  readonly unless?: Tree;
  /** The sentence of the threat; placeholders {subject} {from} {to} {zone} {data} {borders} {exposure}. */
  readonly say: string;
  readonly start: Readonly<Record<Exposure, Factors>>;
  readonly damage: { readonly from: "data" | "fixed"; readonly value?: number; readonly cap: number };
  readonly affected: "one" | "tenant" | "all";
  readonly controls: readonly string[];
  readonly cwe: readonly number[];
  readonly capec: readonly number[];
  readonly attack?: readonly string[];
  readonly atlas?: readonly string[];
  readonly owasp?: readonly string[];
  readonly asvs?: readonly string[];
  readonly regulations?: readonly string[];
  /** The probability that applies turns out yes while it is unknown, 0–1 (questions rank by it). */
  readonly prior: number;
}

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly level: ControlLevel;
  readonly effort: "small" | "medium" | "large";
  readonly on: readonly SubjectKind[];
  /** Where this holds, another control of the rule comes first, whatever their levels. */
  readonly after?: Tree;
  readonly establishes: readonly string[];
  /** The highest value that a factor keeps once the control works. */
  readonly caps: Readonly<Partial<Record<string, number>>>;
  readonly criteria: readonly { readonly id: string; readonly required: boolean }[];
  readonly platform?: readonly string[];
}

/** Who attacks systems unless a model says otherwise; it starts anywhere in a kind of zone. */
export interface DefaultAttacker {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly starts: ZoneKind;
  /** It attacks only what serves several tenants. */
  readonly tenancy?: "shared";
  readonly capability: Capability;
  readonly motive: string;
  /** Where the kind of attacker is described. */
  readonly source: string;
}

/** All that analysis needs. */
export interface Knowledge {
  readonly version: string;
  readonly facts: readonly DeclaredFact[];
  readonly pools: readonly Pool[];
  readonly technologies: readonly Technology[];
  readonly rules: readonly Rule[];
  readonly controls: readonly Control[];
  readonly attackers: readonly DefaultAttacker[];
}

/** Texts of a rule: read on demand. */
export interface RuleTexts {
  readonly why: string;
  readonly detection: string;
  readonly falsePositives: string;
}

/** Texts of a control: read on demand. */
export interface ControlTexts {
  readonly what: string;
  readonly removes: string;
  readonly stacks: Readonly<
    Record<string, { readonly library?: string; readonly configuration: string; readonly logic?: string }>
  >;
  readonly platform: readonly { readonly id: string; readonly say: string }[];
  readonly criteria: Readonly<
    Record<string, { readonly given: string; readonly when: string; readonly then: string; readonly verify: string }>
  >;
  readonly asvs: readonly string[];
  readonly nist: readonly string[];
}

export interface FactTexts {
  readonly why: string;
}

export interface Texts {
  readonly rules: Readonly<Record<string, RuleTexts>>;
  readonly controls: Readonly<Record<string, ControlTexts>>;
  readonly facts: Readonly<Record<string, FactTexts>>;
}

/** A catalog holds identifiers and official titles only. */
export interface Catalog {
  readonly id: "capec" | "cwe" | "asvs-5.0";
  readonly version: string;
  readonly source: string;
  readonly licence: string;
  readonly records: number;
  readonly titles: Readonly<Record<string, string>>;
}

export type { Tier };
