// What the room scoping answers: how far the model goes, what it takes for granted, and what comes next.
import { featureRanking } from "@parapet/core";
import type { AnswerInput, RoomAnswer } from "../answer.ts";
import { stateOfAssumption } from "./assumptions.ts";

/** The figures behind the answer. */
function scopeFigures({ document, analysis: { now } }: AnswerInput) {
  const { scope, assumptions = {} } = document.model;
  const out = scope?.out ?? [];
  return {
    purpose: scope?.purpose,
    inside: scope?.in?.length ?? 0,
    outside: out.length,
    unreasoned: out.filter(({ why }) => !why).length,
    assumptions: Object.keys(assumptions).length,
    next: featureRanking(document).find(({ state }) => state === "planned")?.title,
    doubted: Object.values(assumptions).filter((one) => stateOfAssumption(one, now) !== "holds").length,
  };
}

export const scopeAnswer: RoomAnswer = {
  id: "scope",
  question: (t) => t("scoping.question"),
  answer: (input, t) => {
    const { purpose, inside, outside, unreasoned, assumptions, doubted, next } = scopeFigures(input);
    const scope: string[] = [t("scoping.answer.scope", { inside, outside })];
    if (outside > 0)
      scope.push(unreasoned === 0 ? t("scoping.answer.reasons") : t("scoping.answer.noReasons", { count: unreasoned }));
    const taken: string[] = [t("scoping.answer.assumptions", { count: assumptions })];
    if (doubted > 0) taken.push(t("scoping.answer.doubted", { count: doubted }));
    const parts = [
      purpose ? undefined : t("scoping.answer.noPurpose"),
      scope.join(", "),
      taken.join(", "),
      next === undefined ? undefined : t("scoping.answer.next", { feature: next }),
    ];
    return `${parts.filter((part) => part !== undefined).join(" · ")}.`;
  },
};
