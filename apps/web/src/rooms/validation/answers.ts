// What validation answers: does what we built hold, what stands on somebody's word, and what do we let stand until when?
import type { Analysis } from "@parapet/core";
import type { RoomAnswer } from "../answer.ts";

/** The figures behind the answers. */
export interface ValidationFigures {
  /** Required criteria of what is implemented, by verdict. */
  readonly failed: number;
  readonly stale: number;
  readonly missing: number;
  readonly passed: number;
  /** The mitigation whose test failed, else the one whose test is too old, else the one that waits for a test. */
  readonly first: string | undefined;
  readonly claimed: number;
  readonly gates: number;
  readonly failing: number;
  /** Acceptances that close nothing: expired, claimed, or not approved yet. */
  readonly outOfForce: number;
  readonly accepted: number;
  readonly nextReview: string | undefined;
}

export function validationFigures({ mitigations, criteria, gates, acceptances, summary }: Analysis): ValidationFigures {
  const built = new Map(mitigations.filter(({ state }) => state !== "chosen").map((one) => [one.id, one.title]));
  const required = criteria.filter((one) => one.required && built.has(one.mitigation));
  const with_ = (verdict: string) => required.filter((one) => one.verdict === verdict);
  const [first] = [...with_("failed"), ...with_("stale"), ...with_("missing")];
  const inForce = acceptances.filter(({ state }) => state === "in-force");
  return {
    failed: with_("failed").length,
    stale: with_("stale").length,
    missing: with_("missing").length,
    passed: with_("passed").length,
    first: first && built.get(first.mitigation),
    claimed: summary.claimed,
    gates: gates.length,
    failing: gates.filter(({ holds }) => !holds).length,
    outOfForce: acceptances.length - inForce.length,
    accepted: inForce.length,
    nextReview: inForce.map(({ review }) => review).sort()[0],
  };
}

export const validationAnswers: readonly RoomAnswer[] = [
  {
    id: "tests",
    question: (t) => t("validation.question.tests"),
    answer: ({ analysis }, t) => {
      const { failed, stale, missing, passed, first } = validationFigures(analysis);
      if (failed + stale + missing + passed === 0) return t("validation.answer.nothingBuilt");
      if (first === undefined) return t("validation.answer.allPass", { count: passed });
      const parts = [
        failed > 0 && t("validation.answer.failed", { count: failed }),
        stale > 0 && t("validation.answer.stale", { count: stale }),
        missing > 0 && t("validation.answer.missing", { count: missing }),
      ].filter((part) => part !== false);
      return t("validation.answer.tests", { parts: parts.join(", "), first });
    },
  },
  {
    id: "words",
    question: (t) => t("validation.question.words"),
    answer: ({ analysis }, t) => {
      const { claimed } = validationFigures(analysis);
      return claimed === 0 ? t("validation.answer.noWords") : t("validation.answer.words", { count: claimed });
    },
  },
  {
    id: "gates",
    question: (t) => t("validation.question.gates"),
    answer: ({ analysis }, t) => {
      const { gates, failing } = validationFigures(analysis);
      return failing === 0
        ? t("validation.answer.gatesHold", { count: gates })
        : t("validation.answer.gatesFail", { count: failing, gates });
    },
  },
  {
    id: "acceptances",
    question: (t) => t("validation.question.acceptances"),
    answer: ({ analysis }, t) => {
      const { outOfForce, accepted, nextReview } = validationFigures(analysis);
      const parts = [
        outOfForce > 0 && t("validation.answer.outOfForce", { count: outOfForce }),
        nextReview !== undefined && t("validation.answer.accepted", { count: accepted, day: nextReview }),
      ].filter((part) => part !== false);
      return parts.length === 0 ? t("validation.answer.noneAccepted") : parts.join(" ");
    },
  },
];
