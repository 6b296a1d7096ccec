// What the room mitigation answers: which few controls take most of the risk away, and what nobody has decided yet.
import type { RoomAnswer } from "../answer.ts";
import { type MitigationInput, mitigationFigures, percent, planControls } from "./figures.ts";

export const answers: readonly (Pick<RoomAnswer, "id" | "question"> & {
  readonly answer: (input: MitigationInput, t: Parameters<RoomAnswer["answer"]>[1]) => string;
})[] = [
  {
    id: "controls",
    question: (t) => t("mitigation.answer.controls.question"),
    answer: (input, t) => {
      const { plan, cases } = mitigationFigures(input);
      const { summary } = input.analysis;
      if (plan.risk === 0)
        return summary.asked === 0
          ? t("mitigation.answer.controls.nothing")
          : t("mitigation.answer.controls.asked", { count: summary.asked });
      const { all, chosen, further } = planControls(plan);
      if (all === 0) return t("mitigation.answer.controls.none");
      const first = cases.find(({ control }) => control === further[0])?.title ?? "";
      return [
        t("mitigation.answer.controls.remove", {
          count: all,
          percent: percent(plan.risk - plan.withAll, plan.risk),
          from: Math.round(plan.risk),
          to: Math.round(plan.withAll),
        }),
        further.length === 0
          ? t("mitigation.answer.controls.allChosen")
          : chosen === 0
            ? t("mitigation.answer.controls.noneChosen", { first })
            : t("mitigation.answer.controls.further", {
                count: further.length,
                percent: percent(plan.risk - plan.withChosen, plan.risk),
                first,
              }),
      ].join(" ");
    },
  },
  {
    id: "undecided",
    question: (t) => t("mitigation.answer.undecided.question"),
    answer: (input, t) => {
      const { undecided, alone } = mitigationFigures(input);
      return [
        undecided.length === 0
          ? t("mitigation.answer.undecided.none")
          : t("mitigation.answer.undecided.some", { count: undecided.length }),
        ...(alone.length > 0 ? [t("mitigation.answer.undecided.alone", { count: alone.length })] : []),
      ].join(" ");
    },
  },
];
