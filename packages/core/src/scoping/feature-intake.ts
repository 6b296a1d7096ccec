// The intake of features: ten questions that take a minute, and the order in which features are worth a threat model.
import { byCodeUnit } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import type { Feature } from "../model/feature.ts";
import { type IntakeAnswer, type IntakeQuestion, intakeQuestions } from "../model/intake.ts";

/** A question of the intake: a yes counts its weight. */
export interface IntakeItem {
  readonly ask: string;
  /** 1–5: how much a yes adds to what can go wrong. */
  readonly weight: number;
  readonly why: string;
}

/** The ten questions with their weights and reasons. */
export const intake: Readonly<Record<IntakeQuestion, IntakeItem>> = {
  "sensitive-data": {
    ask: "Does it handle personal, payment, health or secret data that the system did not handle before?",
    weight: 5,
    why: "The worst outcome of a leak is set by the data; new data brings new duties too.",
  },
  "open-to-anyone": {
    ask: "Can somebody who is not signed in reach it?",
    weight: 5,
    why: "Everybody on the network is an attacker then, with no account to lose.",
  },
  "sign-in-or-rights": {
    ask: "Does it change how people or services sign in, or what they may do?",
    weight: 5,
    why: "A fault in sign-in or rights opens everything that relies on them.",
  },
  "new-entrance": {
    ask: "Does it add a place where somebody or something comes in: an API, a page, an upload, a webhook, a queue?",
    weight: 4,
    why: "Each entrance is attack surface that nobody has looked at yet.",
  },
  "content-of-others": {
    ask: "Does it take in files, links, markup, code or prompts that others wrote, and open or show them?",
    weight: 4,
    why: "Parsing and showing what others wrote is how most injections begin.",
  },
  "moves-value": {
    ask: "Could misusing it move money, goods or rights?",
    weight: 4,
    why: "Where there is something to gain, people try, insiders included.",
  },
  "new-third-party": {
    ask: "Does it send data to, or take data from, another company for the first time?",
    weight: 3,
    why: "A third party's faults become ours, and what left cannot be taken back.",
  },
  "power-of-staff": {
    ask: "Does it give support, operators or administrators something new that they can do?",
    weight: 3,
    why: "Few accounts with many rights are the shortest way to everything.",
  },
  "shared-by-tenants": {
    ask: "Do customers who must not see each other's data share it?",
    weight: 3,
    why: "One missed check shows one customer's data to all others.",
  },
  "first-of-its-kind": {
    ask: "Does it use technology that this team runs for the first time, language models included?",
    weight: 2,
    why: "What nobody here has run before is set up by its defaults.",
  },
};

/** How risky a feature looks. */
export interface RankedFeature {
  readonly id: string;
  readonly title: string;
  readonly state: "built" | "planned";
  /** 0–100: the share of all weight that is a yes; what is unknown counts half. To whole numbers. */
  readonly score: number;
  /** The same if every unknown were a no, and if each were a yes. */
  readonly least: number;
  readonly most: number;
  /** Questions with a yes, heaviest first. */
  readonly yes: readonly IntakeQuestion[];
  /** Questions that nobody answered, or answered with unknown, heaviest first. */
  readonly unknown: readonly IntakeQuestion[];
}

const total = intakeQuestions.reduce((sum, id) => sum + intake[id].weight, 0);
/** What is not known counts half: less than a yes, and never nothing, so that an empty intake does not hide the riskiest. */
const unknownShare = 0.5;

/** Features by how risky they look, the riskiest first; of equal ones that about which less is known, then by id. */
export function featureRanking({ model }: Document): readonly RankedFeature[] {
  return Object.entries(model.features ?? {})
    .map(([id, feature]) => rankOf(id, feature))
    .sort((a, b) => b.score - a.score || b.unknown.length - a.unknown.length || byCodeUnit(a.id, b.id));
}

function rankOf(id: string, { title, state = "built", intake: given = {} }: Feature): RankedFeature {
  const answered = (wanted: readonly IntakeAnswer[]): readonly IntakeQuestion[] =>
    intakeQuestions
      .filter((question) => wanted.includes(given[question] ?? "unknown"))
      .sort((a, b) => intake[b].weight - intake[a].weight);
  const yes = answered(["yes"]);
  const unknown = answered(["unknown"]);
  const weigh = (questions: readonly IntakeQuestion[]) => questions.reduce((sum, one) => sum + intake[one].weight, 0);
  const percent = (weight: number) => Math.round((100 * weight) / total);
  return {
    id,
    title: title ?? id,
    state,
    score: percent(weigh(yes) + unknownShare * weigh(unknown)),
    least: percent(weigh(yes)),
    most: percent(weigh(yes) + weigh(unknown)),
    yes,
    unknown,
  };
}
