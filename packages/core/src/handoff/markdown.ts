// Markdown, written once: what people typed never becomes markup.

/** Text for a line of Markdown or a table cell: one line, with every character that means something escaped. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** An id as code; anything that could not stand in a code span is escaped text. */
export function markdownCode(id: string): string {
  return /^[\w@.:/()-]+$/.test(id) ? `\`${id}\`` : escapeMarkdown(id);
}

/** A table; head and cells are Markdown already, numbers are aligned to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === "number"));
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (cell === "" ? " " : cell)).join(" | ")} |`;
  return [line(head), `| ${numeric.map((right) => (right ? "---:" : "---")).join(" | ")} |`, ...rows.map(line)];
}

/** Lines as a file: no trailing blanks, never two empty lines in a row, one newline at the end. */
export function markdownFile(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) if (line !== "" || (kept.length > 0 && kept.at(-1) !== "")) kept.push(line.trimEnd());
  while (kept.at(-1) === "") kept.pop();
  return `${kept.join("\n")}\n`;
}

/** Text on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
