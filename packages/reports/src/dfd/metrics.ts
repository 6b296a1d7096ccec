// Text measuring without a font engine: widths come from a table, so every machine breaks lines at the same words.
import { boldWidths, regularWidths, type WidthRange } from "./metrics-table.ts";

/** How a piece of text is set. */
export interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
}

function widthIn(ranges: readonly WidthRange[], code: number): number | undefined {
  for (const range of ranges) {
    const at = code - range.from;
    if (at >= 0 && at < range.widths.length) return range.widths[at];
  }
  return undefined;
}

/** Scripts and signs that are set about one em wide: Han, Kana, Hangul, full-width forms, emoji. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f000
  );
}

function isMark(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || code === 0x200b || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);
}

/**
 * The width of a line in pixels. DejaVu Sans is among the widest of the common sans-serif fonts, so what fits by this measure
 * fits in Helvetica, Arial, Liberation Sans, Segoe UI and Roboto too.
 */
export function textWidth(text: string, style: TextStyle): number {
  const ranges = style.bold ? boldWidths : regularWidths;
  let thousandths = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    thousandths += isMark(code) ? 0 : (widthIn(ranges, code) ?? (isWide(code) ? 1000 : 700));
  }
  return Math.ceil((thousandths * style.size) / 100) / 10;
}

/** Shortens a line with … until it fits. */
export function ellipsis(text: string, style: TextStyle, width: number): string {
  if (textWidth(text, style) <= width) return text;
  const chars = [...text];
  while (chars.length > 0 && textWidth(`${chars.join("").trimEnd()}…`, style) > width) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}

/** Breaks text into at most `most` lines of at most `width`; a word that is too long is cut, what does not fit ends in …. */
export function wrapText(text: string, style: TextStyle, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words(text, style, width)) {
    const longer = line === "" ? word.text : `${line}${word.glue}${word.text}`;
    const last = lines.length === most - 1;
    if (last || textWidth(longer, style) <= width) line = longer;
    else {
      lines.push(line);
      line = word.text;
    }
  }
  return line === "" ? lines : [...lines, ellipsis(line, style, width)];
}

interface Word {
  readonly text: string;
  /** What stands before the word when it shares a line with the one before. */
  readonly glue: string;
}

/** Words, with long ones cut after - _ / . where possible, else anywhere. */
function words(text: string, style: TextStyle, width: number): readonly Word[] {
  const out: Word[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    let glue = " ";
    const parts = textWidth(word, style) <= width ? [word] : word.split(/(?<=[-_/.:])/);
    for (const part of parts) {
      for (const piece of cut(part, style, width)) {
        out.push({ text: piece, glue });
        glue = "";
      }
    }
  }
  return out;
}

function cut(part: string, style: TextStyle, width: number): readonly string[] {
  if (textWidth(part, style) <= width) return [part];
  const pieces: string[] = [];
  let piece = "";
  for (const char of part) {
    if (piece !== "" && textWidth(piece + char, style) > width) {
      pieces.push(piece);
      piece = char;
    } else piece += char;
  }
  return [...pieces, piece];
}
