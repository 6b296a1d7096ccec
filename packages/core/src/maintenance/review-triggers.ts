// What triggers the next review: dates that come, and what already is a reason to look again.
import type { Analysis } from "../analysis/result.ts";
import { nameOfCriterion, nameOfPerson, several, titleOfThing } from "../model/called.ts";
import { byCodeUnit } from "../model/changes.ts";
import { changedSince, diagramDigest, surfaceDigest, type ThingsDigest, threatsDigest } from "../model/digest.ts";
import type { Document } from "../model/document.ts";
import type { Review } from "../model/register.ts";
import { reviewsOf } from "../model/reviews.ts";
import { claimedBy } from "../model/spoken.ts";
import { addDays, defaultEvidenceDays } from "../model/verdicts.ts";
import { closedStatuses } from "../validation/index.ts";

export type TriggerKind =
  | "unreviewed"
  | "review-age"
  | "assumption"
  | "acceptance"
  | "decision"
  | "question"
  | "contradiction"
  | "evidence"
  | "score"
  | "mitigation";

/** A reason to review, and the first day on which it is one. */
export interface ReviewTrigger {
  readonly on: string;
  readonly kind: TriggerKind;
  /** The thing, threat, question or criterion that it is about. */
  readonly id: string;
  readonly say: string;
  /** It is a reason today. */
  readonly due: boolean;
}

type Found = Omit<ReviewTrigger, "due">;

/** Every trigger, earliest first. What is a reason already and has no date of its own stands at `now`. */
export function reviewTriggers(analysis: Analysis, document: Document, now: string): readonly ReviewTrigger[] {
  const found: readonly Found[] = [
    ...unreviewed(analysis, document, now),
    ...assumptions(document, now),
    ...acceptances(analysis, now),
    ...decisions(analysis, document),
    ...questions(analysis, document, now),
    ...evidence(analysis, document, now),
    ...mitigations(analysis),
    ...rescored(analysis, now),
  ];
  return found
    .map((trigger) => ({ ...trigger, due: trigger.on <= now }))
    .sort((a, b) => byCodeUnit(a.on, b.on) || byCodeUnit(a.kind, b.kind) || byCodeUnit(a.id, b.id));
}

function rescored({ threats, scores }: Analysis, now: string): readonly Found[] {
  return threats.flatMap(({ id, title, score }): readonly Found[] => {
    const say = `The confirmed score of “${title}” is no longer what would be proposed`;
    return scores[score]?.rescore ? [{ on: now, kind: "score", id, say }] : [];
  });
}

/** Threats are many; a diagram and a surface are one. */
function were(what: string): string {
  return what === "threats" ? "threats were" : `${what} was`;
}

/** Nobody reviewed it, or somebody said so and it waits for them to do it. */
function neverReviewed(document: Document, what: Review["what"]): string {
  const [said] = reviewsOf(document, what, "said");
  return said
    ? `The ${were(what)} reviewed by word alone: ${claimedBy(document, said, what === "threats" ? "reviews them" : "reviews it")}`
    : `The ${were(what)} never reviewed`;
}

function unreviewed(analysis: Analysis, document: Document, now: string): readonly Found[] {
  const raised = analysis.threats.filter(({ finding }) => finding !== "orphaned");
  const digests: Readonly<Record<Review["what"], () => ThingsDigest>> = {
    diagram: () => diagramDigest(document),
    surface: () => surfaceDigest(document),
    threats: () => threatsDigest(raised),
  };
  const titles = new Map(raised.map(({ id, title }) => [id, `“${title}”`]));
  const days = document.policy?.["review-days"];
  return Object.entries(digests).flatMap(([what, digest]): readonly Found[] => {
    const reviews = reviewsOf(document, what as Review["what"], "done");
    if (reviews.length === 0)
      return [{ on: now, kind: "unreviewed", id: what, say: neverReviewed(document, what as Review["what"]) }];
    const current = digest();
    const changed = reviews
      .map((review) => changedSince(review, current))
      .reduce((a, b) => (b.length < a.length ? b : a));
    const latest = reviews.map(({ on }) => on).reduce((a, b) => (b > a ? b : a));
    const say = `${several(changed, (id) => titles.get(id) ?? titleOfThing(document, id))} changed since the ${were(what)} reviewed`;
    return [
      ...(changed.length > 0 ? [{ on: now, kind: "unreviewed", id: what, say } as const] : []),
      ...(days === undefined
        ? []
        : [
            {
              on: addDays(latest, days),
              kind: "review-age",
              id: what,
              say: `The last review of the ${what} is ${days} days old`,
            } as const,
          ]),
    ];
  });
}

