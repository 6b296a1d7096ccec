// The way through the eight rooms, by question: what is done in each, and the first thing that keeps it from being left.
import type { Analysis, StageId } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { standingOfStage } from "../criteria.ts";
import { CriterionMark } from "../stage-marks.tsx";

const groups = [
  ["building", ["scoping", "decomposition"]],
  ["wrong", ["enumeration", "scoring"]],
  ["doing", ["mitigation", "handoff"]],
  ["well", ["validation", "maintenance"]],
] as const;

export function Path({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("overview.path")}>
      <ol className="grid grid-cols-1 gap-x-3 gap-y-3 @lg:grid-cols-2 @5xl:grid-cols-4">
        {groups.map(([question, stages]) => (
          <li key={question} className="min-w-0">
            <p className="mb-1 text-xs text-faint">{t(`frame.question.${question}`)}</p>
            <ol className="grid grid-cols-2 gap-1.5">
              {stages.map((id) => (
                <li key={id} className="min-w-0">
                  <StageCard id={id} analysis={analysis} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StageCard({ id, analysis }: { readonly id: StageId; readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { criteria, done, state, more } = standingOfStage(analysis, id);
  const needs = criteria.flatMap((criterion) => criterion.needs);
  const first = needs[0]?.say;
  const note = state === "waits" ? t("frame.stage.waits", { count: needs.length + more }) : t(`frame.stage.${state}`);
  return (
    <Link
      href={linkTo(model, id)}
      title={first && t("overview.waitsFor", { say: first })}
      className={clsx(
        "flex h-full flex-col gap-0.5 rounded-lg border bg-surface px-2.5 py-1.5 hover:border-line-strong",
        state === "waits" ? "border-line-strong" : "border-line",
      )}
    >
      <span className="flex items-center gap-1 text-sm font-medium">
        <CriterionMark state={state === "waits" ? "missing" : state === "not-reached" ? "not-reached" : "done"} />
        <span className="min-w-0 truncate" title={t(`frame.room.${id}`)}>
          {t(`frame.room.${id}`)}
        </span>
      </span>
      <span className="flex flex-wrap justify-between gap-x-2 text-2xs text-soft">
        <span>{note}</span>
        <span>{t("overview.stageDone", { done, total: criteria.length })}</span>
      </span>
    </Link>
  );
}
