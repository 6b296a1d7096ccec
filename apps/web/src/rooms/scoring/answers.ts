// What the room scoring answers: what matters most, which scores and approvals wait, which regulations are touched.
import { nameOfRegulation, threatsOf, tiers } from "@parapet/core";
import type { RoomAnswer } from "../answer.ts";
import { approvalsOf } from "./approvals.ts";
import { backlogPlace, inBacklog, isToConfirm, wholeBacklog } from "./backlog.ts";
import { regulationsTouched } from "./regulations.ts";

const nobody: ReadonlySet<string> = new Set();

export const answers: readonly RoomAnswer[] = [
  {
    id: "worst",
    question: (t) => t("scoring.answer.worst.question"),
    answer: ({ analysis }, t) => {
      const { open, asked, openRisk, byTier } = analysis.summary;
      if (open + asked === 0) return t("scoring.answer.worst.none");
      const perTier = tiers.filter((tier) => byTier[tier].open > 0);
      const list = perTier.map((tier) => `${byTier[tier].open} ${t(`words.tier.${tier}`).toLowerCase()}`).join(", ");
      const live = inBacklog(threatsOf(analysis), wholeBacklog, nobody);
      const quick = live.filter(({ quickWin }) => quickWin).length;
      return [
        t("scoring.answer.worst.open", {
          count: open,
          list: list === "" ? t("words.none") : list,
          risk: Math.round(openRisk),
          asked,
        }),
        ...(quick > 0 ? [t("scoring.answer.worst.quick", { count: quick })] : []),
      ].join(" ");
    },
  },
  {
    id: "waiting",
    question: (t) => t("scoring.answer.waiting.question"),
    answer: ({ analysis, document }, t) => {
      const threats = threatsOf(analysis);
      const proposed = threats.filter((threat) => backlogPlace(threat) && isToConfirm(threat)).length;
      const approvals = approvalsOf(document, threats).length;
      if (proposed + approvals === 0) return t("scoring.answer.waiting.none");
      return [
        t("scoring.answer.waiting.proposed", { count: proposed }),
        ...(approvals > 0 ? [t("scoring.answer.waiting.approvals", { count: approvals })] : []),
      ].join(" ");
    },
  },
  {
    id: "regulations",
    question: (t) => t("scoring.answer.regulations.question"),
    answer: ({ analysis, document }, t) => {
      const lines = regulationsTouched(document, threatsOf(analysis));
      if (lines.length === 0) return t("scoring.answer.regulations.none");
      return lines
        .map(({ id, open, asked, claimed }) =>
          t("scoring.answer.regulations.line", { id: nameOfRegulation(id), open, asked, claimed }),
        )
        .join(" ");
    },
  },
];
