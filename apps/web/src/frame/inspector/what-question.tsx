// A question: what hangs on it and whom it is for.
import { useTranslation } from "react-i18next";
import { type Selectable, useSelect } from "../../data/selection.ts";
import { Line } from "./part.tsx";
import { factsAbout } from "./subject.ts";
import type { World } from "./world.ts";

export function WhatQuestion({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const question = world.analysis.questions.find((one) => one.id === id);
  if (!question) return <Settled id={id} world={world} />;
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

/** A question that was answered while it was looked at, with the way to what it was about. */
function Settled({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const about = id.slice(id.indexOf("@") + 1);
  const kind = kindOfThing(about, world);
  const answered = factsAbout({ kind: "question", id }, world).length > 0;
  return (
    <>
      <p className="text-sm text-soft">{t(answered ? "inspector.answered" : "inspector.settled")}</p>
      {kind && (
        <button
          type="button"
          className="text-sm text-accent hover:underline"
          onClick={() => select({ kind, id: about })}
        >
          {world.views.title(about)}
        </button>
      )}
    </>
  );
}

function kindOfThing(id: string, { analysis }: World): Selectable | undefined {
  const has = (things: readonly { readonly id: string }[]) => things.some((one) => one.id === id);
  if (has(analysis.elements)) return "element";
  if (has(analysis.flows)) return "flow";
  if (has(analysis.zones)) return "zone";
  return has(analysis.surface.entryPoints) ? "entry-point" : undefined;
}
