// Writes an assumption down: a sentence, who answers for it until when, and the question that it answers for now.
import { type Analysis, answersOf } from "@parapet/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { BareChoice, BareDay, BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { PeopleList } from "../../kit/person.tsx";
import { Problems } from "../../kit/problems.tsx";

const kinds = ["platform", "process", "people", "third-party", "design", "scope"] as const;
/** Questions that are offered: those that hide most. */
const offered = 40;

interface Draft {
  readonly text: string;
  readonly kind: (typeof kinds)[number] | "";
  readonly owner: string;
  readonly review: string;
  readonly question: string;
  readonly value: string;
}
const blank: Draft = { text: "", kind: "", owner: "", review: "", question: "", value: "" };

export function NewAssumption({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const { keyOf } = usePeople();
  const list = useId();
  const [draft, setDraft] = useState(blank);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const questions = analysis.questions
    .filter(({ fact, about }) => about !== "model" && !fact.includes("access") && analysis.answers[fact] !== undefined)
    .slice(0, offered);
  const question = questions.find(({ id }) => id === draft.question);
  const answers = question ? answersOf(analysis, question) : [];
  const add = async () => {
    const { text, kind, owner, review, value } = draft;
    const facts = question && value !== "" ? { facts: { [question.about]: { [question.fact]: value } } } : {};
    const said = {
      text: text.trim(),
      ...(kind && { kind }),
      ...(owner && { owner: keyOf(owner) }),
      ...(review && { review }),
    };
    const done = await run(t("scoping.assumptions.didAdd", { text }), call("add-assumption", { ...said, ...facts }));
    if (done) setDraft(blank);
  };
  return (
    <form
      id="new-assumption"
      className="mt-2 flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <BareText
        label={t("scoping.assumptions.add")}
        value={draft.text}
        onChange={({ target }) => set({ text: target.value })}
        className="w-full border-dashed"
      />
      {draft.text.trim() !== "" && (
        <>
          <BareChoice
            label={t("scoping.assumptions.kindField")}
            none={t("scoping.assumptions.noKind")}
            value={draft.kind}
            choices={kinds.map((kind) => [kind, t(`scoping.assumptions.kind.${kind}`)])}
            choose={(kind) => set({ kind })}
          />
          <BareText
            label={t("scoping.assumptions.owner")}
            list={list}
            value={draft.owner}
            onChange={({ target }) => set({ owner: target.value })}
            className="w-32"
          />
          <PeopleList id={list} />
          <BareDay
            label={t("scoping.assumptions.review")}
            value={draft.review}
            min={analysis.now}
            onChange={({ target }) => set({ review: target.value })}
          />
          {questions.length > 0 && (
            <BareChoice
              label={t("scoping.assumptions.answers")}
              none={t("scoping.assumptions.noAnswers")}
              value={draft.question}
              choices={questions.map(({ id, text }) => [id, text])}
              choose={(id) => set({ question: id, value: "" })}
              className="max-w-full"
            />
          )}
          {answers.length > 0 && (
            <BareChoice
              label={t("scoping.assumptions.value")}
              none={t("scoping.assumptions.value")}
              value={draft.value}
              choices={answers.map((answer) => [answer, answer.replaceAll("-", " ")])}
              choose={(value) => set({ value })}
            />
          )}
          <Button type="submit">{t("scoping.scope.add")}</Button>
        </>
      )}
      <Problems problems={problems} />
    </form>
  );
}
