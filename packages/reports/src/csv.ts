// CSV, written once: RFC 4180, and no cell that a spreadsheet would run as a formula.

/** A cell as it is given: absent cells are empty, lists are joined by a semicolon. */
export type Cell = string | number | boolean | undefined | readonly (string | number)[];

/** Head and rows as a CSV file. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  const text = guarded(typeof cell === "string" ? cell : cell.join("; "));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe before what a spreadsheet would take for a formula, also after blanks and in full width. */
function guarded(text: string): string {
  return /^[\s\p{Cc}\ufeff]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
