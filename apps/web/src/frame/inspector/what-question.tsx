// A question: what hangs on it and whom it is for.
import { useTranslation } from "react-i18next";
import { Line } from "./part.tsx";
import { factsAbout } from "./subject.ts";
import { SubjectLine } from "./subject-line.tsx";
import type { World } from "./world.ts";

export function WhatQuestion({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const question = world.analysis.questions.find((one) => one.id === id);
  if (!question) return <Settled id={id} world={world} />;
  const why = world.texts?.facts[question.fact]?.why;
  return (
    <>
      <p className="text-sm text-soft">
        {t("inspector.settledBy", { count: question.settles, risk: Math.round(question.riskHeld) })}
      </p>
      <dl className="mt-1">
        <SubjectLine id={question.about} world={world} />
        <Line name={t("enumeration.queue.for")}>{t(`words.job.${question.for}`)}</Line>
      </dl>
      {why !== undefined && <p className="mt-1 text-sm text-soft">{why}</p>}
    </>
  );
}

/** A question that was answered while it was looked at, with the way to what it was about. */
function Settled({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const answered = factsAbout({ kind: "question", id }, world).length > 0;
  return (
    <>
      <p className="text-sm text-soft">{t(answered ? "inspector.answered" : "inspector.settled")}</p>
      <dl className="mt-1">
        <SubjectLine id={id.slice(id.indexOf("@") + 1)} world={world} />
      </dl>
    </>
  );
}
