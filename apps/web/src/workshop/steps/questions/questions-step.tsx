// One question at a time, in plain words: the one that hides most risk in what the workshop is about.
import { answersOf, type Question } from "@parapet/core";
import type { Board } from "@parapet/live";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../../data/use-command.ts";
import { call, useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { TierChip } from "../../../kit/chips.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { AnswerCard } from "../../../rooms/enumeration/answer-card.tsx";
import { answerForm } from "../../../rooms/enumeration/answer-form.ts";
import { saidBy, useWorkshop } from "../../running/in-workshop.ts";
import { SpeakerChips } from "../speaker-chips.tsx";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { bestQuestion, queueOf } from "./best-question.ts";
import { UnsureLine } from "./unsure-line.tsx";
import { useQuestionKeys } from "./use-question-keys.ts";

export function QuestionsStep() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const { live, focus, role } = useWorkshop();
  const [chosen, setChosen] = useState<string>();
  const queue = analysis ? queueOf(analysis, focus) : [];
  const leads = role === "facilitator";
  const onBoard = live.board?.kind === "question" ? live.board.question : undefined;
  const wanted = leads ? chosen : onBoard;
  const question =
    queue.find(({ id }) => id === wanted) ??
    (leads && analysis ? bestQuestion(analysis, focus, live.passed) : undefined);
  useBoard(useBoardOf(question));
  const left = queue.filter(({ id }) => !live.passed.includes(id)).length;
  return (
    <StepPage aside={<span className="text-sm text-soft">{t("workshop.questions.left", { count: left })}</span>}>
      {question ? (
        <Asked key={question.id} question={question} done={() => setChosen(undefined)} />
      ) : (
        <p className="text-xl text-soft">{leads ? t("workshop.questions.none") : t("workshop.questions.wait")}</p>
      )}
      {leads && <Others queue={queue} current={question?.id} choose={setChosen} />}
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

function Asked({ question, done }: { readonly question: Question; readonly done: () => void }) {
  const { t } = useTranslation();
  const { id, role, speaker, act } = useWorkshop();
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
  useQuestionKeys(question, role === "facilitator", saidBy(speaker), pass);
  return (
    <article className="flex flex-col gap-5" data-question={question.id}>
      <p className="text-3xl font-medium leading-snug" dir="auto">
        {question.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base text-soft">
        <TierChip tier={question.hides} long />
        {t("enumeration.queue.hides", { risk: Math.round(question.riskHeld) })} ·{" "}
        {t("enumeration.queue.settles", { count: question.settles })} ·{" "}
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
          <AnswerCard question={question} bare large more={saidBy(speaker)} answered={done} />
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
      <UnsureLine question={question.id} />
    </article>
  );
}

const shownOthers = 10;

/** The other questions, to take one that the talk has come to. */
function Others({
  queue,
  current,
  choose,
}: {
  readonly queue: readonly Question[];
  readonly current: string | undefined;
  readonly choose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { live } = useWorkshop();
  const others = queue.filter(({ id }) => id !== current).slice(0, shownOthers);
  if (others.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="text-sm text-soft">{t("workshop.questions.others", { count: queue.length - 1 })}</summary>
      <ol className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        {others.map(({ id, text, hides }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => choose(id)}
              className="flex w-full items-start gap-2 px-3 py-2 text-left text-sm hover:bg-sunken"
            >
              <TierChip tier={hides} />
              <span className="min-w-0 flex-1" dir="auto">
                {text}
              </span>
              {live.passed.includes(id) && <span className="text-xs text-faint">{t("workshop.questions.passed")}</span>}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
