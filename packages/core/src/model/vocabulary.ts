// The field's closed word lists, each once. Everything that names a kind, a tier or a category reads it from here.

export const strideCategories = [
  "spoofing",
  "tampering",
  "repudiation",
  "information-disclosure",
  "denial-of-service",
  "elevation-of-privilege",
] as const;
export type StrideCategory = (typeof strideCategories)[number];

/** The letter of each category, as people say it aloud. */
export const strideLetter: Readonly<Record<StrideCategory, string>> = {
  spoofing: "S",
  tampering: "T",
  repudiation: "R",
  "information-disclosure": "I",
  "denial-of-service": "D",
  "elevation-of-privilege": "E",
};

export const elementKinds = ["external-entity", "process", "data-store"] as const;
export type ElementKind = (typeof elementKinds)[number];

/** What a rule may be on, and what a fact may be stated of. */
export const subjectKinds = [
  "external-entity",
  "process",
  "data-store",
  "flow",
  "crossing",
  "entry-point",
  "dependency",
  "data",
  "zone",
  "model",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/**
 * STRIDE per element (Hernan, Lambert, Ostwald, Shostack: "Uncover Security Design Flaws Using the STRIDE Approach", 2006),
 * with crossings, which get all six.
 */
export const categoriesOf: Readonly<Partial<Record<SubjectKind, readonly StrideCategory[]>>> = {
  "external-entity": ["spoofing", "repudiation"],
  process: strideCategories,
  "data-store": ["tampering", "repudiation", "information-disclosure", "denial-of-service"],
  flow: ["tampering", "information-disclosure", "denial-of-service"],
  crossing: strideCategories,
};

export const zoneKinds = [
  "internet",
  "partner-network",
  "private-network",
  "dmz",
  "cloud-account",
  "cluster",
  "host",
  "process",
  "device",
  "office-network",
  "third-party",
] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** How much an attacker can do: with public tools, with skill and an own account or foothold, with rights inside or great means. */
export const capabilities = ["low", "medium", "high"] as const;
export type Capability = (typeof capabilities)[number];

export const entryPointKinds = [
  "api",
  "web",
  "admin",
  "queue",
  "file",
  "webhook",
  "cli",
  "scheduled",
  "pipeline",
  "physical",
] as const;
export type EntryPointKind = (typeof entryPointKinds)[number];

export const dependencyKinds = ["library", "image", "external-service", "platform", "model", "build-tool"] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

export const classifications = ["public", "internal", "confidential", "restricted"] as const;
export type Classification = (typeof classifications)[number];

export const dataKinds = [
  "personal",
  "special-category",
  "health",
  "payment-card",
  "financial",
  "credential",
  "secret",
  "session",
  "audit-log",
  "business",
  "source-code",
  "model-weights",
  "training-data",
  "prompt",
] as const;
export type DataKind = (typeof dataKinds)[number];

export const tiers = ["critical", "high", "medium", "low"] as const;
export type Tier = (typeof tiers)[number];

/** Critical or high: the tiers that need an owner, a due date and a specification or a decision. Who has to approve is needsSecondPerson. */
export function isSevere(tier: Tier): boolean {
  return tier === "critical" || tier === "high";
}

export const controlLevels = ["structural", "preventive", "detective", "corrective"] as const;
export type ControlLevel = (typeof controlLevels)[number];

export const findings = ["open", "asked", "addressed", "not-applicable", "orphaned"] as const;
export type Finding = (typeof findings)[number];

export const decisionKinds = ["mitigate", "accept", "transfer", "avoid", "not-applicable"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** How strongly a countermeasure is known, weakest first. */
export const strengths = ["assumed", "declared", "observed", "verified"] as const;
export type Strength = (typeof strengths)[number];

export const statuses = [
  "orphaned",
  "avoided",
  "accepted",
  "transferred",
  "not-applicable",
  "verified",
  "addressed",
  "claimed",
  "implemented",
  "mitigating",
  "asked",
  "assessed",
  "open",
] as const;
export type Status = (typeof statuses)[number];

export const exposures = ["internet-anonymous", "internet-authenticated", "internal"] as const;
export type Exposure = (typeof exposures)[number];

export const stageIds = [
  "scoping",
  "decomposition",
  "enumeration",
  "scoring",
  "mitigation",
  "handoff",
  "validation",
  "maintenance",
] as const;
export type StageId = (typeof stageIds)[number];

export const memberIds = [
  "threat-model-architect",
  "attack-surface-mapper",
  "risk-prioritization-analyst",
  "mitigation-designer",
] as const;
export type MemberId = (typeof memberIds)[number];

export const permissions = ["read", "propose", "edit", "decide", "approve", "administer"] as const;
export type Permission = (typeof permissions)[number];

export const jobs = [
  "engineer",
  "architect",
  "security",
  "operations",
  "product",
  "data-protection",
  "management",
] as const;
export type Job = (typeof jobs)[number];
