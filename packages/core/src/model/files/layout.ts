// How a text is laid out on its lines: where an entry with its comments begins and ends.
import type { CollectionNode, Node, Part } from "./tree.ts";

/** Answers questions about one text; each answer looks at a few lines only. */
export class Layout {
  readonly #text: string;
  #spaced: boolean | undefined;
  readonly #ends = new WeakMap<Part, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** True when blank lines stand between the parts of the root. */
  get isSpaced(): boolean {
    this.#spaced ??= /\n[ \t]*\r?\n[^\s#]/.test(this.#text);
    return this.#spaced;
  }

  /** The spaces that a level is indented by: as in the first block map inside the root, else two. */
  stepOf(root: CollectionNode): string {
    for (const { value } of root.parts)
      if (value.kind === "map" && !value.flow && value.parts.length > 0) return this.indentOf(value) || "  ";
    return "  ";
  }

  /** The indentation of the parts of a block collection. */
  indentOf(node: CollectionNode): string {
    return " ".repeat(this.#column((node.parts[0] as Part).from));
  }

  /** The space inside the braces of a flow map. */
  padOf(node: Node): string {
    return node.kind === "map" && node.flow && node.parts.length > 0 && this.#text[node.start + 1] === " " ? " " : "";
  }

  /** True when the first part of a block collection shares its line with a dash. */
  isCompact(node: CollectionNode): boolean {
    if (node.flow || node.parts.length === 0) return false;
    const from = (node.parts[0] as Part).from;
    return /\S/.test(this.#text.slice(this.#lineStart(from), from));
  }

  /** True when nothing but spaces follows on the line. */
  endsLine(at: number): boolean {
    return this.#text.slice(at, this.#nextLine(at)).trim() === "";
  }

  /** Behind the last line of a part: its trailing comment, and comment lines below that are indented deeper than it. */
  extentEnd(part: Part): number {
    let end = this.#ends.get(part);
    if (end === undefined) this.#ends.set(part, (end = this.#findExtentEnd(part)));
    return end;
  }

  #findExtentEnd(part: Part): number {
    const column = this.#column(part.from);
    let end = this.#nextLine(part.value.end);
    for (;;) {
      const comment = this.#commentColumn(end);
      if (comment === undefined || comment <= column) return end;
      end = this.#nextLine(end);
    }
  }

  /** The comment on the rest of a line, when what follows begins on a later one. */
  commentBehind(from: number, next: number): string {
    const end = this.#nextLine(from);
    return end > next ? "" : this.#text.slice(from, end).trimEnd();
  }

  /** The same place in front of the line end. */
  withoutLineEnd(at: number): number {
    if (this.#text[at - 1] !== "\n") return at;
    return this.#text[at - 2] === "\r" ? at - 2 : at - 1;
  }

  /** Where the line of a place ends, in front of its line end. */
  lineEnd(at: number): number {
    return this.withoutLineEnd(this.#nextLine(at));
  }

  /** In front of the comment lines that stand right above a part at its own indentation; a file's header is nobody's. */
  leadingStart(node: CollectionNode, index: number): number {
    const { from } = node.parts[index] as Part;
    const column = this.#column(from);
    const own = this.#lineStart(from);
    let start = own;
    while (start > 0) {
      const above = this.#lineStart(start - 1);
      if (this.#commentColumn(above) !== column) break;
      start = above;
    }
    return start === 0 ? own : start;
  }

  /** With the blank line in front, when a blank line or the end follows. */
  withBlank(start: number, end: number): number {
    const follows = this.#text.slice(end, this.#nextLine(end)).trim() === "";
    if (!follows || start === 0) return start;
    const above = this.#lineStart(start - 1);
    return this.#text.slice(above, start).trim() === "" ? above : start;
  }

  #lineStart(at: number): number {
    return at === 0 ? 0 : this.#text.lastIndexOf("\n", at - 1) + 1;
  }

  #nextLine(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end < 0 ? this.#text.length : end + 1;
  }

  #column(at: number): number {
    return at - this.#lineStart(at);
  }

  /** The column of the comment that a line consists of. */
  #commentColumn(lineStart: number): number | undefined {
    let at = lineStart;
    while (this.#text[at] === " ") at++;
    return this.#text[at] === "#" ? at - lineStart : undefined;
  }
}
