// One question, large: why it is asked, who says the answer, and what to do when nobody has one.
import type { Question } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../../data/use-command.ts";
import { call, useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { TierChip } from "../../../kit/chips.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { AnswerCard } from "../../../rooms/enumeration/answer-card.tsx";
import { saidBy, useWorkshop } from "../../running/in-workshop.ts";
import { SpeakerChips } from "../speaker-chips.tsx";
import { ShownAnswers } from "./shown-answers.tsx";
import { UnsureLine } from "./unsure-line.tsx";
import { usePassKey } from "./use-pass-key.ts";

export function Asked({ question, done }: { readonly question: Question; readonly done: () => void }) {
  const { t } = useTranslation();
  const { id, role, speaker, act, live } = useWorkshop();
  const why = useWorkbench((state) => state.texts?.facts[question.fact]?.why);
  const { run, problems } = useCommand();
  const pass = () => {
    act({ kind: "pass", question: question.id });
    done();
  };
  const park = async () => {
    const input = { workshop: id, text: question.text, about: question.id, ...saidBy(speaker) };
    if (await run(t("workshop.parking.didPark", { text: question.text }), call("park-item", input))) pass();
  };
  usePassKey(role === "facilitator", pass);
  return (
    <article className="flex flex-col gap-5" data-question={question.id}>
      <p className="text-3xl font-medium leading-snug" dir="auto">
        {question.text}
      </p>
      <p className="text-base text-soft">
        <TierChip tier={question.hides} long /> {t("enumeration.queue.hides", { risk: Math.round(question.riskHeld) })}{" "}
        · {t("enumeration.queue.settles", { count: question.settles })} ·{" "}
        {t("enumeration.queue.ask", { job: t(`words.job.${question.for}`) })}
      </p>
      {why !== undefined && (
        <p className="max-w-prose text-lg text-soft" dir="auto">
          {why}
        </p>
      )}
      {role === "facilitator" && (
        <>
          <SpeakerChips />
          <AnswerCard question={question} bare large keyed more={saidBy(speaker)} answered={done} />
          <div className="flex flex-wrap gap-2">
            <Button look="quiet" hint={t("workshop.questions.passKey")} onClick={pass}>
              {t("workshop.questions.pass")}
            </Button>
            <Button look="quiet" onClick={() => void park()}>
              {t("workshop.questions.park")}
            </Button>
          </div>
          <Problems problems={problems} />
        </>
      )}
      {role === "participant" && (
        <>
          <AnswerCard question={question} bare large />
          <Button className="w-fit" onClick={() => act({ kind: "unsure", question: question.id })}>
            {t("workshop.questions.iDontKnow")}
          </Button>
        </>
      )}
      {role === "screen" && live.board?.kind === "question" && <ShownAnswers {...live.board} />}
      <UnsureLine question={question.id} />
    </article>
  );
}
