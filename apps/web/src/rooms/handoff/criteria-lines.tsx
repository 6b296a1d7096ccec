// Acceptance criteria as Given / When / Then, each with what the evidence says.
import type { SpecifiedCriterion } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { type Certainty, CertaintyMark } from "../../kit/certainty.tsx";

const marks: Readonly<Record<SpecifiedCriterion["verdict"], Certainty>> = {
  passed: "solid",
  failed: "struck",
  stale: "hollow",
  missing: "hatched",
};

export function CriteriaLines({ criteria }: { readonly criteria: readonly SpecifiedCriterion[] }) {
  const { t } = useTranslation();
  if (criteria.length === 0) return <p className="text-xs text-faint">{t("words.none")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {criteria.map(({ id, given, when, then, verify, verdict, required }) => (
        <li key={id} className="flex items-start gap-2">
          <span className="pt-1">
            <CertaintyMark certainty={marks[verdict]} label={t(`handoff.ticket.verdict.${verdict}`)} />
          </span>
          <div className="min-w-0" dir="auto">
            {given !== undefined && when !== undefined ? (
              <p>
                <strong className="font-semibold">{t("handoff.ticket.given")}</strong> {given}{" "}
                <strong className="font-semibold">{t("handoff.ticket.when")}</strong> {when}{" "}
                <strong className="font-semibold">{t("handoff.ticket.then")}</strong> {then}
              </p>
            ) : (
              <p>{then}</p>
            )}
            <p className="text-xs text-soft">
              {t(`handoff.ticket.verdict.${verdict}`)}
              {!required && ` · ${t("handoff.ticket.optional")}`}
              {verify !== undefined && ` · ${t("handoff.ticket.verify", { verify })}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
