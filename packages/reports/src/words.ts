// Words that all reports use: statuses, kinds and categories as people read them, and the certainty that stands behind a status.
import {
  type CoverageCell,
  type Exposure,
  type StageView,
  type Status,
  type StrideCategory,
  type SubjectKind,
  spokenOf,
  stageOf,
  stageState,
  type Tier,
} from "@parapet/core";

export const categoryTitles: Readonly<Record<StrideCategory, string>> = {
  spoofing: "Spoofing",
  tampering: "Tampering",
  repudiation: "Repudiation",
  "information-disclosure": "Information disclosure",
  "denial-of-service": "Denial of service",
  "elevation-of-privilege": "Elevation of privilege",
};

export const tierTitles: Readonly<Record<Tier, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
};

/** Letter and shape of each tier: colour never says anything alone. */
export const tierSigns: Readonly<Record<Tier, string>> = { critical: "C ◆", high: "H ▲", medium: "M ■", low: "L ●" };

export const exposureTitles: Readonly<Record<Exposure, string>> = {
  "internet-anonymous": "Internet, anyone",
  "internet-authenticated": "Internet, signed in",
  internal: "Internal",
};

/** In the order in which reports list them. */
export const kindTitles: Readonly<Record<SubjectKind, string>> = {
  "external-entity": "External entity",
  process: "Process",
  "data-store": "Data store",
  flow: "Data flow",
  crossing: "Crossing",
  "entry-point": "Entry point",
  dependency: "Dependency",
  data: "Data",
  zone: "Trust zone",
  model: "System",
};

/**
 * The one language of certainty. open: nothing settles it · hatched: unknown, asked · hollow: on somebody's word or under way ·
 * solid: verified or observed · none: does not apply · gap: nobody looked.
 */
export type Certainty = "open" | "hatched" | "hollow" | "solid" | "none" | "gap";

interface StatusWords {
  readonly title: string;
  readonly certainty: Certainty;
}

/** What each status or cell of the coverage table is called, and how certain it is. */
export const statusWords: Readonly<Record<Status | CoverageCell, StatusWords>> = {
  open: { title: "open", certainty: "open" },
  assessed: { title: "open, assessed", certainty: "open" },
  asked: { title: "asked", certainty: "hatched" },
  mitigating: { title: "mitigating", certainty: "hollow" },
  implemented: { title: "implemented, not verified", certainty: "hollow" },
  claimed: { title: "claimed", certainty: "hollow" },
  accepted: { title: "accepted", certainty: "hollow" },
  transferred: { title: "transferred", certainty: "hollow" },
  addressed: { title: "addressed", certainty: "solid" },
  verified: { title: "verified", certainty: "solid" },
  "not-applicable": { title: "not applicable", certainty: "none" },
  avoided: { title: "avoided", certainty: "none" },
  orphaned: { title: "orphaned", certainty: "none" },
  "not-examined": { title: "not examined", certainty: "gap" },
};

/** "1 threat", "2 threats". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A risk as people read it: one decimal below 100, whole with groups of three above. */
export function risk(value: number): string {
  if (value < 100) return String(Math.round(value * 10) / 10);
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The sentence that never prints the open count without the asked count beside it. */
export function standing(summary: {
  readonly open: number;
  readonly asked: number;
  readonly openRisk: number;
  readonly hiddenRisk: number;
  readonly questions: number;
  readonly latentQuestions: number;
}): string {
  const { open, asked, openRisk, hiddenRisk } = summary;
  const questions = summary.questions + summary.latentQuestions;
  const first = `${counted(open, "threat")} open with a risk of ${risk(openRisk)}`;
  return `${first}, ${asked} asked; ${counted(questions, "question")} hide${questions === 1 ? "s" : ""} a risk of ${risk(hiddenRisk)}.`;
}

/** An id as a file name: `tls-everywhere@orders-db` → `tls-everywhere.at.orders-db`. */
export function fileName(id: string): string {
  return id.replace(/[^a-z0-9-]+/g, ".at.");
}

/** How a stage stands: criteria met, or why it is not reached; of a stage that is never done, whether it is current. */
export function stageWords(stage: StageView): string {
  const { exit, lasting } = stageOf(stage.id);
  const state = stageState(stage);
  if (lasting && state !== "not-reached") return state === "current" ? "Current" : "Not current";
  const idle = exit.find(({ id }) => stage.notReached.includes(id))?.of;
  if (state === "not-reached" && idle) return `Not reached: ${spokenOf[idle]}`;
  return `${stage.done.length} of ${counted(exit.length, "criterion", "criteria")} met`;
}
