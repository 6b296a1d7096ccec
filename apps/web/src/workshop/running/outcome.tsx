// What came of a workshop: decisions, what is parked, who was there.
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { Section } from "../../kit/layout.tsx";
import { useWorkshop } from "./in-workshop.ts";

export function Outcome() {
  const { t } = useTranslation();
  const views = useViews();
  const { workshop } = useWorkshop();
  const decided = Object.entries(workshop.decided ?? {});
  const parked = Object.entries(workshop.parked ?? {}).filter(([, { settled }]) => settled === undefined);
  return (
    <div className="flex flex-col gap-4">
      <Section title={t("workshop.signOff.decided")}>
        {decided.length === 0 && <p className="text-soft">{t("workshop.list.came.nothing")}</p>}
        <ul className="flex flex-col gap-1 text-lg">
          {decided.map(([key, { note }]) => (
            <li key={key} dir="auto">
              {views?.threat.get(key)?.title ?? views?.title(key) ?? key}
              {note !== undefined && `: ${note}`}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("workshop.signOff.parkedLeft")}>
        {parked.length === 0 && <p className="text-soft">{t("workshop.parking.none")}</p>}
        <ul className="flex flex-col gap-1 text-lg">
          {parked.map(([key, { text }]) => (
            <li key={key} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
