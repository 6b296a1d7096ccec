// What others make and the system relies on: who uses it, and which data goes there.
import type { Analysis } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { viewsOf } from "../../../data/views.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { Section } from "../../../kit/layout.tsx";

const named = 3;

export function Dependencies({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const select = useSelect();
  const data = useWorkbench((state) => state.document?.model.data);
  const { on, title } = viewsOf(analysis);
  const { dependencies } = analysis.surface;
  const list = (ids: readonly string[], name: (id: string) => string) =>
    ids.slice(0, named).map(name).join(", ") +
    (ids.length > named ? ` ${t("surface.dependencies.more", { count: ids.length - named })}` : "");
  const live = (id: string, finding: string) => (on.get(id) ?? []).filter((one) => one.finding === finding).length;
  // Where data goes matters most, then what most things use.
  const rows = [...dependencies].sort(
    (a, b) => b.carries.length - a.carries.length || b.usedBy.length - a.usedBy.length,
  );
  return (
    <Section title={t("surface.dependencies.title")} note={rows.length > 0 ? rows.length : undefined}>
      {rows.length === 0 && <p className="text-sm text-soft">{t("surface.dependencies.none")}</p>}
      <ul className="divide-y divide-line">
        {rows.map(({ id, kind, usedBy, carries }) => (
          <li key={id} className="flex items-start gap-3 py-1.5">
            <div className="min-w-0 flex-1">
              <button
                type="button"
                dir="auto"
                className="text-left text-sm font-medium hover:underline"
                onClick={() => select({ kind: "dependency", id })}
              >
                {title(id)}
              </button>
              <p className="text-xs text-soft" dir="auto">
                {kind.replaceAll("-", " ")} ·{" "}
                {usedBy.length === 0
                  ? t("surface.dependencies.unused")
                  : t("surface.dependencies.usedBy", { names: list(usedBy, title) })}
              </p>
              {carries.length > 0 && (
                <p className="text-xs text-soft" dir="auto">
                  {t("surface.dependencies.receives", { names: list(carries, (one) => data?.[one]?.title ?? one) })}
                </p>
              )}
            </div>
            <span
              className="shrink-0 text-sm"
              title={t("surface.threatCounts", { open: live(id, "open"), asked: live(id, "asked") })}
            >
              {live(id, "open")} · <span className="text-soft">{live(id, "asked")}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
