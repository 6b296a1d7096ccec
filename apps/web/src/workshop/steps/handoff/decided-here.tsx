// What was decided in this workshop so far.
import type { Document, Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import type { Views } from "../../../data/views.ts";
import { useViews } from "../../../data/views.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { outcomeText } from "./outcome-text.ts";

export function DecidedHere() {
  const { t } = useTranslation();
  const views = useViews();
  const { workshop, document } = useWorkshop();
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
            {views && <Outcome threat={views.threat.get(key)} views={views} document={document} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How it was decided: the control with its owner and date, or the other decision; else how the threat stands beside what was noted. */
function Outcome({
  threat,
  views: { analysis },
  document,
}: {
  readonly threat: Threat | undefined;
  readonly views: Views;
  readonly document: Document;
}) {
  const { t } = useTranslation();
  if (!threat) return null;
  const status = t(`words.status.${threat.status}`);
  const text = outcomeText(t, threat, { analysis, document }) || t("workshop.decisions.stands", { status });
  return <span className="block text-base text-soft">{text}</span>;
}
