// What the overview answers: how the model stands, and what comes next.
import { nextThings } from "@parapet/team";
import { ended, type RoomAnswer } from "../answer.ts";

export const overviewAnswer: RoomAnswer = {
  id: "overview",
  question: (t) => t("overview.question"),
  answer: ({ analysis }, t) => {
    const { open, asked, openRisk, hiddenRisk } = analysis.summary;
    if (analysis.elements.length === 0) return t("overview.answer.nothing");
    const stands = t("overview.answer.stands", {
      count: open,
      asked,
      openRisk: Math.round(openRisk),
      hiddenRisk: Math.round(hiddenRisk),
    });
    const [next] = nextThings(analysis, 1);
    return `${stands} ${next ? t("overview.answer.next", { say: ended(next.say), from: next.from }) : t("overview.nothing")}`;
  },
};
