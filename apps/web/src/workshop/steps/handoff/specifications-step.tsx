// Specifications, read by who builds them: the mitigations that are chosen for what is in focus.
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { useViews } from "../../../data/views.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";

export function SpecificationsStep() {
  const { t } = useTranslation();
  const views = useViews();
  const select = useSelect();
  const { focus } = useWorkshop();
  const chosen = (views?.analysis.mitigations ?? []).filter(
    ({ state, on }) => state !== "verified" && (!focus || on.some((id) => focus.has(id))),
  );
  return (
    <StepPage wide>
      {chosen.length === 0 && <p className="text-lg text-soft">{t("workshop.specifications.none")}</p>}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {chosen.map(({ id, title, owner, due, state }) => (
          <li key={id}>
            <button
              type="button"
              title={t("workshop.specifications.open")}
              className="flex w-full flex-wrap items-baseline gap-x-4 px-4 py-2 text-left hover:bg-sunken"
              onClick={() => select({ kind: "mitigation", id })}
            >
              <bdi className="text-lg font-medium">{title}</bdi>
              <span className="ml-auto text-sm text-soft">
                {t(`inspector.state.${state}`)} · {owner ?? t("inspector.nobody")} · {due ?? t("inspector.noDate")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </StepPage>
  );
}
