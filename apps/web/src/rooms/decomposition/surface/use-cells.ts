// The keyboard of the matrix: one cell takes the focus, arrows move it, and a letter answers it.
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, send } from "../../../data/workbench.ts";
import type { OpenCell } from "./cell-popover.tsx";
import type { EntryRow } from "./inventory.ts";
import {
  answerCells,
  answerOfKey,
  type CellAnswer,
  type Matrix,
  type MatrixCell,
  restOfRow,
  stepped,
} from "./matrix.ts";

export interface Cells {
  /** The place that the Tab key leads to. */
  readonly at: Place;
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
  /** Opens the answers of a cell at its button. */
  readonly open: (place: Place, button: HTMLElement) => void;
  readonly enter: (place: Place) => void;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

interface CellsParts {
  readonly matrix: Matrix;
  readonly entries: readonly EntryRow[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Brings a row into view. */
  readonly show: (row: number) => void;
  readonly open: (cell: OpenCell) => void;
}

export function useCells({ matrix, entries, scroller, show, open }: CellsParts): Cells {
  const answer = useAnswer();
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const cellAt = ({ row, column }: Place) => {
    const entry = entries[row];
    const role = matrix.roles[column];
    return entry && role && { entry, role, cell: matrix.cell(entry.id, role.id) };
  };
  const openAt = (place: Place, button: HTMLElement) => {
    const found = cellAt(place);
    if (found?.cell) open({ entry: found.entry, role: found.role, cell: found.cell, button });
  };
  const focus = (place: Place) => {
    setAt(place);
    show(place.row);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const place = placeOf(event.target as HTMLElement);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepped(event.key, place, { rows: entries.length, columns: matrix.roles.length });
    const said = answerOfKey(event.key);
    if (!next && !said) return;
    event.preventDefault();
    event.stopPropagation();
    if (next) return focus(next);
    const found = cellAt(place);
    if (!found?.cell || !said) return;
    if (said === "when") return openAt(place, event.target as HTMLElement);
    const cells = event.shiftKey && said !== "unknown" ? restOfRow(matrix, found.entry.id) : [found.cell];
    void answer(cells.length > 0 ? cells : [found.cell], said, { entry: found.entry.title, role: found.role.title });
  };
  return { at, onKeyDown, open: openAt, enter: setAt };
}

/** Answers cells, with a title that says what was answered. */
export function useAnswer() {
  const { t } = useTranslation();
  return (
    cells: readonly MatrixCell[],
    answer: CellAnswer,
    names: { readonly entry: string; readonly role: string },
  ) => {
    const value =
      typeof answer === "object"
        ? t("surface.matrix.whenSays", { condition: answer.when })
        : answer === "unknown"
          ? t("surface.matrix.isUnknown")
          : t(`surface.matrix.${answer}`);
    const title =
      cells.length === 1
        ? t("surface.matrix.did", { ...names, value })
        : t("surface.matrix.didMany", { count: cells.length, value });
    return send(title, ...answerCells(cells, answer).map(({ name, input }) => call(name, input)));
  };
}

function placeOf({ dataset: { cell } }: HTMLElement): Place | undefined {
  const [row, column] = (cell ?? "").split(":").map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}
