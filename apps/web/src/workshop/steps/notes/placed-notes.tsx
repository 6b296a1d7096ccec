// What became of the notes that are placed: each stays to be seen, with what was decided on its threat.
import { nameOfPerson, type Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { useViews, type Views } from "../../../data/views.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { outcomeText } from "../handoff/outcome-text.ts";

export function PlacedNotes() {
  const { t } = useTranslation();
  const { workshop, document } = useWorkshop();
  const views = useViews();
  const select = useSelect();
  const placed = Object.entries(workshop.notes ?? {}).filter(([, { outcome }]) => outcome !== undefined);
  if (placed.length === 0) return null;
  return (
    <section aria-label={t("workshop.grouping.placed")}>
      <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.grouping.placed")}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {placed.map(([id, { text, by, outcome = "parked", threat }]) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5 text-sm" data-outcome={outcome}>
            <span className="min-w-0 flex-1 basis-60" dir="auto">
              {text} <bdi className="text-xs text-faint">{nameOfPerson(document, by)}</bdi>
            </span>
            <span className="text-soft">{t(`workshop.grouping.outcome.${outcome}`)}</span>
            {threat !== undefined && (
              <button
                type="button"
                className="min-w-0 basis-60 truncate text-left text-accent hover:underline"
                onClick={() => select({ kind: "threat", id: threat })}
              >
                <bdi>{views?.threat.get(threat)?.title ?? threat}</bdi>
              </button>
            )}
            {threat !== undefined && views && <Came threat={views.threat.get(threat)} views={views} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was decided on the threat that a note is; nothing while nothing is. */
function Came({ threat, views: { analysis } }: { readonly threat: Threat | undefined; readonly views: Views }) {
  const { t } = useTranslation();
  const { document } = useWorkshop();
  const text = threat && outcomeText(t, threat, { analysis, document });
  return text ? <span className="basis-full text-xs text-soft">{text}</span> : null;
}
