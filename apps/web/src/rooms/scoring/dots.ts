// Which dots a cell shows, and which one an arrow key leads to.
import type { Threat } from "@parapet/core";
import type { MatrixCell } from "./matrix.ts";

/** So many dots have room in a cell; the others are counted. */
const mostDots = 11;

export type ShownCell = MatrixCell & { readonly dots: readonly Threat[] };

/** The matrix with the dots that are drawn; one that is selected or moved is among them. */
export function dotsOf(
  matrix: readonly (readonly MatrixCell[])[],
  keep: string | undefined,
): readonly (readonly ShownCell[])[] {
  return matrix.map((row) =>
    row.map((cell) => {
      const { threats } = cell;
      const all = threats.length <= mostDots + 1;
      const kept = all ? undefined : threats.slice(mostDots).find(({ id }) => id === keep);
      const first = all ? threats : threats.slice(0, kept ? mostDots - 1 : mostDots);
      return { ...cell, dots: kept ? [...first, kept] : first };
    }),
  );
}

/** The dot that an arrow leads to: the next in reading direction, or the first of the nearest cell above or below that has one. */
export function dotAt(matrix: readonly (readonly ShownCell[])[], from: string, key: string): string | undefined {
  const flat = matrix.flatMap((row) => row.flatMap(({ dots }) => dots.map(({ id }) => id)));
  const at = flat.indexOf(from);
  if (key === "ArrowRight") return flat[at + 1];
  if (key === "ArrowLeft") return flat[at - 1];
  if (key === "Home") return flat[0];
  if (key === "End") return flat.at(-1);
  const row = matrix.findIndex((cells) => cells.some(({ dots }) => dots.some(({ id }) => id === from)));
  const column = matrix[row]?.findIndex(({ dots }) => dots.some(({ id }) => id === from)) ?? -1;
  const rows = key === "ArrowUp" ? matrix.slice(0, row).reverse() : key === "ArrowDown" ? matrix.slice(row + 1) : [];
  const there = rows.find((cells) => cells.some(({ dots }) => dots.length > 0));
  return there?.[column]?.dots[0]?.id ?? there?.find(({ dots }) => dots.length > 0)?.dots[0]?.id;
}
