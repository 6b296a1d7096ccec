// What the room handoff answers: what is to be built, whether it is handed over, and what is missing before something is security-complete.

import type { Texts } from "@parapet/core";
import { threatsOf } from "@parapet/core";
import type { TFunction } from "i18next";
import type { RoomAnswer } from "../answer.ts";
import type { MitigationInput } from "../mitigation/figures.ts";
import { completenessOf } from "./completeness.ts";
import { groupsOf } from "./groups.ts";
import { handedOver } from "./handed-over.ts";

export type HandoffAnswerInput = MitigationInput & { readonly texts: Texts };

type Answer = Pick<RoomAnswer, "id" | "question"> & {
  readonly answer: (input: HandoffAnswerInput, t: TFunction) => string;
};

export const answers: readonly Answer[] = [
  {
    id: "built",
    question: (t) => t("handoff.answer.built.question"),
    answer: (input, t) => {
      const { tickets, specifications } = handedOver(input);
      if (specifications.length === 0) return t("handoff.answer.built.nothing");
      const drafts = tickets.filter(({ state }) => state === "proposed").length;
      const decided = tickets.filter(({ state }) => state !== "proposed");
      const incomplete = decided.filter(({ owner, due, link }) => !(owner && due && link)).length;
      return [
        t("handoff.answer.built.tickets", { count: decided.length }),
        decided.length === 0
          ? undefined
          : incomplete === 0
            ? t("handoff.answer.built.owned")
            : t("handoff.answer.built.lacking", { count: incomplete }),
        drafts > 0 ? t("handoff.answer.built.drafts", { count: drafts }) : undefined,
        completeText(input, t),
      ]
        .filter((part) => part !== undefined)
        .join(" ");
    },
  },
  {
    id: "missing",
    question: (t) => t("handoff.answer.missing.question"),
    answer: (input, t) => {
      const { specifications } = handedOver(input);
      const { document, analysis } = input;
      const [all] = groupsOf(document, specifications, analysis.model.system);
      if (!all || specifications.length === 0) return t("handoff.answer.built.nothing");
      const { missing, met, required } = completenessOf(all, { document, analysis, threats: threatsOf(analysis) });
      return [
        t("handoff.criteria", { met, total: required }),
        ...missing.map(({ lack, count }) => t(`handoff.lack.${lack}`, { count })),
      ]
        .join("; ")
        .concat(".");
    },
  },
];

/** How many features and components lack nothing. */
function completeText(input: HandoffAnswerInput, t: TFunction): string {
  const { document, analysis } = input;
  const parts = groupsOf(document, handedOver(input).specifications, analysis.model.system).filter(
    ({ kind }) => kind !== "all",
  );
  const threats = threatsOf(analysis);
  const complete = parts.filter((group) => completenessOf(group, { document, analysis, threats }).complete).length;
  return t("handoff.answer.built.complete", { count: complete, total: parts.length });
}
