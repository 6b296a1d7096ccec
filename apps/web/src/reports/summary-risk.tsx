// Risk by impact and likelihood and by tier, and the questions behind which most of it hides.
import { tiers } from "@parapet/core";
import { type MatrixCell, matrixOf, type ReportView, riskText, topQuestions } from "@parapet/reports";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { CertaintyMark } from "../kit/certainty.tsx";
import { TierChip } from "../kit/chips.tsx";
import { Part } from "./parts.tsx";

const grounds = {
  critical: "bg-critical-soft",
  high: "bg-high-soft",
  medium: "bg-medium-soft",
  low: "bg-low-soft",
} as const;
const shownQuestions = 6;

export function SummaryRisk({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const questions = topQuestions(view, shownQuestions);
  return (
    <div className="new-page grid gap-8 sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)] print:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
      <Part title={t("reports.summary.matrix")} note={t("reports.summary.matrixNote")} className="keep">
        <Matrix view={view} />
        <ByTier view={view} />
      </Part>
      <Part
        title={t("reports.summary.unknown")}
        note={questions.length === 0 ? t("reports.summary.noUnknown") : t("reports.summary.unknownNote")}
        className="keep"
      >
        <ol className="divide-y divide-line border-y border-line text-sm">
          {questions.map(({ id, text, for: job, riskHeld, settles }) => (
            <li key={id} className="py-1.5">
              <p dir="auto">{text}</p>
              <p className="text-xs text-soft">
                {t(`words.job.${job}`)}, {t("reports.summary.holds", { risk: riskText(riskHeld) })},{" "}
                {t("reports.summary.settles", { count: settles })}
              </p>
            </li>
          ))}
        </ol>
      </Part>
    </div>
  );
}

function Matrix({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const bands = (["first", "second", "third", "fourth"] as const).map((band) => t(`reports.summary.band.${band}`));
  return (
    <table className="w-full border-separate border-spacing-0.5 text-xs" aria-label={t("reports.summary.matrixLabel")}>
      <thead>
        <tr>
          <td />
          {bands.map((band) => (
            <th key={band} scope="col" className="font-normal text-soft">
              {band}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrixOf(view).map((row) => (
          <tr key={row[0]?.impact}>
            <th scope="row" className="pr-1 text-right font-normal text-soft">
              {bands[row[0]?.impact ?? 0]}
            </th>
            {row.map((cell) => (
              <Cell key={cell.likelihood} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell: { tier, open, asked } }: { readonly cell: MatrixCell }) {
  const { t } = useTranslation();
  return (
    <td className={clsx("h-11 rounded px-1.5 text-center", grounds[tier])}>
      {open + asked === 0 ? (
        <span className="text-faint">·</span>
      ) : (
        <span className="inline-flex items-center gap-2 font-semibold">
          <span className="inline-flex items-center gap-1">
            <CertaintyMark certainty="solid" label={t("reports.summary.open")} />
            {open}
          </span>
          <span className="inline-flex items-center gap-1">
            <CertaintyMark certainty="hatched" label={t("reports.summary.asked")} />
            {asked}
          </span>
        </span>
      )}
    </td>
  );
}

function ByTier({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const { byTier } = view.analysis.summary;
  return (
    <table className="report-table mt-3 w-full border-collapse text-sm" aria-label={t("reports.summary.byTier")}>
      <thead>
        <tr>
          <th scope="col">{t("reports.summary.tier")}</th>
          {(["open", "asked", "settled"] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {t(`reports.summary.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier}>
            <th scope="row">
              <TierChip tier={tier} long />
            </th>
            <td className="number">{byTier[tier].open}</td>
            <td className="number">{byTier[tier].asked}</td>
            <td className="number">{byTier[tier].addressed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
