// What was decided in this workshop so far.
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { useWorkshop } from "../../running/in-workshop.ts";

export function DecidedHere() {
  const { t } = useTranslation();
  const views = useViews();
  const { workshop } = useWorkshop();
  const decided = Object.entries(workshop.decided ?? {});
  if (decided.length === 0) return null;
  return (
    <section aria-label={t("workshop.signOff.decided")}>
      <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.signOff.decided")}</h3>
      <ul className="flex flex-col gap-1 text-lg">
        {decided.map(([key, { note }]) => (
          <li key={key} dir="auto" data-decided={key}>
            {views?.threat.get(key)?.title ?? views?.title(key) ?? key}
            {note !== undefined && <span className="text-soft">: {note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
