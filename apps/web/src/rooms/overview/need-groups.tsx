// All that is missing, one line per criterion: opened, each need leads to its place.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CriterionMark } from "../stage-marks.tsx";
import { NeedRow } from "./need-row.tsx";
import type { NeedGroup } from "./needs.ts";

export function NeedGroups({ groups }: { readonly groups: readonly NeedGroup[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="mt-4 mb-1 text-xs text-soft">{t("overview.rest")}</h3>
      <ul className="flex flex-col">
        {groups.map((group) => (
          <Group key={`${group.stage} ${group.criterion}`} group={group} />
        ))}
      </ul>
    </>
  );
}

function Group({ group: { stage, say, needs, count, risk } }: { readonly group: NeedGroup }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="flex items-start gap-1.5 py-1 text-sm hover:bg-sunken">
          <CriterionMark state="missing" />
          <span className="min-w-0 flex-1">
            <span className="text-soft">{t(`frame.room.${stage}`)}: </span>
            {say}
          </span>
          <span className="shrink-0 text-xs text-soft">
            {t("overview.groupCount", { count })}
            {risk > 0 && ` · ${t("overview.holds", { risk: Math.round(risk) })}`}
          </span>
        </summary>
        {open && (
          <ul className="mb-2 ml-6.5 max-h-96 overflow-y-auto border-l border-line pl-3">
            {needs.map((need) => (
              <NeedRow key={need.id} need={need} quiet />
            ))}
            {count > needs.length && (
              <li className="py-1 text-xs text-faint">{t("overview.groupMore", { count: count - needs.length })}</li>
            )}
          </ul>
        )}
      </details>
    </li>
  );
}
