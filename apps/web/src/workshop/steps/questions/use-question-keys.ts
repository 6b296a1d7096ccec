// The letter or number of an answer gives it; S passes the question over.
import { answersOf, type Question } from "@parapet/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { call, send, useWorkbench } from "../../../data/workbench.ts";
import { isTyping } from "../../../frame/shortcuts.ts";
import { answerForm, keyOfAnswer } from "../../../rooms/enumeration/answer-form.ts";

export function useQuestionKeys(question: Question, on: boolean, more: object, pass: () => void): void {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const knowledge = useWorkbench((state) => state.knowledge);
  useEffect(() => {
    if (!on || !analysis || !knowledge) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "s") {
        event.preventDefault();
        pass();
        return;
      }
      const form = answerForm(question, answersOf(analysis, question), knowledge);
      if (form.kind !== "one") return;
      const choice = form.choices.find(({ value }, i) => keyOfAnswer(value, i) === event.key);
      if (!choice) return;
      event.preventDefault();
      const title = t("enumeration.queue.answered", { text: question.text, value: choice.value });
      void send(title, call("answer-question", { ids: [question.id], value: choice.value, ...more }));
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [question, on, more, pass, analysis, knowledge, t]);
}
