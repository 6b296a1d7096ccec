// The names of the table's columns; it stays in view.
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import type { Matrix } from "./matrix.ts";

/** The columns of head and rows: the name, what is known of it where there is room, a cell per role. */
export function columnsOf(matrix: Matrix): string {
  return matrix.roles.length === 0
    ? "grid grid-cols-[minmax(11rem,1fr)] @2xl:grid-cols-[minmax(14rem,1fr)_9rem_4rem_5rem] @5xl:grid-cols-[minmax(14rem,1fr)_14rem_4rem_5rem]"
    : "grid grid-cols-[minmax(9.5rem,1fr)_repeat(var(--roles),4.75rem)] @2xl:grid-cols-[minmax(12rem,1fr)_7.5rem_3.75rem_3.75rem_repeat(var(--roles),4.75rem)] @5xl:grid-cols-[minmax(12rem,1fr)_12rem_3.75rem_3.75rem_repeat(var(--roles),4.75rem)]";
}

/** A column for which narrow tables have no room. */
export const wideOnly = "hidden @2xl:flex";

export function TableHead({ matrix }: { readonly matrix: Matrix }) {
  const { t } = useTranslation();
  const select = useSelect();
  return (
    <thead className="sticky top-0 z-20 block min-w-max border-b border-line bg-surface">
      <tr className={`${columnsOf(matrix)} min-w-full items-end text-xs text-soft`}>
        <th scope="col" className="sticky left-0 z-10 bg-surface px-3 py-1.5 text-left font-normal">
          {t("surface.head.entryPoint")}
        </th>
        <th scope="col" className={`${wideOnly} font-normal px-2 py-1.5`}>
          {t("surface.head.authentication")}
        </th>
        <th scope="col" className={`${wideOnly} font-normal justify-end px-2 py-1.5`}>
          {t("surface.head.weight")}
        </th>
        <th scope="col" className={`${wideOnly} font-normal justify-end px-2 py-1.5`}>
          {t("surface.head.threats")}
        </th>
        {matrix.roles.map(({ id, title, privileged }) => (
          <th key={id} scope="col" className="min-w-0 px-1 py-1.5 text-center font-normal">
            <button
              type="button"
              dir="auto"
              title={privileged ? `${title} (${t("surface.matrix.privilegedRole")})` : title}
              className="line-clamp-2 w-full leading-4 hover:underline"
              onClick={() => select({ kind: "role", id })}
            >
              {title}
              {privileged && <span aria-hidden="true"> ▴</span>}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
