// One question, answered in place: buttons with a key each, several at once where several are true, ids or words where it is open.
import { answersOf, type Problem, type Question } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { type AnswerForm, answerForm, keyOfAnswer } from "./answer-form.ts";
import { Choices } from "./choices.tsx";
import { DontKnow } from "./dont-know.tsx";
import { OpenAnswer } from "./open-answer.tsx";
import { SeveralAnswer } from "./several-answer.tsx";
import { dontKnowKey, useAnswerKeys } from "./use-answer-keys.ts";

export interface AnswerCardProps {
  readonly question: Question;
  /** Further questions that the same answer is given to, in the same step. */
  readonly also?: readonly string[];
  /** The question's sentence stands elsewhere already. */
  readonly bare?: boolean;
  /** Given with every answer: who says it, when somebody else writes it down. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Hears that an answer was given, and which. */
  readonly answered?: (value: string) => void;
  /** Answers as large as a room full of people reads them. */
  readonly large?: boolean;
  /** Its keys answer it, and stand on the answers: true for one card of a page at most. */
  readonly keyed?: boolean;
}

export function AnswerCard({
  question,
  also = [],
  bare = false,
  more: always,
  answered,
  large,
  keyed = false,
}: AnswerCardProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const analysis = useWorkbench((state) => state.analysis);
  const knowledge = useWorkbench((state) => state.knowledge);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [promising, setPromising] = useState(false);
  const form = analysis && knowledge && answerForm(question, answersOf(analysis, question), knowledge);
  const give = async (value: string, more: Readonly<Record<string, unknown>> = {}) => {
    const title = t("enumeration.queue.answered", { text: question.text, value });
    const done = await send(title, call("answer-question", { ids: [question.id, ...also], value, ...always, ...more }));
    setProblems(done.ok ? [] : done.problems);
    if (!done.ok) return;
    setPromising(false);
    answered?.(value);
  };
  useAnswerKeys({
    form: keyed ? form : undefined,
    give: (value) => void give(value),
    dontKnow: () => setPromising(true),
  });
  if (!form) return null;
  return (
    <div className="flex flex-col gap-2">
      {!bare && (
        <p className="text-sm" dir="auto">
          {question.text}
        </p>
      )}
      {question.contradiction && (
        <p className="text-xs text-critical">{t("inspector.contradiction", question.contradiction)}</p>
      )}
      {question.owner !== undefined && (
        <p className="text-xs text-soft">
          {t("inspector.promised", { owner: people.name(question.owner), due: question.due ?? "" })}
        </p>
      )}
      <Form form={form} give={give} large={large ?? false} keyed={keyed} />
      {promising ? (
        <DontKnow question={question} give={give} />
      ) : (
        <Button
          look="quiet"
          className="w-fit"
          {...(keyed && { hint: dontKnowKey.toUpperCase() })}
          onClick={() => setPromising(true)}
        >
          {t("enumeration.queue.dontKnow")}
        </Button>
      )}
      <Problems problems={problems} />
    </div>
  );
}

type Give = (value: string, more?: Readonly<Record<string, unknown>>) => Promise<void>;

interface FormProps {
  readonly form: AnswerForm;
  readonly give: Give;
  readonly large: boolean;
  readonly keyed: boolean;
}

function Form({ form, give, large, keyed }: FormProps) {
  if (form.kind === "several") return <SeveralAnswer choices={form.choices} give={give} />;
  if (form.kind === "open") return <OpenAnswer choices={form.choices} give={give} />;
  return (
    <Choices
      choices={form.choices}
      give={give}
      large={large}
      {...(keyed && { keyOf: (value, i) => keyOfAnswer(value, i).toUpperCase() })}
    />
  );
}
