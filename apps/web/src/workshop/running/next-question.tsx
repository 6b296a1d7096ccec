// The next best question, ready for whenever the talk ends.
import { nextBestQuestion } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import { goToPart } from "./go-to-part.ts";
import { useWorkshop } from "./in-workshop.ts";

export function NextQuestion() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const { workshop, live, focus, role, act } = useWorkshop();
  const agenda = workshop.agenda ?? [];
  if (!analysis || role !== "facilitator" || agenda[live.part]?.step === "questions") return null;
  const question = nextBestQuestion(analysis, focus, new Set(live.passed));
  const at = agenda.findIndex(({ step }) => step === "questions");
  if (!question) return null;
  const line = (
    <>
      <TierChip tier={question.hides} /> <bdi>{question.text}</bdi>
    </>
  );
  return (
    <Section title={t("workshop.questions.next")}>
      {at < 0 ? (
        <p className="text-sm">{line}</p>
      ) : (
        <button type="button" className="text-left text-sm hover:underline" onClick={() => goToPart(act, agenda, at)}>
          {line}
        </button>
      )}
    </Section>
  );
}
