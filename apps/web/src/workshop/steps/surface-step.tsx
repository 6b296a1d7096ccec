// Where somebody can come in, and who may: the entry points in focus with a cell for each role, most exposed first.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { useProofWords } from "../../rooms/decomposition/surface/proof-words.ts";
import { SurfaceTable } from "../../rooms/decomposition/surface/surface-table.tsx";
import { surface } from "../../strings/en/surface.ts";
import { addStrings } from "../../strings/i18n.ts";
import { useWorkshop } from "../running/in-workshop.ts";
import { StepPage } from "./step-page.tsx";
import { useBoard } from "./use-board.ts";

addStrings({ surface });

export function SurfaceStep() {
  const { t } = useTranslation();
  const proof = useProofWords();
  const views = useViews();
  const { document, focus, role } = useWorkshop();
  const analysis = useMemo(() => {
    if (!views) return undefined;
    const { surface } = views.analysis;
    const entryPoints = surface.entryPoints.filter(({ id, on }) => !focus || focus.has(id) || focus.has(on));
    return { ...views.analysis, surface: { ...surface, entryPoints } };
  }, [views, focus]);
  const entries = [...(analysis?.surface.entryPoints ?? [])].sort((a, b) => b.weight - a.weight);
  useBoard({ kind: "talk", title: t("workshop.surface.ask"), lines: entries.slice(0, 20).map(({ title }) => title) });
  return (
    <StepPage wide>
      {entries.length === 0 && <p className="text-lg text-soft">{t("workshop.surface.none")}</p>}
      {role !== "screen" && analysis && <SurfaceTable analysis={analysis} document={document} />}
      {role === "screen" && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
          {entries.map(({ id, title, on, exposure, authentication, privileged }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 px-4 py-2">
              <bdi className="text-2xl font-medium">{title}</bdi>
              <bdi className="text-lg text-soft">{views?.title(on)}</bdi>
              <span className="ml-auto text-lg text-soft">
                {t(`workshop.surface.exposure.${exposure}`)} · {proof(authentication)}
                {privileged && ` · ${t("workshop.surface.privileged")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </StepPage>
  );
}
