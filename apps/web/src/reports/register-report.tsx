// The register on paper: open and asked first, then what stands on somebody's word; what is settled when it is wanted.
import { factInWords, methodOf, type Threat } from "@parapet/core";
import { type ReportView, riskText } from "@parapet/reports";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { StatusChip, StrideChip, TierChip } from "../kit/chips.tsx";
import { type Column, Legend, Part, Table, Title } from "./parts.tsx";
import { livePlaces, type RegisterPart, registerParts, registerPlaces } from "./register-parts.ts";

export function RegisterReport({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const [settled, setSettled] = useState(false);
  const { analysis, document, threats } = view;
  const parts = useMemo(() => registerParts(threats, settled ? registerPlaces : livePlaces), [threats, settled]);
  const { team } = document.model.scope ?? {};
  return (
    <>
      <Title
        eyebrow={t("reports.register.eyebrow")}
        name={analysis.model.system}
        lead={t("reports.register.lead")}
        about={t("reports.about", {
          day: analysis.now,
          team: team === undefined ? t("reports.noTeam") : t("reports.team", { team }),
          knowledge: analysis.knowledge.version,
          method: methodOf(analysis.model.method).title,
        })}
      />
      <label className="flex items-center gap-2 text-sm print:hidden">
        <input type="checkbox" checked={settled} onChange={({ target }) => setSettled(target.checked)} />
        {t("reports.register.settled")}
      </label>
      <Legend />
      {parts.map((part) => (
        <Threats key={part.place} part={part} view={view} />
      ))}
    </>
  );
}

function Threats({ part: { place, threats, risk }, view }: { readonly part: RegisterPart; readonly view: ReportView }) {
  const { t } = useTranslation();
  const columns = useColumns(view);
  return (
    <Part
      title={`${t(`reports.register.part.${place}`)}: ${t("reports.register.sum", { count: threats.length, risk: riskText(risk) })}`}
      note={t(`reports.register.note.${place}`)}
    >
      {threats.length === 0 ? (
        <p className="text-sm text-soft">{t("reports.register.empty")}</p>
      ) : (
        <Table
          label={t(`reports.register.part.${place}`)}
          columns={columns}
          rows={threats}
          keyOf={({ id }: Threat) => id}
        />
      )}
    </Part>
  );
}

function useColumns({ title, person }: ReportView): readonly Column<Threat>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("reports.register.threat"),
      cell: ({ tier, title: name, categories, id }) => (
        <span className="flex items-start gap-2">
          <TierChip tier={tier} />
          <span className="min-w-0">
            {name} <span className="block font-mono text-2xs text-faint">{id}</span>
            <span className="mt-0.5 flex gap-1">
              {categories.map((category) => (
                <StrideChip key={category} category={category} />
              ))}
            </span>
          </span>
        </span>
      ),
    },
    {
      title: t("reports.register.why"),
      cell: ({ because }) =>
        because
          .filter(({ from }) => from !== "derived")
          .map(({ fact, of, value }) => `${factInWords(fact, of && title(of))}: ${value}`)
          .join("; "),
    },
    {
      title: t("reports.register.status"),
      cell: ({ status, strength }) => <StatusChip status={status} strength={strength} />,
    },
    { title: t("reports.register.risk"), number: true, cell: ({ current }) => riskText(current) },
    {
      title: t("reports.register.then"),
      number: true,
      cell: ({ target, current }) => (target < current ? riskText(target) : ""),
    },
    {
      title: t("reports.register.owner"),
      cell: ({ owner, due }) => (
        <>
          {owner === undefined ? t("reports.nobody") : person(owner)}
          {due && <span className="block whitespace-nowrap text-xs text-soft">{due}</span>}
        </>
      ),
    },
  ];
}
