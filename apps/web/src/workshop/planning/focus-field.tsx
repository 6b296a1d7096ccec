// What a workshop is about: the whole system, a feature, a zone or a view.
import type { Document } from "@parapet/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { focusChoices } from "../focus.ts";

const groups = ["features", "zones", "views"] as const;

export function FocusField({ value, onValue }: { readonly value: string; readonly onValue: (key: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const choices = focusChoices(useWorkbench((state) => state.document) as Document);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="text-xs text-soft">
        {t("workshop.focus.label")}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onValue(target.value)}
        className="w-full min-w-0 rounded-md border border-line-strong/60 bg-surface px-2 py-1 text-sm"
      >
        <option value="">{t("workshop.focus.whole")}</option>
        {groups.map(
          (group) =>
            choices[group].length > 0 && (
              <optgroup key={group} label={t(`workshop.focus.${group}`)}>
                {choices[group].map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </div>
  );
}
