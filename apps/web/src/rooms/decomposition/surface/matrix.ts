// The access matrix: who may come in where, and how a cell is answered.
import { type AccessCell, type CommandCall, type Document, effective } from "@parapet/core";
import type { Certainty } from "../../../kit/certainty.tsx";

/** A cell with how sure it is. */
export interface MatrixCell extends AccessCell {
  readonly certainty: Certainty;
}

export interface Matrix {
  readonly roles: readonly MatrixRole[];
  readonly cell: (entryPoint: string, role: string) => MatrixCell | undefined;
  readonly known: number;
  readonly total: number;
}

export interface MatrixRole {
  readonly id: string;
  readonly title: string;
  readonly privileged: boolean;
}

/** What a cell may be answered. */
export type CellAnswer = "yes" | "no" | "unknown" | { readonly when: string };

/** The matrix of these entry points, as the document says it now: ordinary roles first, then those that can do more, each by id. */
export function matrixOf(entryPoints: readonly { readonly id: string }[], document: Document): Matrix {
  const laid = effective(document);
  const roles = [...laid.roles].map(([id, { value }]) => ({
    id,
    title: value.title ?? id,
    privileged: value.privileged === "yes",
  }));
  const cells = new Map<string, MatrixCell>();
  for (const { id } of entryPoints) {
    const entry = laid.entryPoints.get(id);
    for (const { id: role } of entry ? roles : []) {
      const byPeople = entry?.declared?.access?.[role] !== undefined;
      cells.set(keyOf(id, role), cellOf(id, role, entry?.value.access?.[role], byPeople));
    }
  }
  return {
    roles: [...roles.filter(({ privileged }) => !privileged), ...roles.filter(({ privileged }) => privileged)],
    cell: (entryPoint, role) => cells.get(keyOf(entryPoint, role)),
    known: [...cells.values()].filter(({ access }) => access !== "unknown").length,
    total: cells.size,
  };
}

function cellOf(entryPoint: string, role: string, stated: CellAnswer | undefined, byPeople: boolean): MatrixCell {
  if (stated === undefined || stated === "unknown")
    return { entryPoint, role, access: "unknown", certainty: "hatched" };
  const certainty = byPeople ? "hollow" : "solid";
  if (typeof stated === "object") return { entryPoint, role, access: "when", condition: stated.when, certainty };
  return { entryPoint, role, access: stated, certainty };
}

function keyOf(entryPoint: string, role: string): string {
  return `${role}@${entryPoint}`;
}

/**
 * The commands that answer cells. An unknown one is a question: its answer voids no review of the surface. What is known already is
 * set, which does.
 */
export function answerCells(cells: readonly AccessCell[], answer: CellAnswer): readonly CommandCall[] {
  const gaps = cells.filter(({ access }) => access === "unknown");
  const known = cells.filter(({ access }) => access !== "unknown");
  const ids = gaps.map(({ role, entryPoint }) => `access-${role}@${entryPoint}`);
  const said = typeof answer === "object" ? { value: "when", when: answer.when } : { value: answer };
  return [
    ...(ids.length === 0 || answer === "unknown" ? [] : [{ name: "answer-question", input: { ids, ...said } }]),
    ...known.map(({ role, entryPoint }) => ({
      name: "set-field",
      input: { id: entryPoint, field: `access.${role}`, value: answer },
    })),
  ];
}

/** The cells that a key pressed with Shift answers: every unknown one of the same entry point. */
export function restOfRow(matrix: Matrix, entryPoint: string): readonly MatrixCell[] {
  return unknownOf(matrix.roles.map(({ id }) => matrix.cell(entryPoint, id)));
}

/** Every unknown cell of a role at these entry points. */
export function restOfColumn(matrix: Matrix, role: string, entryPoints: readonly string[]): readonly MatrixCell[] {
  return unknownOf(entryPoints.map((id) => matrix.cell(id, role)));
}

function unknownOf(cells: readonly (MatrixCell | undefined)[]): readonly MatrixCell[] {
  return cells.flatMap((cell) => (cell?.access === "unknown" ? [cell] : []));
}

const letters: Readonly<Record<string, "yes" | "no" | "when" | "unknown">> = {
  y: "yes",
  n: "no",
  w: "when",
  "?": "unknown",
};

/** The answer that a key stands for. */
export function answerOfKey(key: string): "yes" | "no" | "when" | "unknown" | undefined {
  const letter = key.toLowerCase();
  return Object.hasOwn(letters, letter) ? letters[letter] : undefined;
}

/** The place that an arrow key leads to, within the table. */
export function stepped(
  key: string,
  { row, column }: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } | undefined {
  const [down, right] = steps[key] ?? [];
  if (down === undefined || right === undefined) return undefined;
  const clamp = (at: number, most: number) => Math.max(0, Math.min(most - 1, at));
  return { row: clamp(row + down, size.rows), column: clamp(column + right, size.columns) };
}

const far = 1e6;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -far],
  End: [0, far],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};
