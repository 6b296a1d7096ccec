// Replacements in one text, gathered in any order and made in one pass.

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Splice extends Range {
  readonly text: string;
  readonly grows: boolean;
}

/** A text with replacements made, and where those stand in it that made a flow collection grow, in order. */
export interface Spliced {
  readonly text: string;
  readonly grown: readonly Range[];
}

/** The replacements; they never overlap, and insertions at one place keep the order in which they came. */
export class Splices {
  readonly #all: Splice[] = [];

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** Another text for a range; `grows` when it makes a flow collection grow. */
  add(start: number, end: number, text: string, grows = false): void {
    this.#all.push({ start, end, text, grows });
  }

  /** The text with every replacement made; new line ends are those of the text. */
  appliedTo(text: string): Spliced {
    const returns = text.includes("\r\n");
    const order = (splice: Splice) => (splice.end > splice.start ? 1 : 0);
    const sorted = [...this.#all].sort((a, b) => a.start - b.start || order(a) - order(b));
    const out: string[] = [];
    const grown: Range[] = [];
    let at = 0;
    let length = 0;
    for (const splice of sorted) {
      const added = returns ? splice.text.replaceAll("\n", "\r\n") : splice.text;
      out.push(text.slice(at, splice.start), added);
      length += splice.start - at + added.length;
      if (splice.grows) grown.push({ start: length - added.length, end: length });
      at = splice.end;
    }
    out.push(text.slice(at));
    return { text: out.join(""), grown };
  }
}
