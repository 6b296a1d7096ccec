// What the model is about: what is in and out with the reasons, and what it takes for granted.
import type { ReportView } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { type Certainty, CertaintyMark } from "../kit/certainty.tsx";
import { Part } from "./parts.tsx";

const states: Readonly<Record<string, Certainty>> = { holds: "hollow", challenged: "hatched", refuted: "struck" };

export function SummaryAbout({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const { scope, assumptions = {} } = view.document.model;
  return (
    <>
      <Part title={t("reports.summary.scope")}>
        <div className="grid gap-6 sm:grid-cols-2 print:grid-cols-2">
          <Items title={t("reports.summary.inScope")} items={scope?.in ?? []} />
          <Items title={t("reports.summary.outOfScope")} items={scope?.out ?? []} />
        </div>
      </Part>
      <Part title={t("reports.summary.assumptions")}>
        {Object.keys(assumptions).length === 0 && (
          <p className="text-sm text-soft">{t("reports.summary.noAssumptions")}</p>
        )}
        <ul className="flex flex-col gap-1 text-sm">
          {Object.entries(assumptions).map(([id, { text, state = "holds", owner, review }]) => (
            <li key={id} className="flex items-start gap-2">
              <span className="mt-0.5">
                <CertaintyMark certainty={states[state] ?? "hollow"} />
              </span>
              <span className={state === "refuted" ? "line-through" : ""} dir="auto">
                {text}{" "}
                <span className="text-xs text-soft">
                  {owner === undefined ? t("reports.nobody") : view.person(owner)}
                  {review !== undefined && `, ${review}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Items({
  title,
  items,
}: {
  readonly title: string;
  readonly items: readonly { readonly what: string; readonly why?: string | undefined }[];
}) {
  const { t } = useTranslation();
  return (
    <div>
      <h3 className="text-sm font-semibold">{title}</h3>
      {items.length === 0 && <p className="text-sm text-soft">{t("reports.none")}</p>}
      <ul className="mt-1 flex list-disc flex-col gap-0.5 pl-5 text-sm">
        {items.map(({ what, why }) => (
          <li key={what} dir="auto">
            {what}
            {why !== undefined && <span className="text-soft">: {why}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
