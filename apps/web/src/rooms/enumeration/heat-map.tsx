// Element × STRIDE: per cell the least settled status of what was raised there. A cell filters the register.
import { type CoverageCell, cellsOf, strideLetter } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { certaintyOf } from "../../kit/chips.tsx";
import { type Cell, columns } from "./filter.ts";

export interface HeatMapProps {
  readonly cell: Cell | undefined;
  readonly choose: (cell: Cell | undefined) => void;
}

export function HeatMap({ cell: chosen, choose }: HeatMapProps) {
  const { t } = useTranslation();
  const views = useViews();
  if (!views) return null;
  return (
    <div className="max-h-64 overflow-y-auto rounded-lg border border-line bg-surface">
      <table className="w-full border-separate border-spacing-0 text-xs">
        <caption className="sr-only">{t("enumeration.heat.title")}</caption>
        <thead className="sticky top-0 bg-surface">
          <tr>
            <th scope="col" className="border-b border-line px-3 py-1 text-left font-medium text-soft">
              {t("enumeration.heat.subject")}
            </th>
            {columns.map((category) => (
              <th
                key={category}
                scope="col"
                className="w-9 border-b border-line py-1 text-center font-mono font-semibold text-soft"
                title={t(`words.stride.${category}`)}
              >
                {strideLetter[category]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {views.analysis.coverage.map((row) => {
            const thing = views.title(row.subject);
            const subject = row.kind === "crossing" ? t("enumeration.heat.crossing", { subject: thing }) : thing;
            return (
              <tr key={`${row.kind} ${row.subject}`} className="hover:bg-sunken">
                <th
                  scope="row"
                  className="max-w-0 truncate px-3 py-0.5 text-left font-normal"
                  dir="auto"
                  title={subject}
                >
                  {subject}
                </th>
                {cellsOf(row).map(([category, cell]) => {
                  const here = chosen?.subject === row.subject && chosen.category === category;
                  return (
                    <td key={category} className="p-0 text-center">
                      <CellButton
                        cell={cell}
                        here={here}
                        label={t("enumeration.heat.cell", {
                          subject,
                          category: t(`words.stride.${category}`),
                          outcome:
                            cell === "not-examined" ? t("enumeration.heat.not-examined") : t(`words.status.${cell}`),
                        })}
                        choose={() => choose(here ? undefined : { subject: row.subject, category })}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const inks = {
  open: "text-high",
  assessed: "text-high",
  asked: "text-medium",
  claimed: "text-medium",
  "not-examined": "text-critical",
} as const;

function CellButton({
  cell,
  here,
  label,
  choose,
}: {
  readonly cell: CoverageCell;
  readonly here: boolean;
  readonly label: string;
  readonly choose: () => void;
}) {
  if (cell === "not-applicable")
    return (
      <span className="text-faint" title={label}>
        ·
      </span>
    );
  const ink = inks[cell as keyof typeof inks] ?? "text-low";
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={here}
      title={label}
      onClick={choose}
      className={clsx(
        "inline-flex size-6 items-center justify-center rounded",
        ink,
        here && "outline-2 outline-accent",
      )}
    >
      {cell === "not-examined" ? "!" : <CertaintyMark certainty={certaintyOf(cell)} label="" />}
    </button>
  );
}
