// What the list of workshops answers at a glance: which one is next, and what waits for a signature.
import { nextBestQuestion, type Workshop, workshopState } from "@parapet/core";
import type { RoomAnswer } from "../../rooms/answer.ts";
import { inOrder } from "./what-came.ts";

export const workshopsAnswer: RoomAnswer = {
  id: "workshops",
  question: (t) => t("frame.workshop"),
  answer: ({ document, analysis }, t) => {
    const { running, toCome, held } = inOrder(document);
    const unsigned = held.filter(([, workshop]) => workshopState(workshop) !== "signed-off").length;
    const waits = unsigned > 0 ? ` ${t("workshop.answer.unsigned", { count: unsigned })}` : "";
    const [now] = running;
    if (now) return t("workshop.answer.running", { title: now[1].title }) + waits;
    // One whose day went by stands behind those to come.
    const isLate = ({ planned }: Workshop) => planned !== undefined && planned.slice(0, 10) < analysis.now;
    const next = toCome.find(([, workshop]) => !isLate(workshop)) ?? toCome[0];
    if (!next) {
      const question = nextBestQuestion(analysis, undefined)?.text;
      return (question ? t("workshop.answer.none", { question }) : t("workshop.answer.nothing")) + waits;
    }
    const { title, planned } = next[1];
    if (planned === undefined) return t("workshop.answer.nextNoDay", { title }) + waits;
    if (isLate(next[1])) return t("workshop.answer.late", { title, day: planned }) + waits;
    return t("workshop.answer.next", { title, day: planned }) + waits;
  },
};
