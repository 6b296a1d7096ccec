// The summary for leadership: where it stands on the first page, then risk and what is not known, what is done, and what this is about.
import { methodOf } from "@parapet/core";
import { methodNotes, type ReportView, riskText } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { CertaintyMark } from "../kit/certainty.tsx";
import { Legend, Part, Title } from "./parts.tsx";
import { SummaryAbout } from "./summary-about.tsx";
import { SummaryDiagram } from "./summary-diagram.tsx";
import { SummaryDoing } from "./summary-doing.tsx";
import { SummaryRisk } from "./summary-risk.tsx";
import { SummaryStanding } from "./summary-standing.tsx";

export function SummaryReport({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const { analysis, document } = view;
  const { summary } = analysis;
  const { team, purpose } = document.model.scope ?? {};
  const { critical } = summary.byTier;
  return (
    <>
      <Title
        eyebrow={t("reports.summary.eyebrow")}
        name={analysis.model.system}
        lead={purpose ?? t("reports.noPurpose")}
        about={t("reports.about", {
          day: analysis.now,
          team: team === undefined ? t("reports.noTeam") : t("reports.team", { team }),
          knowledge: analysis.knowledge.version,
          method: methodOf(analysis.model.method).title,
        })}
      />
      <p className="max-w-[62ch] border-l-3 border-accent pl-3 text-lg leading-7" data-verdict="">
        {t("reports.summary.verdict", {
          open: summary.open,
          openRisk: riskText(summary.openRisk),
          asked: summary.asked,
          hidden: riskText(summary.hiddenRisk),
        })}{" "}
        {critical.open + critical.asked > 0
          ? t("reports.summary.critical", { open: critical.open, asked: critical.asked })
          : t("reports.summary.noCritical")}
      </p>
      <SummaryStanding view={view} />
      <Legend />
      <SummaryRisk view={view} />
      <SummaryDiagram view={view} />
      <SummaryDoing view={view} />
      <SummaryAbout view={view} />
      <Part title={t("reports.summary.gates")} className="keep">
        <ul className="flex flex-col gap-1 text-sm">
          {analysis.gates.map(({ id, holds, why }) => (
            <li key={id} className="flex items-start gap-2">
              <span className="mt-0.5">
                <CertaintyMark certainty={holds ? "solid" : "struck"} label="" />
              </span>
              <span>
                <strong className="font-medium">
                  {t(holds ? "reports.summary.holdsGate" : "reports.summary.failsGate")}
                </strong>{" "}
                {why}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("reports.summary.method")} className="keep">
        <ul className="flex list-disc flex-col gap-1 pl-5 text-xs text-soft">
          {methodNotes(view).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Part>
    </>
  );
}
