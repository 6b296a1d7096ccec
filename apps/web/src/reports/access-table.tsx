// Who reaches what: entry points by roles. A cell that nobody knows is a question mark, not a no.
import type { AccessCell, SurfaceEntry } from "@parapet/core";
import { cellsByPoint, entryPointsInOrder, type ReportView, rolesOf } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { Part, Table } from "./parts.tsx";

export function AccessTable({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const roles = rolesOf(view);
  const cells = cellsByPoint(view);
  const unknown = view.analysis.surface.access.filter(({ access }) => access === "unknown").length;
  const note =
    roles.length === 0
      ? t("reports.surface.noRoles")
      : unknown === 0
        ? t("reports.surface.known")
        : t("reports.surface.accessNote", { count: unknown });
  const text = (cell: AccessCell | undefined): string => {
    if (!cell || cell.access === "unknown") return "?";
    if (cell.access === "when") return t("reports.surface.when", { condition: cell.condition ?? "" });
    return t(`reports.surface.${cell.access}`);
  };
  return (
    <Part title={t("reports.surface.access")} note={note} className="new-page">
      {roles.length > 0 && (
        <Table
          label={t("reports.surface.access")}
          rows={entryPointsInOrder(view)}
          keyOf={({ id }: SurfaceEntry) => id}
          columns={[
            { title: t("reports.surface.entry"), cell: ({ title }) => title },
            ...roles.map((role) => ({
              title: view.title(`role:${role}`).replace(/^role:/, ""),
              cell: ({ id }: SurfaceEntry) => text(cells.get(id)?.get(role)),
            })),
          ]}
        />
      )}
    </Part>
  );
}
