// The eight stages: the one list. Question, owners and exit criteria as data; analysis/exit-criteria.ts evaluates the criteria.
import type { MemberId, StageId } from "./model/vocabulary.ts";

/** The four questions of threat modeling (Shostack, "Threat Modeling: Designing for Security", 2014). */
export const questions = [
  "What are we building?",
  "What can go wrong?",
  "What do we do about it?",
  "Did we do well?",
] as const;

/** What a criterion may speak of, with what is said while there is none of it. */
export const spokenOf = {
  drawing: "nothing is drawn yet",
  "severe-threats": "no critical or high threat is open yet",
  mitigations: "nothing to hand over yet",
  "required-criteria": "nothing to show yet",
  "what-is-kept": "nothing was reviewed, accepted or shown yet",
} as const;
export type SpokenOf = keyof typeof spokenOf;

/** What has to hold before a stage is left. */
export interface ExitCriterion {
  readonly id: string;
  readonly say: string;
  /** What it speaks of. While there is none of it and an earlier stage still waits, the criterion is not reached: neither met nor missed. */
  readonly of?: SpokenOf;
}

export interface Stage {
  readonly id: StageId;
  readonly title: string;
  readonly question: (typeof questions)[number];
  readonly owners: readonly MemberId[];
  readonly exit: readonly ExitCriterion[];
  /** Never done: what it asks for is current, or is not. */
  readonly lasting?: true;
}

export const workflow: readonly Stage[] = [
  {
    id: "scoping",
    title: "Scoping",
    question: questions[0],
    owners: ["threat-model-architect"],
    exit: [
      { id: "purpose", say: "the purpose is written down" },
      { id: "scope", say: "what is in and what is out of scope is written down, the latter with reasons" },
      { id: "senior-engineer", say: "a senior engineer of the owning team takes part" },
      { id: "assumptions", say: "every assumption has an owner and a review date in the future" },
      {
        id: "named",
        say: "operator interface, deployment pipeline, secret store and third parties are named or ruled out",
      },
    ],
  },
  {
    id: "decomposition",
    title: "Decomposition",
    question: questions[0],
    owners: ["threat-model-architect", "attack-surface-mapper"],
    exit: [
      { id: "diagram-reviewed", say: "an engineer of the owning team reviewed the diagram as it is now" },
      {
        id: "surface-reviewed",
        say: "an engineer of the owning team reviewed the attack surface as it is now",
        of: "drawing",
      },
    ],
  },
  {
    id: "enumeration",
    title: "Enumeration",
    question: questions[1],
    owners: ["threat-model-architect", "attack-surface-mapper"],
    exit: [
      { id: "examined", say: "no cell of the coverage table is not examined", of: "drawing" },
      {
        id: "questions",
        say: "every question that hides critical or high risk is answered, or owned with a date",
        of: "drawing",
      },
      {
        id: "threats-reviewed",
        say: "an engineer of the owning team reviewed the threats as they are now",
        of: "drawing",
      },
    ],
  },
  {
    id: "scoring",
    title: "Scoring",
    question: questions[1],
    owners: ["risk-prioritization-analyst"],
    exit: [{ id: "confirmed", say: "every critical and high score is confirmed", of: "severe-threats" }],
  },
  {
    id: "mitigation",
    title: "Mitigation",
    question: questions[2],
    owners: ["mitigation-designer"],
    exit: [
      {
        id: "decided",
        say: "each critical and high threat has a specification or a decision in force",
        of: "severe-threats",
      },
    ],
  },
  {
    id: "handoff",
    title: "Handoff",
    question: questions[2],
    owners: ["threat-model-architect"],
    exit: [
      { id: "tickets", say: "each mitigation has criteria, a ticket, an owner and a due date", of: "mitigations" },
      { id: "signed-off", say: "an engineer of the owning team signed off what is handed over", of: "mitigations" },
    ],
  },
  {
    id: "validation",
    title: "Validation",
    question: questions[3],
    owners: ["mitigation-designer"],
    exit: [
      {
        id: "fresh",
        say: "every required criterion is met by fresh evidence, or the risk is accepted",
        of: "required-criteria",
      },
    ],
  },
  {
    id: "maintenance",
    title: "Maintenance",
    question: questions[3],
    owners: ["threat-model-architect"],
    exit: [{ id: "current", say: "reviews, acceptances and evidence are current", of: "what-is-kept" }],
    lasting: true,
  },
];

/** A stage by its id. */
export function stageOf(id: StageId): Stage {
  return workflow.find((stage) => stage.id === id) as Stage;
}