function assumptions(document: Document, now: string): readonly Found[] {
  return Object.entries(document.model.assumptions ?? {}).flatMap(([id, { text, state, review }]): readonly Found[] => {
    if (state === "refuted") return [];
    if (state === "challenged") return [{ on: now, kind: "assumption", id, say: `Somebody doubts that “${text}”` }];
    return review === undefined
      ? []
      : [{ on: review, kind: "assumption", id, say: `“${text}” is to be confirmed again` }];
  });
}

function acceptances({ acceptances: list, threats }: Analysis, now: string): readonly Found[] {
  const titles = new Map(threats.map(({ id, title }) => [id, title]));
  return list.map(({ threat, state, review, because }): Found => {
    const risk = `“${titles.get(threat) ?? threat}”`;
    if (state === "in-force")
      return { on: review, kind: "acceptance", id: threat, say: `The acceptance of ${risk} is to be reviewed` };
    const why = because === undefined ? "" : `: ${because}`;
    return {
      on: state === "expired" ? review : now,
      kind: "acceptance",
      id: threat,
      say: `The acceptance of ${risk} is ${state}${why}`,
    };
  });
}

/** Decisions with a review date, while their threat is still raised. */
function decisions({ threats }: Analysis, document: Document): readonly Found[] {
  const raised = new Map(threats.map(({ id, title }) => [id, title]));
  return Object.entries(document.register?.decisions ?? {}).flatMap(([id, { decision, review }]): readonly Found[] =>
    review === undefined || !raised.has(id)
      ? []
      : [
          {
            on: review,
            kind: "decision",
            id,
            say: `The decision to ${decision} “${raised.get(id)}” is to be reviewed`,
          },
        ],
  );
}

function questions({ questions: list }: Analysis, document: Document, now: string): readonly Found[] {
  return list.flatMap(({ id, text, contradiction, owner, due }): readonly Found[] => {
    const where =
      contradiction && `declared ${contradiction.declared}, but ${contradiction.where} shows ${contradiction.observed}`;
    return [
      ...(where ? [{ on: now, kind: "contradiction", id, say: `${text} It is ${where}` } as const] : []),
      ...(due === undefined
        ? []
        : [
            {
              on: due,
              kind: "question",
              id,
              say: `${owner === undefined ? "Somebody" : nameOfPerson(document, owner)} answers: ${text}`,
            } as const,
          ]),
    ];
  });
}

/** The day after the last on which evidence counts as fresh; what failed is a reason now. */
function evidence({ criteria, mitigations: list }: Analysis, document: Document, now: string): readonly Found[] {
  const days = document.policy?.["evidence-days"] ?? defaultEvidenceDays;
  const titles = new Map(list.map(({ id, title }) => [id, title]));
  return criteria.flatMap(({ id, mitigation, verdict, evidence: entry }): readonly Found[] => {
    const what = `“${titles.get(mitigation) ?? mitigation}”: the evidence for “${nameOfCriterion(id)}”`;
    if (verdict === "failed") return [{ on: now, kind: "evidence", id, say: `${what} says that it does not hold` }];
    const on = entry === undefined ? undefined : document.register?.evidence?.[entry]?.on;
    if (on === undefined || verdict === "missing") return [];
    const say = verdict === "stale" ? `${what} is older than ${days} days` : `${what} becomes too old`;
    return [{ on: addDays(on, days + 1), kind: "evidence", id, say }];
  });
}

/** Due dates of what is not done yet, unless every threat that it is for is settled otherwise. */
function mitigations({ mitigations: list, threats }: Analysis): readonly Found[] {
  const open = new Set(threats.filter(({ status }) => !closedStatuses.has(status)).map(({ id }) => id));
  return list.flatMap(({ id, title, due, state, threats: ids }): readonly Found[] => {
    const done = state === "verified" || state === "implemented" || state === "stale";
    const wanted = ids.length === 0 || ids.some((threat) => open.has(threat));
    return due === undefined || done || !wanted ? [] : [{ on: due, kind: "mitigation", id, say: `“${title}” is due` }];
  });
}
