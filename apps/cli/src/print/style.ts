// Colour and layout of text output. 80 columns; colour only on a terminal that wants it; nothing is said by colour alone.
import { styleText } from "node:util";
import type { Tier } from "@parapet/core";

type Format = Parameters<typeof styleText>[0];

const coloured =
  process.env.FORCE_COLOR !== undefined || (process.stdout.isTTY === true && process.env.NO_COLOR === undefined);

/** Text in a colour or weight, when colour is wanted. */
export function paint(format: Format, text: string): string {
  return coloured ? styleText(format, text) : text;
}

export const bold = (text: string): string => paint("bold", text);
export const dim = (text: string): string => paint("dim", text);

/** Letter and shape of a tier, with its colour where there is one: C ◆, H ▲, M ■, L ●. */
export const tierMark: Readonly<Record<Tier, string>> = {
  critical: paint(["bold", "magenta"], "C ◆"),
  high: paint("red", "H ▲"),
  medium: paint("yellow", "M ■"),
  low: paint("blue", "L ●"),
};

/** How wide output may be. */
export const width = Math.max(60, Math.min(process.stdout.columns ?? 80, 100));

/** Breaks text into lines of at most `columns` characters at spaces; a longer word stands alone. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && plain(line).length + 1 + plain(word).length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** Text after a mark, its further lines indented under the first. */
export function hanging(mark: string, markWidth: number, text: string, columns = width): string {
  const [first = "", ...rest] = wrap(text, columns - markWidth);
  return [`${mark}${first}`, ...rest.map((line) => " ".repeat(markWidth) + line)].join("\n");
}

/** Rows in columns; every column but the last is as wide as its widest cell, and the last is broken under itself where it has room. */
export function columns(rows: readonly (readonly string[])[], gap = 2): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, plain(cell).length);
  return rows.map((row) => columnsOf(row, widths, gap)).join("\n");
}

/** The least room in which a last cell is broken under itself. */
const leastRoom = 24;

function columnsOf(row: readonly string[], widths: readonly number[], gap: number): string {
  const last = row.at(-1) ?? "";
  const before = row
    .slice(0, -1)
    .map((cell, i) => cell + " ".repeat((widths[i] as number) - plain(cell).length + gap))
    .join("");
  const left = plain(before).length;
  const whole = (before + last).trimEnd();
  return plain(whole).length <= width || width - left < leastRoom ? whole : hanging(before, left, last);
}

/** True for a line that people copy: a command stands on one line, however long it is. */
export function isCommandLine(line: string): boolean {
  return /^\s*parapet /.test(plain(line));
}

/** Text whose lines fit the width: a longer one is broken at spaces, and further in where it was indented. Commands and single words stay whole. */
export function fitted(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      if (plain(line).length <= width || isCommandLine(line)) return line;
      const indent = /^ */.exec(line)?.[0].length ?? 0;
      const further = indent === 0 ? 0 : 2;
      return hanging(" ".repeat(indent), indent + further, line.slice(indent));
    })
    .join("\n");
}

/** Text without colour codes. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character
  return text.replace(/\u001b\[[0-9;]*m/g, "");
}

/**
 * Text as a terminal may see it: titles come from files that others wrote, and a terminal obeys what it is sent. Line ends, tabs and
 * the colours of this file stay; other control characters, and those that turn the reading direction, are left out.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (found) => (coloured && ownColours.test(found) ? found : ""));
}

const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  /\u001b\[[0-9;]*m|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Weights and foreground colours; nothing that hides text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character
const ownColours = /^\u001b\[(?:[0-3]|2[2-4]|3[0-79]|9[0-7])m$/;

/** Text cut to a width, with an ellipsis. */
export function cut(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, columns - 1)}…`;
}

/** "1 threat", "3 threats". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Risk to no more digits than it is worth. */
export function risk(value: number): string {
  return String(Math.round(value));
}
