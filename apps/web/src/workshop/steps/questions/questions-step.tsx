// One question at a time, in plain words: the one that hides most risk in what the workshop is about.
import { answersOf, nextBestQuestion, type Question, questionQueue } from "@parapet/core";
import type { Board } from "@parapet/live";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../../data/workbench.ts";
import { answerForm } from "../../../rooms/enumeration/answer-form.ts";
import { enumeration } from "../../../strings/en/enumeration.ts";
import { addStrings } from "../../../strings/i18n.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { Asked } from "./asked.tsx";
import { OtherQuestions } from "./other-questions.tsx";

addStrings({ enumeration });

export function QuestionsStep() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const { live, focus, role } = useWorkshop();
  const [chosen, setChosen] = useState<string>();
  const queue = analysis ? questionQueue(analysis, focus) : [];
  const leads = role === "facilitator";
  const onBoard = live.board?.kind === "question" ? live.board.question : undefined;
  const wanted = leads ? chosen : onBoard;
  const question =
    queue.find(({ id }) => id === wanted) ??
    (leads && analysis ? nextBestQuestion(analysis, focus, new Set(live.passed)) : undefined);
  useBoard(useBoardOf(question));
  const left = queue.filter(({ id }) => !live.passed.includes(id)).length;
  return (
    <StepPage aside={<span className="text-sm text-soft">{t("workshop.questions.left", { count: left })}</span>}>
      {question ? (
        <Asked key={question.id} question={question} done={() => setChosen(undefined)} />
      ) : (
        <p className="text-xl text-soft">{leads ? t("workshop.questions.none") : t("workshop.questions.wait")}</p>
      )}
      {leads && <OtherQuestions queue={queue} current={question?.id} choose={setChosen} />}
    </StepPage>
  );
}

/** The question in words that a phone can show. */
function useBoardOf(question: Question | undefined): Board | undefined {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const knowledge = useWorkbench((state) => state.knowledge);
  const why = useWorkbench((state) => (question ? state.texts?.facts[question.fact]?.why : undefined));
  if (!analysis || !knowledge) return undefined;
  if (!question) return { kind: "talk", title: t("workshop.questions.none"), lines: [] };
  const form = answerForm(question, answersOf(analysis, question), knowledge);
  return {
    kind: "question",
    question: question.id,
    text: question.text,
    ...(why !== undefined && { why }),
    form: form.kind,
    choices: form.choices.slice(0, 40).map(({ value, say }) => ({ value, ...(say !== undefined && { say }) })),
  };
}
