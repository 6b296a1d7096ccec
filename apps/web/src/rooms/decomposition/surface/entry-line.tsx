// A row of the surface: the entry point with what is known of it, and its cell for each role.
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { useSelect, useSelection } from "../../../data/selection.ts";
import { CertaintyMark } from "../../../kit/certainty.tsx";
import type { Unreviewed } from "../review/review-standing.ts";
import { Authentication } from "./authentication.tsx";
import type { EntryRow } from "./inventory.ts";
import type { Matrix, MatrixCell } from "./matrix.ts";
import { columnsOf, wideOnly } from "./table-head.tsx";
import type { Cells } from "./use-cells.ts";

interface EntryLineProps {
  readonly row: EntryRow;
  /** Its number among the rows. */
  readonly at: number;
  readonly place: React.CSSProperties;
  readonly matrix: Matrix;
  readonly cells: Cells;
  readonly unreviewed: Unreviewed["how"] | undefined;
  /** The element that offers it. */
  readonly on: string | undefined;
}

export function EntryLine({ row, at, place, matrix, cells, unreviewed, on }: EntryLineProps) {
  const { t } = useTranslation();
  const selected = useSelection()?.id === row.id;
  return (
    <tr
      aria-rowindex={at + 2}
      className={clsx(columnsOf(matrix), "absolute min-w-full border-b border-line", selected && "bg-accent-soft")}
      style={place}
    >
      <NameCell row={row} on={on} unreviewed={unreviewed} selected={selected} />
      <td className={`${wideOnly} items-center`}>
        <Authentication row={row} />
      </td>
      <td className={`${wideOnly} items-center justify-end px-2 text-sm`}>{row.weight}</td>
      <td
        className={`${wideOnly} items-center justify-end px-2 text-sm`}
        title={t("surface.threatCounts", { open: row.open, asked: row.asked })}
      >
        {row.open} · <span className="text-soft">{row.asked}</span>
      </td>
      {matrix.roles.map((role, column) => {
        const cell = matrix.cell(row.id, role.id);
        return cell ? (
          <AccessCell
            key={role.id}
            cell={cell}
            label={(value) => t("surface.matrix.cell", { entry: row.title, role: role.title, value })}
            place={{ row: at, column }}
            cells={cells}
          />
        ) : (
          <td key={role.id} />
        );
      })}
    </tr>
  );
}

type NameCellProps = Pick<EntryLineProps, "row" | "on" | "unreviewed"> & { readonly selected: boolean };

function NameCell({ row, on, unreviewed, selected }: NameCellProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const where = [on, t(`surface.kind.${row.kind}`), row.at].filter(Boolean).join(" · ");
  return (
    <th
      scope="row"
      className={clsx(
        "sticky left-0 z-10 flex min-w-0 items-center gap-2 px-3 text-left font-normal",
        selected ? "bg-accent-soft" : "bg-surface",
      )}
    >
      <CertaintyMark certainty={row.certainty} {...(!row.declared && { label: t("surface.sourceOnly") })} />
      <span className="min-w-0">
        <span className="flex items-center gap-1.5">
          <button
            type="button"
            dir="auto"
            title={row.title}
            className="truncate text-left text-sm font-medium leading-5 hover:underline"
            onClick={() => select({ kind: "entry-point", id: row.id })}
          >
            {row.title}
          </button>
          {row.privileged && (
            <abbr
              title={t("surface.privileged")}
              className="shrink-0 rounded border border-current px-1 text-2xs leading-4 text-soft no-underline"
            >
              ×2
            </abbr>
          )}
          {unreviewed && (
            <span
              title={t(`surface.review.mark.${unreviewed}`)}
              className="shrink-0 rounded bg-accent-soft px-1 text-2xs leading-4 text-accent"
            >
              {t(`surface.review.how.${unreviewed}`)}
            </span>
          )}
        </span>
        <span className="block truncate text-2xs leading-4 text-faint" dir="auto" title={where}>
          {where}
        </span>
      </span>
    </th>
  );
}

interface AccessCellProps {
  readonly cell: MatrixCell;
  readonly label: (value: string) => string;
  readonly place: { readonly row: number; readonly column: number };
  readonly cells: Cells;
}

function AccessCell({ cell, label, place, cells }: AccessCellProps) {
  const { t } = useTranslation();
  const { access, condition = "", certainty } = cell;
  const here = cells.at.row === place.row && cells.at.column === place.column;
  const said =
    access === "when"
      ? t("surface.matrix.whenSays", { condition })
      : t(access === "unknown" ? "surface.matrix.isUnknown" : `surface.matrix.${access}`);
  return (
    <td className="flex border-l border-line">
      <button
        type="button"
        tabIndex={here ? 0 : -1}
        data-cell={`${place.row}:${place.column}`}
        aria-label={label(said)}
        title={said}
        onFocus={() => cells.enter(place)}
        onClick={({ currentTarget }) => cells.open(place, currentTarget)}
        className={clsx(
          "flex min-w-0 flex-1 items-center justify-center gap-1.5 text-sm hover:bg-sunken",
          access === "no" && "text-faint",
          access === "unknown" && "hatched text-soft",
          (access === "yes" || access === "when") && "font-medium",
        )}
      >
        {access !== "unknown" && <CertaintyMark certainty={certainty} label="" />}
        {t(`surface.matrix.${access}`)}
      </button>
    </td>
  );
}
