// Breaks the lines that an edit made too long: flow maps that grew become block maps, from the outside in until the lines fit.
// Only what stands between keys and values changes: `{`, `, ` and `}` become line ends, comments stay with what they are about.
import { Layout } from "./layout.ts";
import { type Range, Splices } from "./splices.ts";
import type { CollectionNode, Node, Part } from "./tree.ts";

/** The columns that a line may have before a map that grows on it is laid out on lines of its own. */
export const widest = 120;

/** The ranges that stand on lines of more than `widest` columns. Linear in the text. */
export function onLongLines(text: string, ranges: readonly Range[]): readonly Range[] {
  let end = -1;
  let long = false;
  return ranges.filter((range) => {
    if (range.start > end) {
      const next = text.indexOf("\n", range.start);
      end = next < 0 ? text.length : next;
      long = text.slice(text.lastIndexOf("\n", range.start - 1) + 1, end).trimEnd().length > widest;
    }
    return long;
  });
}

/**
 * The text with the flow maps broken that hold one of the ranges: `root` is its tree, the ranges are in order and apart. What cannot be
 * broken stays: a map inside a flow list, since no block map may stand there, and a document that as a whole is one flow map (JSON).
 */
export function withBrokenMaps(text: string, root: CollectionNode, ranges: readonly Range[]): string {
  const breaker = new Breaker(text, root, ranges);
  breaker.visit(root);
  return breaker.text();
}

/** A comment in a gap; `own` when it begins its line. */
interface Remark {
  readonly text: string;
  readonly own: boolean;
}

class Breaker {
  readonly #text: string;
  readonly #ranges: readonly Range[];
  readonly #layout: Layout;
  readonly #step: string;
  readonly #splices = new Splices();

  constructor(text: string, root: CollectionNode, ranges: readonly Range[]) {
    this.#text = text;
    this.#ranges = ranges;
    this.#layout = new Layout(text);
    this.#step = this.#layout.stepOf(root);
  }

  text(): string {
    return this.#splices.appliedTo(this.#text).text;
  }

  /** Looks for outermost flow maps. */
  visit(node: CollectionNode): void {
    if (node.flow || node.parts.length === 0) return;
    const indent = this.#layout.indentOf(node);
    for (const part of node.parts) {
      if (part.value.kind === "scalar") continue;
      if (!this.#grew(part.value)) this.visit(part.value);
      else this.#breakOutermost(part, part.value, indent);
    }
  }

  /** The comment behind the closing brace would now stand behind the last entry: it moves behind the key. */
  #breakOutermost(part: Part, node: CollectionNode, indent: string): void {
    const end = this.#layout.lineEnd(node.end);
    const [behind] = this.#remarks(node.end, end);
    this.#break(part, node, indent, behind?.text);
    if (behind) this.#splices.add(node.end, end, "");
  }

  /** The map under `part`, whose key or dash is indented so, on lines of its own; `behind` is a comment for the line of its key. */
  #break(part: Part, node: CollectionNode, indent: string, behind: string | undefined): void {
    const isItem = part.keyEnd === undefined;
    const inner = indent + (isItem ? "  " : this.#step);
    const [first, ...more] = node.parts as readonly [Part, ...Part[]];
    const from = isItem ? part.from + 1 : this.#behindColon(part);
    const remarks = this.#remarks(from, first.from);
    const below = remarks.map(({ text }) => ({ text, own: true }));
    const all = behind === undefined ? remarks : [{ text: behind, own: false }, ...below];
    this.#splices.add(from, first.from, isItem && all.length === 0 ? " " : `${lines(all, inner)}\n${inner}`);
    let previous = first;
    for (const next of more) {
      const rest = this.#part(previous, next.from, inner);
      this.#splices.add(previous.value.end, next.from, `${lines(rest, inner)}\n${inner}`);
      previous = next;
    }
    this.#splices.add(previous.value.end, node.end, lines(this.#part(previous, node.end, inner), inner));
  }

  /** One entry in its new place, with what still has to be said in the gap behind it. */
  #part(part: Part, gapEnd: number, indent: string): readonly Remark[] {
    const { value } = part;
    const remarks = this.#remarks(value.end, gapEnd);
    const behind = remarks[0]?.own === false ? remarks[0].text : undefined;
    if (this.#grew(value) && this.#widthOf(part, indent, behind) > widest) {
      this.#break(part, value, indent, behind);
      return behind === undefined ? remarks : remarks.slice(1);
    }
    const colon = this.#behindColon(part);
    if (value.start === colon) this.#splices.add(colon, colon, " ");
    this.#indentMore(part, indent);
    return remarks;
  }

  /** The longest line of a part that begins at this indentation, with a space behind its colon. */
  #widthOf(part: Part, indent: string, behind: string | undefined): number {
    const colon = this.#behindColon(part);
    const space = part.value.start === colon ? " " : "";
    const entry = indent + this.#text.slice(part.from, colon) + space + this.#text.slice(colon, part.value.end);
    const whole = behind === undefined ? entry : `${entry} ${behind}`;
    return whole.split("\n").reduce((longest, line) => Math.max(longest, line.trimEnd().length), 0);
  }

  /** The later lines of a value have to stand deeper than its key; what they are indented by means nothing. */
  #indentMore(part: Part, indent: string): void {
    const lineEnds = /\n([ \t]*)(?=[^\s])/g;
    for (const found of this.#text.slice(part.from, part.value.end).matchAll(lineEnds)) {
      const space = found[1] as string;
      if (space.length > indent.length && !space.includes("\t")) continue;
      const at = part.from + found.index + 1;
      this.#splices.add(at, at + space.length, indent + this.#step);
    }
  }

  /** True for a flow map that holds a range and is not itself a part of it. */
  #grew(node: Node): node is CollectionNode {
    if (node.kind !== "map" || !node.flow) return false;
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle] as Range).start > node.start) high = middle;
      else low = middle + 1;
    }
    const range = this.#ranges[low];
    return range !== undefined && range.end < node.end;
  }

  #behindColon(part: Part): number {
    return this.#text.indexOf(":", part.keyEnd) + 1;
  }

  /** The comments between two places where nothing else stands but space and marks of flow style. */
  #remarks(from: number, to: number): readonly Remark[] {
    const gap = this.#text.slice(from, to);
    return [...gap.matchAll(/#.*/g)].map((found) => ({
      text: found[0].trimEnd(),
      own: gap.slice(0, found.index).includes("\n"),
    }));
  }
}

/** Comments as they stand behind an entry, and below it. */
function lines(remarks: readonly Remark[], indent: string): string {
  return remarks.map(({ text, own }) => (own ? `\n${indent}${text}` : ` ${text}`)).join("");
}
