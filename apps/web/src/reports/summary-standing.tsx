// Where it stands: five figures, the top risks, and what should happen next. Open never stands without asked.
import { nextSteps, type ReportView, riskText, topRisks } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { type Certainty, CertaintyMark } from "../kit/certainty.tsx";
import { StatusChip, TierChip } from "../kit/chips.tsx";
import { Part } from "./parts.tsx";

const shownRisks = 6;

export function SummaryStanding({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const { summary: s } = view.analysis;
  const figures: readonly (readonly ["open" | "asked" | "claimed" | "addressed" | "accepted", Certainty, string])[] = [
    ["open", "solid", riskText(s.openRisk)],
    ["asked", "hatched", riskText(s.hiddenRisk)],
    ["claimed", "hollow", ""],
    ["addressed", "solid", ""],
    ["accepted", "hollow", ""],
  ];
  return (
    <>
      <dl className="keep grid grid-cols-2 gap-x-6 gap-y-3 border-y border-line py-3 sm:grid-cols-5 print:grid-cols-5">
        {figures.map(([name, certainty, risk]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-xs text-soft">
              <span className="flex items-center gap-1 font-medium text-ink">
                <CertaintyMark certainty={certainty} label="" /> {t(`reports.summary.figure.${name}`)}
              </span>
              {t(`reports.summary.figureNote.${name}`, { risk })}
            </dt>
            <dd className="text-2xl font-semibold">{s[name]}</dd>
          </div>
        ))}
      </dl>
      <TopRisks view={view} />
      <NextSteps view={view} />
    </>
  );
}

function TopRisks({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const { open, asked } = view.analysis.summary;
  const top = topRisks(view, shownRisks);
  const note =
    top.length === 0
      ? t("reports.summary.noRisks", { asked })
      : t("reports.summary.risksNote", { shown: top.length, open, asked });
  return (
    <Part title={t("reports.summary.risks")} note={note}>
      <ol className="divide-y divide-line border-y border-line">
        {top.map(({ id, tier, title, subject, current, target, status, strength, owner, due }) => (
          <li key={id} className="flex items-start gap-3 py-1.5 text-sm">
            <TierChip tier={tier} />
            <div className="min-w-0 flex-1">
              <p className="font-medium" dir="auto">
                {title}
              </p>
              <p className="flex flex-wrap gap-x-4 text-xs text-soft">
                <span dir="auto">{view.title(subject)}</span>
                <span>
                  {target < current
                    ? t("reports.summary.falls", { risk: riskText(current), target: riskText(target) })
                    : t("reports.summary.risk", { risk: riskText(current) })}
                </span>
                <StatusChip status={status} strength={strength} />
                <span>
                  {owner === undefined
                    ? t("reports.nobody")
                    : t("reports.summary.owner", {
                        owner: view.person(owner),
                        due: due === undefined ? t("reports.summary.noDate") : t("reports.summary.due", { date: due }),
                      })}
                </span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function NextSteps({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const steps = nextSteps(view);
  return (
    <Part title={t("reports.summary.next")} className="keep">
      {steps.length === 0 && <p className="text-sm text-soft">{t("reports.summary.noNext")}</p>}
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-sm">
        {steps.map(({ id, say, from, risk }) => (
          <li key={id}>
            <span dir="auto">{say}</span>{" "}
            <span className="text-xs text-soft">
              {t("reports.summary.from", { from })}
              {risk > 0 && `, ${t("reports.summary.risk", { risk: riskText(risk) })}`}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
