// The attack surface on paper: entry points by exposure, who reaches what, what others make, and what could go.
import { exposures, methodOf, nameOfValue, type SurfaceEntry } from "@parapet/core";
import { entryPointsInOrder, type ReportView } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { AccessTable } from "./access-table.tsx";
import { type Column, Legend, Part, Table, Title } from "./parts.tsx";
import { SurfaceAround } from "./surface-around.tsx";

export function SurfaceReport({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const { analysis, document } = view;
  const { entryPoints, score } = analysis.surface;
  const entries = entryPointsInOrder(view);
  const { team } = document.model.scope ?? {};
  const columns = useColumns(view);
  return (
    <>
      <Title
        eyebrow={t("reports.surface.eyebrow")}
        name={analysis.model.system}
        lead={`${t("reports.surface.sentence", { count: entryPoints.length, score })} ${t("reports.surface.note")}`}
        about={t("reports.about", {
          day: analysis.now,
          team: team === undefined ? t("reports.noTeam") : t("reports.team", { team }),
          knowledge: analysis.knowledge.version,
          method: methodOf(analysis.model.method).title,
        })}
      />
      <Legend />
      {exposures.map((exposure) => {
        const some = entries.filter((entry) => entry.exposure === exposure);
        const weight = some.reduce((sum, entry) => sum + entry.weight, 0);
        return (
          <Part
            key={exposure}
            title={t(`reports.surface.exposure.${exposure}`)}
            note={t("reports.surface.weights", { count: some.length, weight })}
          >
            {some.length > 0 && (
              <Table
                label={t(`reports.surface.exposure.${exposure}`)}
                columns={columns}
                rows={some}
                keyOf={({ id }: SurfaceEntry) => id}
              />
            )}
          </Part>
        );
      })}
      <AccessTable view={view} />
      <SurfaceAround view={view} />
    </>
  );
}

function useColumns({ title, knowledge }: ReportView): readonly Column<SurfaceEntry>[] {
  const { t } = useTranslation();
  return [
    {
      title: t("reports.surface.entry"),
      cell: ({ title: name, privileged }) => (
        <>
          {name} {privileged && <span className="text-xs font-medium">({t("reports.surface.privileged")})</span>}
        </>
      ),
    },
    { title: t("reports.surface.on"), cell: ({ on }) => (on === "" ? t("reports.unknown") : title(on)) },
    { title: t("reports.surface.kind"), cell: ({ kind }) => kind.replaceAll("-", " ") },
    { title: t("reports.surface.at"), cell: ({ at }) => at && <code className="font-mono text-xs">{at}</code> },
    {
      title: t("reports.surface.authentication"),
      cell: ({ authentication }) =>
        authentication === "unknown" ? t("reports.unknown") : nameOfValue(knowledge, "authentication", authentication),
    },
    { title: t("reports.surface.weight"), number: true, cell: ({ weight }) => weight },
    {
      title: t("reports.surface.stated"),
      cell: ({ declared }) => t(declared ? "reports.surface.people" : "reports.surface.source"),
    },
  ];
}
