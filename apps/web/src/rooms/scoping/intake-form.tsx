// The ten questions about a feature: a letter answers the one that has the focus and goes on to the next open one.
import { type IntakeAnswer, type IntakeQuestion, intake, intakeAnswers, intakeQuestions } from "@parapet/core";
import { clsx } from "clsx";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { Problems } from "../../kit/problems.tsx";
import { type IntakeGiven, nextOpen } from "./intake-order.ts";

const keys: Readonly<Record<string, IntakeAnswer>> = { y: "yes", n: "no", "?": "unknown" };

interface IntakeFormProps {
  readonly feature: string;
  readonly title: string;
  readonly given: IntakeGiven;
}

export function IntakeForm({ feature, title, given }: IntakeFormProps) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const list = useRef<HTMLOListElement>(null);
  // Who types quickly is further than what is known of the answers.
  const typed = useRef<IntakeGiven>({});
  const answer = async (question: IntakeQuestion, said: IntakeAnswer) => {
    typed.current = { ...typed.current, [question]: said };
    const next = nextOpen({ ...given, ...typed.current }, question);
    if (next) list.current?.querySelector<HTMLElement>(`[data-question="${next}"] button`)?.focus();
    const name = t(`scoping.features.short.${question}`);
    const done = await run(
      t("scoping.features.didRate", { title, name, answer: t(`scoping.features.answer.${said}`) }),
      call("rate-feature", { feature, answers: { [question]: said } }),
    );
    if (done) return;
    const { [question]: _, ...others } = typed.current;
    typed.current = others;
  };
  return (
    <div className="mt-2 border-t border-line pt-2">
      <p className="mb-1 flex flex-wrap justify-between gap-x-3 text-xs text-faint">
        <span dir="auto">{t("scoping.features.intake", { title })}</span>
        <span>{t("scoping.features.keys")}</span>
      </p>
      <ol ref={list} className="flex flex-col gap-1">
        {intakeQuestions.map((question) => (
          <Question
            key={question}
            question={question}
            given={given[question]}
            answer={(said) => void answer(question, said)}
          />
        ))}
      </ol>
      <Problems problems={problems} />
    </div>
  );
}

interface QuestionProps {
  readonly question: IntakeQuestion;
  readonly given: IntakeAnswer | undefined;
  readonly answer: (said: IntakeAnswer) => void;
}

function Question({ question, given, answer }: QuestionProps) {
  const { t } = useTranslation();
  const { ask, why } = intake[question];
  return (
    <li data-question={question}>
      <fieldset
        aria-label={ask}
        className="flex flex-wrap items-start gap-x-3 gap-y-1"
        onKeyDown={(event) => {
          const said = keys[event.key.toLowerCase()];
          if (!said || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          event.stopPropagation();
          answer(said);
        }}
      >
        <span className="min-w-0 flex-1 basis-64 text-sm" title={why}>
          {ask}
        </span>
        <span className="flex gap-1">
          {intakeAnswers.map((said) => (
            <button
              key={said}
              type="button"
              aria-pressed={given === said}
              onClick={() => answer(said)}
              className={clsx(
                "min-h-7 w-10 rounded-md border text-xs",
                given === said
                  ? "border-accent bg-accent-soft font-semibold text-accent"
                  : "border-line text-soft hover:text-ink",
              )}
            >
              {t(`scoping.features.answer.${said}`)}
            </button>
          ))}
        </span>
      </fieldset>
    </li>
  );
}
