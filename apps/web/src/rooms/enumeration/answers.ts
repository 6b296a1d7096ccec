// What the room enumeration answers: what we don't know and what it may hide, and whether anything was not looked at.
import type { RoomAnswer } from "../answer.ts";
import { pressing } from "./pressing.ts";

export const answers: readonly RoomAnswer[] = [
  {
    id: "unknown",
    question: (t) => t("enumeration.answer.question"),
    answer: ({ analysis }, t) => {
      const asked = analysis.questions.filter(pressing);
      const [worst] = asked;
      const { open, notExamined } = analysis.summary;
      const risk = Math.round(asked.reduce((sum, { riskHeld }) => sum + riskHeld, 0));
      // Together they are what the overview counts.
      const further = analysis.questions.length - asked.length;
      const rest = Math.round(analysis.summary.hiddenRisk) - risk;
      const latent = further > 0 ? t("enumeration.answer.latent", { count: further, risk: rest }) : "";
      const unlooked = notExamined > 0 ? ` ${t("enumeration.answer.notExamined", { count: notExamined })}` : "";
      const openSaid = t("enumeration.answer.open", { count: open });
      if (!worst) return `${t("enumeration.answer.none", { open: openSaid })}${unlooked}`;
      return `${t("enumeration.answer.asked", { count: asked.length, risk, latent, open: openSaid })} ${t("enumeration.answer.worst", { text: worst.text })}${unlooked}`;
    },
  },
];
