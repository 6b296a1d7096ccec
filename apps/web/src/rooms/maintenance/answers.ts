// What maintenance answers: is there a reason to look again, and which comes next?
import { type ReviewTrigger, reviewTriggers } from "@parapet/core";
import type { AnswerInput, RoomAnswer } from "../answer.ts";

/** The reasons to review, those of today apart from those that come. */
export interface Triggers {
  readonly due: readonly ReviewTrigger[];
  readonly coming: readonly ReviewTrigger[];
}

export function triggersOf({ analysis, document }: AnswerInput): Triggers {
  const all = reviewTriggers(analysis, document, analysis.now);
  return { due: all.filter(({ due }) => due), coming: all.filter(({ due }) => !due) };
}

export const maintenanceAnswers: readonly RoomAnswer[] = [
  {
    id: "due",
    question: (t) => t("maintenance.question.due"),
    answer: (input, t) => {
      const [oldest, ...more] = triggersOf(input).due;
      if (!oldest) return t("maintenance.answer.nothingDue");
      return t("maintenance.answer.due", { count: more.length + 1, day: oldest.on, say: oldest.say });
    },
  },
  {
    id: "next",
    question: (t) => t("maintenance.question.next"),
    answer: (input, t) => {
      const [next] = triggersOf(input).coming;
      return next ? t("maintenance.answer.next", { day: next.on, say: next.say }) : t("maintenance.answer.nothingNext");
    },
  },
];
