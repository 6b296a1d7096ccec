// Inventory and access matrix in one table: a row per entry point, grouped by exposure, and a cell per role. Only the rows in view are there.
import type { Analysis, Document } from "@parapet/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../../data/selection.ts";
import { viewsOf } from "../../../data/views.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { Empty, Section } from "../../../kit/layout.tsx";
import { reviewStanding } from "../review/review-standing.ts";
import { CellPopover, type OpenCell } from "./cell-popover.tsx";
import { EntryLine } from "./entry-line.tsx";
import { type EntryRow, type ExposureGroup, inventoryOf } from "./inventory.ts";
import { matrixOf } from "./matrix.ts";
import { TableHead } from "./table-head.tsx";
import { useCells } from "./use-cells.ts";

type Line =
  | { readonly kind: "group"; readonly group: ExposureGroup }
  | { readonly kind: "entry"; readonly row: EntryRow; readonly at: number };

const heights = { group: 30, entry: 44 };

interface SurfaceTableProps {
  readonly analysis: Analysis;
  readonly document: Document;
}

export function SurfaceTable({ analysis, document }: SurfaceTableProps) {
  const { t } = useTranslation();
  const views = viewsOf(analysis);
  const groups = useMemo(() => inventoryOf(analysis, document, views.on), [analysis, document, views]);
  const matrix = useMemo(() => matrixOf(analysis.surface.entryPoints, document), [analysis, document]);
  const unreviewed = useMemo(
    () => new Map(reviewStanding(document, "surface").unreviewed.map(({ id, how }) => [id, how])),
    [document],
  );
  const reviewed = reviewStanding(document, "surface").last !== undefined;
  const lines = linesOf(groups);
  const entries = lines.flatMap((line) => (line.kind === "entry" ? [line.row] : []));
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => heights[lines[i]?.kind ?? "entry"],
    getItemKey: (i) => keyOf(lines[i] as Line),
    overscan: 12,
  });
  const [open, setOpen] = useState<OpenCell>();
  const cells = useCells({
    matrix,
    entries,
    scroller,
    show: (at) => virtual.scrollToIndex(lines.findIndex((line) => line.kind === "entry" && line.at === at)),
    open: setOpen,
  });
  if (entries.length === 0)
    return (
      <Section title={t("surface.matrix.title")}>
        <Empty>{t("surface.matrix.none")}</Empty>
      </Section>
    );
  return (
    <Section title={t("surface.matrix.title")} note={matrix.roles.length > 0 ? t("surface.matrix.note") : undefined}>
      {matrix.roles.length === 0 && <NoRoles />}
      <div
        ref={scroller}
        className="@container max-h-[calc(100vh-12rem)] overflow-auto rounded-lg border border-line bg-surface"
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of WAI-ARIA, on the elements of a table
          role="grid"
          aria-label={t("surface.matrix.title")}
          aria-rowcount={entries.length + 1}
          className="block min-w-max"
          style={{ "--roles": matrix.roles.length } as React.CSSProperties}
          onKeyDown={cells.onKeyDown}
        >
          <TableHead matrix={matrix} />
          <tbody className="relative block min-w-max" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, key, start, size }) => {
              const line = lines[index] as Line;
              const place = { transform: `translateY(${start}px)`, height: size };
              if (line.kind === "group") return <GroupLine key={key} group={line.group} place={place} />;
              return (
                <EntryLine
                  key={key}
                  row={line.row}
                  at={line.at}
                  place={place}
                  matrix={matrix}
                  cells={cells}
                  unreviewed={reviewed ? unreviewed.get(line.row.id) : undefined}
                  on={line.row.on === "" ? undefined : views.title(line.row.on)}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {open && <CellPopover cell={open} matrix={matrix} entries={entries} close={() => setOpen(undefined)} />}
    </Section>
  );
}

function linesOf(groups: readonly ExposureGroup[]): readonly Line[] {
  let at = 0;
  return groups.flatMap((group): readonly Line[] => [
    { kind: "group", group },
    ...group.rows.map((row): Line => ({ kind: "entry", row, at: at++ })),
  ]);
}

function keyOf(line: Line): string {
  return line.kind === "group" ? `group ${line.group.exposure}` : line.row.id;
}

function GroupLine({ group, place }: { readonly group: ExposureGroup; readonly place: React.CSSProperties }) {
  const { t } = useTranslation();
  return (
    <tr className="absolute inset-x-0 flex items-center border-b border-line bg-sunken" style={place}>
      <th scope="rowgroup" className="sticky left-0 px-3 text-xs font-semibold">
        {t(`surface.exposure.${group.exposure}`)}
        <span className="ml-2 font-normal text-soft">
          {group.rows.length} · {t("surface.head.weight")} {group.weight}
        </span>
      </th>
    </tr>
  );
}

function NoRoles() {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  return (
    <p className="mb-2 text-sm text-soft">
      {t("surface.matrix.noRoles")}{" "}
      <Link className="font-medium text-accent hover:underline" href={`${linkTo(model, "scoping")}#roles`}>
        {t("surface.matrix.roles")}
      </Link>
    </p>
  );
}
