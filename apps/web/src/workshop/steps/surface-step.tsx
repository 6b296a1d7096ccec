// Where somebody can come in, and who may: the entry points in focus, most exposed first.
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { useViews } from "../../data/views.ts";
import { useWorkshop } from "../running/in-workshop.ts";
import { StepPage } from "./step-page.tsx";
import { useBoard } from "./use-board.ts";

export function SurfaceStep() {
  const { t } = useTranslation();
  const views = useViews();
  const select = useSelect();
  const { focus } = useWorkshop();
  const entries = [...(views?.analysis.surface.entryPoints ?? [])]
    .filter(({ id, on }) => !focus || focus.has(id) || focus.has(on))
    .sort((a, b) => b.weight - a.weight);
  useBoard({ kind: "talk", title: t("workshop.surface.ask"), lines: entries.slice(0, 20).map(({ title }) => title) });
  return (
    <StepPage wide>
      {entries.length === 0 && <p className="text-lg text-soft">{t("workshop.surface.none")}</p>}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {entries.map(({ id, title, on, exposure, authentication, privileged }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => select({ kind: "entry-point", id })}
              className="flex w-full flex-wrap items-baseline gap-x-4 px-4 py-2 text-left hover:bg-sunken"
            >
              <bdi className="text-lg font-medium">{title}</bdi>
              <bdi className="text-soft">{views?.title(on)}</bdi>
              <span className="ml-auto text-sm text-soft">
                {t(`workshop.surface.exposure.${exposure}`)} · {authentication.replaceAll("-", " ")}
                {privileged && ` · ${t("workshop.surface.privileged")}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </StepPage>
  );
}
