// The first page: the models of the repository. One alone opens at once.

import type { Result } from "@parapet/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect } from "wouter";
import { get } from "../data/http.ts";
import { Problems } from "../kit/problems.tsx";

interface ModelLine {
  readonly id: string;
  readonly system: string;
  readonly open: number;
  readonly asked: number;
  readonly nextReview?: string;
}

export function Models() {
  const { t } = useTranslation();
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
  if (models.value.length === 1 && only) return <Redirect to={`/m/${encodeURIComponent(only.id)}/overview`} replace />;
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-4 p-8">
      <h1 className="text-xl font-semibold">{t("frame.models.title")}</h1>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {models.value.map(({ id, system, open, asked, nextReview }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3">
            <Link
              href={`/m/${encodeURIComponent(id)}/overview`}
              className="flex-1 font-medium text-accent hover:underline"
            >
              {system}
            </Link>
            <span className="text-sm">{t("frame.models.counts", { open, asked })}</span>
            <span className="text-sm text-soft">
              {nextReview ? t("frame.models.review", { day: nextReview }) : t("frame.models.noReview")}
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
