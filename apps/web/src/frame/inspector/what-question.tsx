// A question: what hangs on it and whom it is for.
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { Line } from "./part.tsx";
import type { World } from "./world.ts";

export function WhatQuestion({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const question = world.analysis.questions.find((one) => one.id === id);
  if (!question) return <p className="text-sm text-soft">{t("inspector.gone", { id })}</p>;
  const why = world.texts?.facts[question.fact]?.why;
  return (
    <>
      <p className="text-sm text-soft">
        {t("inspector.settledBy", { count: question.settles, risk: Math.round(question.riskHeld) })}
      </p>
      <dl className="mt-1">
        <Line name={t("words.kind.element")}>
          <button
            type="button"
            className="text-accent hover:underline"
            onClick={() => select({ kind: "element", id: question.about })}
          >
            {world.views.title(question.about)}
          </button>
        </Line>
        <Line name={t("enumeration.queue.for")}>{t(`words.job.${question.for}`)}</Line>
      </dl>
      {why !== undefined && <p className="mt-1 text-sm text-soft">{why}</p>}
    </>
  );
}
