// What is done about it, by control; and what is let stand, by whom and until when.
import type { AcceptanceView } from "@parapet/core";
import { byControl, type ControlRow, type ReportView, riskText } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { CertaintyMark } from "../kit/certainty.tsx";
import { TierChip } from "../kit/chips.tsx";
import { Part, Table } from "./parts.tsx";

const shownControls = 12;
const shownNames = 3;

export function SummaryDoing({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const chosen = byControl(view.specifications.filter(({ state }) => state !== "proposed")).slice(0, shownControls);
  const { acceptances } = view.analysis;
  return (
    <>
      <Part
        title={t("reports.summary.controls")}
        note={t(chosen.length === 0 ? "reports.summary.noControls" : "reports.summary.controlsNote")}
      >
        {chosen.length > 0 && <Controls rows={chosen} />}
      </Part>
      <Part
        title={t("reports.summary.accepted")}
        note={acceptances.length === 0 ? t("reports.summary.noAccepted") : undefined}
      >
        {acceptances.length > 0 && <Acceptances view={view} />}
      </Part>
    </>
  );
}

function Controls({ rows }: { readonly rows: readonly ControlRow[] }) {
  const { t } = useTranslation();
  const names = (where: readonly string[]): string =>
    where.length > shownNames + 1
      ? t("reports.summary.more", {
          names: where.slice(0, shownNames).join(", "),
          count: where.length - shownNames,
        })
      : where.join(", ");
  return (
    <Table
      label={t("reports.summary.controls")}
      rows={rows}
      keyOf={({ title }: ControlRow) => title}
      columns={[
        { title: t("reports.summary.control"), cell: ({ title }) => title },
        { title: t("reports.summary.where"), cell: ({ where }) => names(where) },
        { title: t("reports.summary.threats"), number: true, cell: ({ threats }) => threats },
        { title: t("reports.summary.now"), number: true, cell: ({ current }) => riskText(current) },
        { title: t("reports.summary.then"), number: true, cell: ({ target }) => riskText(target) },
        { title: t("reports.summary.state"), cell: ({ states }) => <States states={states} /> },
      ]}
    />
  );
}

function States({ states }: Pick<ControlRow, "states">) {
  return (
    <span className="flex flex-col">
      {Object.entries(states).map(([state, count]) => (
        <span key={state} className="flex items-center gap-1 whitespace-nowrap">
          <CertaintyMark
            certainty={state === "verified" ? "solid" : state === "failed" ? "struck" : "hollow"}
            label=""
          />
          {state}
          {count > 1 && ` × ${count}`}
        </span>
      ))}
    </span>
  );
}

function Acceptances({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  return (
    <Table
      label={t("reports.summary.accepted")}
      rows={view.analysis.acceptances}
      keyOf={({ threat }: AcceptanceView) => threat}
      columns={[
        {
          title: t("reports.summary.threat"),
          cell: ({ threat, tier }) => (
            <span className="flex items-start gap-2">
              <TierChip tier={tier} />
              <span className="min-w-0">{view.threat(threat)?.title ?? threat}</span>
            </span>
          ),
        },
        {
          title: t("reports.summary.state"),
          cell: ({ state }) => (
            <span className="flex items-center gap-1 whitespace-nowrap">
              <CertaintyMark
                certainty={state === "in-force" ? "solid" : state === "expired" ? "struck" : "hollow"}
                label=""
              />
              {t(`validation.acceptances.state.${state}`)}
            </span>
          ),
        },
        { title: t("reports.summary.acceptedBy"), cell: ({ owner }) => view.person(owner) },
        {
          title: t("reports.summary.approvedBy"),
          cell: ({ approvedBy }) => (approvedBy === undefined ? t("reports.nobody") : view.person(approvedBy)),
        },
        {
          title: t("reports.summary.review"),
          cell: ({ review }) => <span className="whitespace-nowrap">{review}</span>,
        },
        { title: t("reports.summary.because"), cell: ({ why }) => why },
      ]}
    />
  );
}
