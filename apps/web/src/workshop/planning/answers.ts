// What the list of workshops answers at a glance: which one is next, and what waits for a signature.
import { nextBestQuestion, workshopState } from "@parapet/core";
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
    const [next] = toCome;
    if (!next) {
      const question = nextBestQuestion(analysis, undefined)?.text;
      return (question ? t("workshop.answer.none", { question }) : t("workshop.answer.nothing")) + waits;
    }
    const { title, planned } = next[1];
    if (planned === undefined) return t("workshop.answer.nextNoDay", { title }) + waits;
    return t("workshop.answer.next", { title, day: planned }) + waits;
  },
};
