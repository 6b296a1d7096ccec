// One question, answered in place: buttons with a key each, several at once where several are true, ids or words where it is open.
import { answersOf, type Problem, type Question } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { type AnswerForm, answerForm, keyOfAnswer } from "./answer-form.ts";
import { DontKnow } from "./dont-know.tsx";
import { OpenAnswer } from "./open-answer.tsx";
import { SeveralAnswer } from "./several-answer.tsx";

export interface AnswerCardProps {
  readonly question: Question;
  /** The question's sentence stands elsewhere already. */
  readonly bare?: boolean;
  /** Given with every answer: who says it, when somebody else writes it down. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Hears that an answer was given. */
  readonly answered?: () => void;
  /** Answers as large as a room full of people reads them. */
  readonly large?: boolean;
}

export function AnswerCard({ question, bare = false, more: always, answered, large = false }: AnswerCardProps) {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const knowledge = useWorkbench((state) => state.knowledge);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  if (!analysis || !knowledge) return null;
  const form = answerForm(question, answersOf(analysis, question), knowledge);
  const give = async (value: string, more: Readonly<Record<string, unknown>> = {}) => {
    const title = t("enumeration.queue.answered", { text: question.text, value });
    const done = await send(title, call("answer-question", { ids: [question.id], value, ...always, ...more }));
    setProblems(done.ok ? [] : done.problems);
    if (done.ok) answered?.();
  };
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
          {t("inspector.promised", { owner: question.owner, due: question.due ?? "" })}
        </p>
      )}
      <Form form={form} give={give} large={large} />
      <DontKnow question={question} give={give} />
      <Problems problems={problems} />
    </div>
  );
}

type Give = (value: string, more?: Readonly<Record<string, unknown>>) => Promise<void>;

function Form({ form, give, large }: { readonly form: AnswerForm; readonly give: Give; readonly large: boolean }) {
  if (form.kind === "several") return <SeveralAnswer choices={form.choices} give={give} />;
  if (form.kind === "open") return <OpenAnswer suggestions={form.choices.map(({ value }) => value)} give={give} />;
  return (
    <div className="flex flex-wrap gap-1.5">
      {form.choices.map(({ value, say }, i) => (
        <Button
          key={value}
          title={say}
          hint={keyOfAnswer(value, i).toUpperCase()}
          onClick={() => void give(value)}
          className={large ? "min-h-12! px-5! text-lg!" : ""}
        >
          {value.replaceAll("-", " ")}
        </Button>
      ))}
    </div>
  );
}
