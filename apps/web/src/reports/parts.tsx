// What all reports are set with: title, sections, tables, and the legend of certainty.
import { tiers } from "@parapet/core";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CertaintyMark } from "../kit/certainty.tsx";
import { TierChip } from "../kit/chips.tsx";

/** The head of a report: which one, of what, and what it says in a sentence or two. */
export function Title({
  eyebrow,
  name,
  lead,
  about,
}: {
  readonly eyebrow: string;
  readonly name: string;
  readonly lead: string;
  readonly about: string;
}) {
  return (
    <header className="flex flex-col gap-1">
      <p className="text-sm text-soft">{eyebrow}</p>
      <h1 className="text-3xl leading-9 font-semibold" dir="auto">
        {name}
      </h1>
      <p className="max-w-[62ch] text-base" dir="auto">
        {lead}
      </p>
      <p className="text-sm text-soft">{about}</p>
    </header>
  );
}

/** A part of a report. */
export function Part({
  title,
  note,
  className,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} className={clsx("min-w-0", className)}>
      <h2 className="mb-1.5 text-lg font-semibold">{title}</h2>
      {note !== undefined && <p className="mb-2 max-w-[72ch] text-sm text-soft">{note}</p>}
      {children}
    </section>
  );
}

export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  readonly number?: boolean;
}

/** A table whose first column names the row; on a narrow screen it scrolls by itself. */
export function Table<T>({
  label,
  columns,
  rows,
  keyOf,
}: {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}) {
  const { t } = useTranslation();
  return (
    <section
      className="overflow-x-auto print:overflow-visible"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      aria-label={t("reports.table", { of: label })}
    >
      <table className="report-table w-full border-collapse text-sm">
        <thead>
          <tr>
            {columns.map(({ title, number }) => (
              <th key={title} scope="col" className={clsx(number && "number")}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ title, cell, number }, i) =>
                i === 0 ? (
                  <th key={title} scope="row" dir="auto">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} className={clsx(number && "number")} dir="auto">
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the marks and the tiers mean: on paper nobody can point at one. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t("reports.legend")}
      className="keep flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line pt-3 text-xs text-soft"
    >
      <span className="font-medium">{t("reports.legend")}</span>
      {(["solid", "hollow", "hatched", "struck"] as const).map((certainty) => (
        <span key={certainty} className="flex items-center gap-1.5">
          <CertaintyMark certainty={certainty} label="" /> {t(`words.certainty.${certainty}`)}
        </span>
      ))}
      <span className="flex gap-2">
        {tiers.map((tier) => (
          <TierChip key={tier} tier={tier} long />
        ))}
      </span>
    </section>
  );
}
