// Who attacks, from where, and the entry points that they meet first.
import type { Analysis } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { viewsOf } from "../../../data/views.ts";
import { Section } from "../../../kit/layout.tsx";

const shown = 5;

export function Attackers({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const select = useSelect();
  const { title } = viewsOf(analysis);
  const { attackers } = analysis.surface;
  const usual = attackers.length > 0 && attackers.every(({ from }) => from === "knowledge");
  return (
    <Section title={t("surface.attackers.title")}>
      {attackers.length === 0 && <p className="text-sm text-soft">{t("surface.attackers.none")}</p>}
      {usual && <p className="text-xs text-faint">{t("surface.attackers.usual")}</p>}
      <ul className="divide-y divide-line">
        {attackers.map(({ id, title: name, starts, capability, meets, description }) => (
          <li key={id} className="py-1.5">
            <p className="text-sm font-medium" dir="auto" title={description}>
              {name}
              <span className="ml-2 text-xs font-normal text-soft">
                {starts
                  ? t("surface.attackers.from", { where: title(starts).replaceAll("-", " ") })
                  : t("surface.attackers.nowhere")}
                {capability && ` · ${t("surface.attackers.capability", { capability })}`}
              </span>
            </p>
            {meets.length === 0 && <p className="text-xs text-soft">{t("surface.attackers.meetsNone")}</p>}
            <p className="flex flex-wrap gap-x-2 text-xs">
              {meets.slice(0, shown).map((entry) => (
                <button
                  key={entry}
                  type="button"
                  dir="auto"
                  className="text-accent hover:underline"
                  onClick={() => select({ kind: "entry-point", id: entry })}
                >
                  {title(entry)}
                </button>
              ))}
              {meets.length > shown && (
                <span className="text-soft">{t("surface.dependencies.more", { count: meets.length - shown })}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
