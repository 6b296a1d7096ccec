// The first page: the models of the folder, and the ways to begin one. One model alone opens at once, unless the list is asked for.
import type { Problem, Result } from "@parapet/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, useSearch } from "wouter";
import { get } from "../data/http.ts";
import { linkTo } from "../data/selection.ts";
import { Problems } from "../kit/problems.tsx";
import { begin } from "../strings/en/begin.ts";
import { addStrings } from "../strings/i18n.ts";
import { Ways } from "./begin/ways.tsx";

addStrings({ begin });

interface ModelLine {
  readonly id: string;
  readonly system: string;
  readonly open: number;
  readonly asked: number;
  readonly nextReview: string | null;
  readonly problems: readonly Problem[];
}

export function Models() {
  const { t } = useTranslation();
  const listed = new URLSearchParams(useSearch()).has("list");
  const [models, setModels] = useState<Result<readonly ModelLine[]>>();
  useEffect(() => {
    void get<readonly ModelLine[]>("/models").then(setModels);
  }, []);
  if (!models) return <p className="p-8 text-soft">{t("frame.opening")}</p>;
  if (!models.ok)
    return (
      <main className="p-8">
        <Problems problems={models.problems} />
      </main>
    );
  const [only] = models.value;
  if (models.value.length === 1 && only && !listed) return <Redirect to={linkTo(only.id, "overview")} replace />;
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-5 p-5 md:p-8">
        <header className="flex items-center gap-3">
          <img src="/icon.svg" alt="" className="size-7" />
          <h1 className="text-xl font-semibold">{only ? t("begin.title") : t("begin.first.title")}</h1>
        </header>
        {only ? <ModelList models={models.value} /> : <p className="text-soft">{t("begin.first.lead")}</p>}
        {only ? (
          <details className="flex flex-col gap-4">
            <summary className="mb-4 text-sm font-medium text-accent">{t("begin.another")}</summary>
            <Ways beside />
          </details>
        ) : (
          <Ways beside={false} />
        )}
      </div>
    </main>
  );
}

/** How each model stands: open and asked together, and when there is a reason to look again. */
function ModelList({ models }: { readonly models: readonly ModelLine[] }) {
  const { t } = useTranslation();
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {models.map(({ id, system, open, asked, nextReview, problems }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3">
          {/* The page is loaded anew: it holds one model. */}
          <a
            href={linkTo(id, "overview")}
            dir="auto"
            title={id}
            className="min-w-0 flex-1 basis-48 truncate font-medium text-accent hover:underline"
          >
            {system}
          </a>
          {problems.length > 0 ? (
            <div className="w-full text-sm">
              <p className="font-medium">{t("begin.unreadable")}</p>
              <Problems problems={problems} />
            </div>
          ) : (
            <>
              <span className="text-sm">{t("begin.counts", { open, asked })}</span>
              <span className="text-sm text-soft">
                {nextReview ? t("begin.review", { day: nextReview }) : t("begin.noReview")}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
