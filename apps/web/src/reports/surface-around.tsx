// What lies round the entry points: attackers, dependencies, segments, and what could be taken away.
import type { Analysis } from "@parapet/core";
import type { ReportView } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { Part, Table } from "./parts.tsx";

type Surface = Analysis["surface"];

export function SurfaceAround({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const { attackers, dependencies, segments, reductions } = view.analysis.surface;
  const names = (ids: readonly string[], none: string) => ids.map(view.title).join(", ") || none;
  const none = t("reports.none");
  const roles = (ids: readonly string[]) =>
    ids.map((role) => view.title(`role:${role}`).replace(/^role:/, "")).join(", ") || t("reports.surface.nobodyKnown");
  return (
    <>
      {reductions.length > 0 && (
        <Part title={t("reports.surface.reductions")}>
          <Table
            label={t("reports.surface.reductions")}
            rows={reductions}
            keyOf={({ id }: Surface["reductions"][number]) => id}
            columns={[
              { title: t("reports.surface.reduction"), cell: ({ say }) => say },
              { title: t("reports.surface.removes"), number: true, cell: ({ removes }) => removes },
              { title: t("reports.surface.loses"), cell: ({ loses }) => roles(loses) },
            ]}
          />
        </Part>
      )}
      {dependencies.length > 0 && (
        <Part title={t("reports.surface.dependencies")}>
          <Table
            label={t("reports.surface.dependencies")}
            rows={dependencies}
            keyOf={({ id }: Surface["dependencies"][number]) => id}
            columns={[
              { title: t("reports.surface.dependency"), cell: ({ title }) => title },
              { title: t("reports.surface.kind"), cell: ({ kind }) => kind.replaceAll("-", " ") },
              { title: t("reports.surface.usedBy"), cell: ({ usedBy }) => names(usedBy, t("reports.unknown")) },
              {
                title: t("reports.surface.receives"),
                cell: ({ carries }) => names(carries, t("reports.surface.nothingKnown")),
              },
            ]}
          />
        </Part>
      )}
      {segments.length > 0 && (
        <Part title={t("reports.surface.segments")}>
          <Table
            label={t("reports.surface.segments")}
            rows={segments}
            keyOf={({ zone }: Surface["segments"][number]) => zone}
            columns={[
              { title: t("reports.surface.segment"), cell: ({ zone }) => view.title(zone) },
              { title: t("reports.surface.allows"), cell: ({ allows }) => names(allows, none) },
              { title: t("reports.surface.crossedBy"), cell: ({ crossedBy }) => names(crossedBy, none) },
              {
                title: t("reports.surface.notAllowed"),
                cell: ({ notAllowed }) => <strong className="font-semibold">{names(notAllowed, none)}</strong>,
              },
            ]}
          />
        </Part>
      )}
      {attackers.length > 0 && (
        <Part title={t("reports.surface.attackers")}>
          <Table
            label={t("reports.surface.attackers")}
            rows={attackers}
            keyOf={({ id }: Surface["attackers"][number]) => id}
            columns={[
              { title: t("reports.surface.attacker"), cell: ({ title }) => title },
              {
                title: t("reports.surface.starts"),
                cell: ({ starts }) => (starts === undefined ? t("reports.unknown") : view.title(starts)),
              },
              {
                title: t("reports.surface.capability"),
                cell: ({ capability }) => capability?.replaceAll("-", " ") ?? t("reports.unknown"),
              },
              { title: t("reports.surface.meets"), cell: ({ meets }) => names(meets, none) },
            ]}
          />
        </Part>
      )}
    </>
  );
}
