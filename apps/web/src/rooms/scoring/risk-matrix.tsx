// The risk matrix: sixteen cells with a dot per threat. A dot is dragged to another cell, or moved with Shift and an arrow; both ask why.
import type { Cell, Threat } from "@parapet/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useSelect, useSelection } from "../../data/selection.ts";
import { Section } from "../../kit/layout.tsx";
import { type CellOf, sameCell } from "./backlog.ts";
import { bandName } from "./band-name.ts";
import { DotCell } from "./dot-cell.tsx";
import { dotAt, dotsOf } from "./dots.ts";
import { bandNumbers, bandRange, cellKey, matrixOf, neighbour } from "./matrix.ts";
import { type MatrixSight, Sights } from "./sights.tsx";
import { useDotDrag } from "./use-dot-drag.ts";

export interface RiskMatrixProps {
  readonly threats: readonly Threat[];
  readonly sight: MatrixSight;
  readonly look: (sight: MatrixSight) => void;
  readonly cellOf: CellOf;
  readonly chosen: Cell | undefined;
  readonly choose: (cell: Cell | undefined) => void;
  /** Somebody wants a threat in another cell. */
  readonly moved: (threat: Threat, cell: Cell) => void;
}

export function RiskMatrix({ threats, sight, look, cellOf, chosen, choose, moved }: RiskMatrixProps) {
  const { t } = useTranslation();
  const selection = useSelection();
  const select = useSelect();
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState<string>();
  const move = (id: string, cell: Cell | undefined) => {
    const threat = threats.find((one) => one.id === id);
    if (threat && cell && !sameCell(cellOf(threat), cell)) moved(threat, cell);
  };
  const drag = useDotDrag(move);
  const fresh = useMemo(
    () => dotsOf(matrixOf(threats, cellOf), selection?.id ?? focus),
    [threats, cellOf, selection?.id, focus],
  );
  // What others change meanwhile waits until the dot is dropped.
  const held = useRef(fresh);
  if (drag.id === undefined) held.current = fresh;
  const matrix = held.current;
  const all = matrix.flatMap((row) => row.flatMap(({ dots }) => dots.map(({ id }) => id)));
  const tabbed = focus !== undefined && all.includes(focus) ? focus : all[0];
  const pressed = (event: KeyboardEvent, id: string) => {
    if (event.shiftKey && event.key.startsWith("Arrow")) {
      event.preventDefault();
      const threat = threats.find((one) => one.id === id);
      if (threat) move(id, neighbour(cellOf(threat), event.key));
      return;
    }
    const to = dotAt(matrix, id, event.key);
    if (to === undefined) return;
    event.preventDefault();
    // Drawn at once: the next key finds the focus where this one has put it.
    flushSync(() => setFocus(to));
    table.current?.querySelector<HTMLElement>(`[data-dot="${to}"]`)?.focus();
  };
  return (
    <Section title={t("scoring.matrix.title")} note={<Sights sight={sight} look={look} />}>
      <p className="mb-1 text-xs text-faint">{t(`scoring.matrix.note.${sight}`)}</p>
      <table ref={table} className="w-full table-fixed border-separate border-spacing-1 text-xs">
        <colgroup>
          <col className="w-18" />
          {bandNumbers.map((band) => (
            <col key={band} />
          ))}
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th>{t("scoring.matrix.impact")}</th>
            {bandNumbers.map((band) => (
              <th key={band} scope="col">
                {t("scoring.matrix.likelihood")} {bandName(t, band)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map((row) => (
            <tr key={row[0]?.impact}>
              <BandName band={row[0]?.impact ?? 0} axis="impact" />
              {row.map((cell) => (
                <DotCell
                  key={cellKey(cell)}
                  cell={cell}
                  over={drag.over === cellKey(cell)}
                  chosen={chosen !== undefined && sameCell(chosen, cell)}
                  choose={() => choose(chosen && sameCell(chosen, cell) ? undefined : cell)}
                  tabbed={tabbed}
                  selected={selection?.id}
                  drag={drag}
                  open={(id) => {
                    setFocus(id);
                    select({ kind: "threat", id });
                  }}
                  pressed={pressed}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td />
            {bandNumbers.map((band) => (
              <td key={band} className="pt-0.5 text-center text-2xs text-faint">
                {bandName(t, band)}
                <span className="hidden @sm:inline"> {t("scoring.matrix.range", bandRange(band))}</span>
              </td>
            ))}
          </tr>
          <tr>
            <td />
            <td colSpan={4} className="text-center text-2xs font-medium text-soft">
              {t("scoring.matrix.likelihood")}
            </td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

function BandName({ band, axis }: { readonly band: number; readonly axis: "impact" }) {
  const { t } = useTranslation();
  const name = bandName(t, band);
  return (
    <th
      scope="row"
      className="pr-1 text-right align-middle text-2xs font-normal text-faint"
      aria-label={`${t(`scoring.matrix.${axis}`)} ${name}`}
    >
      {band === bandNumbers.at(-1) && (
        <span className="block font-medium text-soft">{t(`scoring.matrix.${axis}`)}</span>
      )}
      {name}
      <span className="block">{t("scoring.matrix.range", bandRange(band))}</span>
    </th>
  );
}
